package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.query.Names;
import wherein.search.PassageSearcher;
import wherein.search.Suggestion;
import wherein.text.Span;

/** Which words are suggested for what is typed, and for what is misspelt, against a look at every word. */
public abstract class SuggestionsContract extends Contract {

    private static final List<String> LETTERS = List.of("a", "b", "o", "а", "б", "о", "é", "Ё", "r");

    /** Words without a stem of their own would be stems: a language that is neither English nor Russian has none. */
    private PassageSearcher index(List<List<String>> passages) throws Exception {
        String index = newIndex();
        try (PassageSink sink = backEnd().writer(index)) {
            for (int i = 0; i < passages.size(); i++) {
                String text = String.join(" ", passages.get(i));
                Document document = new Document("d" + i, "d" + i, text, Metadata.UNKNOWN, List.of(), List.of());
                Passage passage = new Passage(1, new Span(0, text.length()), Block.PROSE, "", "en", Metadata.UNKNOWN);
                sink.add("/", document, List.of(passage), List.of());
            }
            sink.commit(
                    new Manifest(List.of(), "", passages.size(), passages.size(), Map.of(), Map.of(), Map.of(), ""));
        }
        return backEnd().open(index);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        // One script a word: the index cuts where the script changes.
        List<String> letters = random.nextBoolean() ? List.of("a", "b", "o", "é", "r") : List.of("а", "б", "о", "Ё");
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            word.append(Seeded.one(random, letters));
        }
        return word.toString();
    }

    @Test
    void wordsAreThoseThatALookAtEachWordGives() {
        Seeded.times(30, random -> {
            List<List<String>> passages = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                passages.add(Stream.generate(() -> word(random)).limit(8).toList());
            }
            Map<String, Integer> counts = new TreeMap<>();
            for (List<String> passage : passages) {
                new HashSet<>(passage.stream().map(Model::key).toList())
                        .forEach(word -> counts.merge(word, 1, Integer::sum));
            }
            try (PassageSearcher searcher = index(passages)) {
                for (int i = 0; i < 30; i++) {
                    String whole = word(random);
                    String prefix = whole.substring(0, 1 + random.nextInt(whole.length()));
                    assertThat(searcher.suggest(prefix, Set.of(Suggestion.Type.WORD), 1_000, Names.NONE))
                            .as(prefix)
                            .containsExactlyElementsOf(expected(Model.key(prefix), counts));
                }
            }
        });
    }

    private static List<Suggestion> expected(String prefix, Map<String, Integer> counts) {
        List<Suggestion> exact = new ArrayList<>();
        List<Suggestion> nearly = new ArrayList<>();
        counts.forEach((word, count) -> {
            Suggestion suggestion = new Suggestion(word, Suggestion.Type.WORD, word, count);
            if (word.startsWith(prefix)) {
                exact.add(suggestion);
            } else if (prefix.length() >= 4 && word.charAt(0) == prefix.charAt(0) && beginsNearly(word, prefix)) {
                nearly.add(suggestion);
            }
        });
        Comparator<Suggestion> order =
                Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::text);
        exact.sort(order);
        nearly.sort(order);
        return Stream.concat(exact.stream(), nearly.stream()).toList();
    }

    /** Tries every edit of every beginning. */
    private static boolean beginsNearly(String word, String prefix) {
        for (int end = 0; end <= word.length(); end++) {
            if (edits(word.substring(0, end)).contains(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> edits(String word) {
        Set<String> edits = new HashSet<>(Set.of(word));
        for (int i = 1; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i);
            for (String letter : LETTERS.stream().map(Model::key).toList()) {
                edits.add(before + letter + after);
                if (!after.isEmpty()) {
                    edits.add(before + letter + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                edits.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                edits.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        return edits;
    }

    @Test
    void theNearestWordIsTheMostFrequentOfTheNearest() throws Exception {
        List<List<String>> passages =
                List.of(List.of("harbour", "harboured"), List.of("harbors"), List.of("harbors"), List.of("причал"));
        try (PassageSearcher searcher = index(passages)) {
            List<String> words = List.of("harbuor", "HARBOUR", "harbours", "прчиал", "gull", "two words", "");
            assertThat(searcher.nearestWords(words)).isEqualTo(Map.of("harbuor", "harbour", "прчиал", "причал"));
        }
    }

    @Test
    void noPrefixIsTooIntricate() throws Exception {
        try (PassageSearcher searcher = index(List.of(List.of("harbour")))) {
            for (String prefix : List.of("ab".repeat(50), "a".repeat(100), "a" + "🚢".repeat(99), "аб語𝒳".repeat(25))) {
                assertThat(searcher.suggest(prefix, Set.of(Suggestion.Type.WORD), 10, Names.NONE))
                        .isEmpty();
                assertThat(searcher.nearestWords(List.of(prefix.substring(0, 60))))
                        .isEmpty();
            }
        }
    }
}
