package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.duplicate.Alignment;
import wherein.duplicate.Likeness;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.search.PassageSearcher;
import wherein.search.Similar;
import wherein.search.SimilarPage;
import wherein.text.Span;

/** Which passages say the same as those of a document, of texts that were copied by plan, so that all copies are known. */
public abstract class SimilarContract extends Contract {

    private static final int TEXTS = 6;
    private static final int WORDS = 24;

    /** Where a copy may have another word: not at the ends, where it would be cut. */
    private static final int CHANGED = 10;

    /**
     * A copy of a text.
     *
     * @param text which
     * @param words its words, one of which may be another than in the text: always the same one, since texts are compared with
     *     one of each group alone, so that nothing is promised of two variants of a third text
     */
    private record Copy(int text, List<String> words) {

        /** How this stands to {@code other}, with the words that differ: what {@link #told} makes of an answer. */
        String against(Copy other) {
            List<String> differences = new ArrayList<>();
            for (int i = 0; i < WORDS; i++) {
                if (!words.get(i).equals(other.words.get(i))) {
                    differences.add(words.get(i) + ">" + other.words.get(i));
                }
            }
            return (differences.isEmpty() ? Likeness.SAME : Likeness.VARIANT) + " " + differences;
        }
    }

    @Test
    void theCopiesOfEachPassageAreToldWithTheirDifferencesWhateverTheHistoryOfTheIndex() {
        Seeded.times(8, random -> {
            String index = newIndex();
            Map<String, List<Copy>> documents = new TreeMap<>();
            for (int run = 0; run < 3; run++) {
                try (Previous previous = backEnd().previous(index);
                        PassageSink sink = backEnd().update(index, previous)) {
                    for (int i = 0; i < 6; i++) {
                        String id = "d" + random.nextInt(12);
                        sink.delete(id);
                        documents.remove(id);
                        if (random.nextInt(4) > 0) {
                            documents.put(id, copies(random));
                            add(sink, id, documents.get(id));
                        }
                    }
                    int passages =
                            documents.values().stream().mapToInt(List::size).sum();
                    sink.commit(new Manifest(
                            List.of(), "run " + run, documents.size(), passages, Map.of(), Map.of(), Map.of(), ""));
                }
                try (PassageSearcher searcher = backEnd().open(index)) {
                    for (String id : documents.keySet()) {
                        likeWhatWasCopied(searcher, random, id, documents);
                    }
                }
            }
        });
    }

    private static void likeWhatWasCopied(
            PassageSearcher searcher, Random random, String id, Map<String, List<Copy>> documents) throws Exception {
        List<String> expected = new ArrayList<>();
        List<Copy> own = documents.get(id);
        for (int i = 0; i < own.size(); i++) {
            for (Map.Entry<String, List<Copy>> other : documents.entrySet()) {
                for (int j = 0; j < other.getValue().size(); j++) {
                    Copy copy = other.getValue().get(j);
                    if (!other.getKey().equals(id) && copy.text == own.get(i).text) {
                        expected.add(id + ":" + (i + 1) + " " + other.getKey() + ":" + (j + 1) + " "
                                + own.get(i).against(copy));
                    }
                }
            }
        }
        SimilarPage all = searcher.similar(id, 0, 1_000);
        assertThat(told(all)).as(documents.toString()).isEqualTo(expected);
        assertThat(all.total()).isEqualTo(expected.size());
        assertThat((long) all.documents())
                .isEqualTo(expected.stream()
                        .map(line -> line.split("[ :]")[2])
                        .distinct()
                        .count());
        int from = random.nextInt(expected.size() + 2);
        int limit = random.nextInt(4);
        SimilarPage page = searcher.similar(id, from, limit);
        int first = Math.min(from, expected.size());
        assertThat(told(page)).isEqualTo(expected.subList(first, Math.min(first + limit, expected.size())));
        assertThat(page.total()).isEqualTo(expected.size());
    }

    private static List<String> told(SimilarPage page) {
        return page.pairs().stream().map(SimilarContract::told).toList();
    }

    private static String told(Similar pair) {
        Alignment alignment = pair.alignment();
        List<String> differences = alignment.differences().stream()
                .map(each -> each.left().in(pair.here().text()) + ">"
                        + each.right().in(pair.there().text()))
                .toList();
        return pair.here().id() + " " + pair.there().id() + " " + alignment.likeness() + " " + differences;
    }

    /** Of different texts, or none at all: a document does not repeat itself. */
    private static List<Copy> copies(Random random) {
        List<Copy> copies = new ArrayList<>();
        for (int text = 0; text < TEXTS; text++) {
            if (random.nextInt(3) == 0) {
                List<String> words = new ArrayList<>();
                for (int i = 0; i < WORDS; i++) {
                    words.add(word(text * WORDS + i));
                }
                if (random.nextBoolean()) {
                    words.set(CHANGED, word(TEXTS * WORDS + text));
                }
                copies.add(new Copy(text, words));
            }
        }
        return copies;
    }

    private static void add(PassageSink sink, String id, List<Copy> copies) throws Exception {
        StringBuilder text = new StringBuilder();
        List<Passage> passages = new ArrayList<>();
        for (Copy copy : copies) {
            int start = text.length();
            text.append(String.join(" ", copy.words));
            Span span = new Span(start, text.length());
            passages.add(new Passage(passages.size() + 1, span, Block.PROSE, "", "en", Metadata.UNKNOWN));
            text.append("\n\n");
        }
        Document document = new Document(id, id + ".txt", text.toString(), Metadata.UNKNOWN, List.of(), List.of());
        sink.add("/root", document, passages, List.of());
    }

    /** A made-up word, another for each number. */
    private static String word(int number) {
        return "" + "bdfgklmnpr".charAt(number % 10) + "aeiou".charAt(number / 10 % 5) + "kstvz".charAt(number / 50)
                + "or";
    }
}
