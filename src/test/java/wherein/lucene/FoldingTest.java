package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.collection.Collection;
import wherein.document.Block;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.recognise.Recognisers;
import wherein.search.Copies;
import wherein.search.Filter;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.MatchRequest;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.Tally;

/** What is folded is what an oracle finds by comparing the sentences and passages of all rows, one with another, as text. */
class FoldingTest {

    private static final List<String> SENTENCES = List.of(
            "The ferry from Norway brought 1,250 crates of herring to the upper pier.",
            "Harbour masters in Chile and Peru asked the council for $3 million more.",
            "Nobody on the old pier had seen a keeper from Iceland before that winter.",
            "About 40 people from Sweden waited at the gate, and 12 percent went home.",
            "The keeper of the light wrote that 300 gulls came back and stayed.",
            "A ship from Finland sold 300 lamps to the people of the upper town.");

    private static final List<String> SOURCES = List.of("Post", "Times", "Herald");

    @TempDir
    private Path folder;

    private int scratch;

    @Test
    void whatIsFoldedIsWhatAnOracleFinds() throws Exception {
        Seeded.times(12, random -> {
            Path files = Files.createDirectories(folder.resolve("files" + scratch));
            Path index = folder.resolve("index" + scratch++);
            for (int i = 0; i < 4 + random.nextInt(5); i++) {
                Files.writeString(files.resolve(i + ".md"), document(random));
            }
            index(files, index);
            try (PassageSearcher searcher = LuceneIndex.open(index)) {
                for (List<Filter> filters : List.of(
                        List.<Filter>of(),
                        List.<Filter>of(new Filter.Keyword("source", List.of("Times", "Herald"), false)))) {
                    rows(searcher, filters);
                    passages(searcher, filters);
                    matches(searcher, filters);
                }
            }
        });
    }

    private static String document(Random random) {
        StringBuilder text = new StringBuilder("---\nsource: " + Seeded.one(random, SOURCES) + "\n---\n");
        for (int paragraphs = 1 + random.nextInt(4); paragraphs > 0; paragraphs--) {
            for (int sentences = 2 + random.nextInt(3); sentences > 0; sentences--) {
                String sentence = Seeded.one(random, SENTENCES);
                text.append(random.nextInt(3) == 0 ? sentence.replace(" the ", "\nthe ") : sentence)
                        .append(' ');
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private static void index(Path files, Path index) throws Exception {
        try (PassageSink sink = LuceneIndex.writer(index)) {
            new Indexer(
                            List.of(Collection.open(files, Optional.empty())),
                            Recognisers::standard,
                            Map.of("tests", "1"),
                            new Indexer.Settings(true, 32 << 20, 1),
                            Progress.SILENT)
                    .run(sink, Previous.NONE);
        }
    }

    /** The sentence in which {@code at} lies in a text, and how far it lies in it: the same for all its copies. */
    private static String place(String text, int at) {
        String line = text.replace('\n', ' ');
        int before = line.lastIndexOf(". ", at);
        int start = before < 0 ? 0 : before + 2;
        while (line.charAt(start) == ' ') {
            start++;
        }
        int end = line.indexOf('.', at);
        return line.substring(start, end < 0 ? line.length() : end) + "@" + (at - start);
    }

    private static void rows(PassageSearcher searcher, List<Filter> filters) throws Exception {
        LedgerRequest kept = new LedgerRequest(new Query.All(), filters, MentionSelector.ALL, Copies.TOLD);
        LedgerRequest folded = new LedgerRequest(new Query.All(), filters, MentionSelector.ALL, Copies.FOLDED);
        List<MentionRow> all = new ArrayList<>();
        searcher.mentions(kept, 0, all::add);
        Set<String> seen = new HashSet<>();
        List<MentionRow> first = all.stream()
                .filter(row -> seen.add(place(
                                row.passage().text(),
                                row.mention().span().start() - row.passage().start())
                        + row.mention().type()))
                .toList();
        List<MentionRow> found = new ArrayList<>();
        searcher.mentions(folded, 0, found::add);
        assertThat(told(found)).isEqualTo(told(first));
        List<MentionRow> later = new ArrayList<>();
        searcher.mentions(folded, first.size() / 2, later::add);
        assertThat(told(later)).isEqualTo(told(first.subList(first.size() / 2, first.size())));
        int copies = all.size() - first.size();
        assertThat(searcher.tally(kept)).isEqualTo(tally(all, copies));
        assertThat(searcher.tally(folded)).isEqualTo(tally(first, copies));
        for (Ledger.MentionGroup group : searcher.summary(kept, List.of("source"))) {
            String source = group.key().getFirst();
            List<MentionRow> of = all.stream()
                    .filter(row -> row.passage().metadata().source().equals(source))
                    .toList();
            assertThat(group.tally()).isEqualTo(tally(of, (int)
                    of.stream().filter(row -> !first.contains(row)).count()));
        }
    }

    private static List<String> told(List<MentionRow> rows) {
        return rows.stream()
                .map(row ->
                        row.passage().id() + " " + row.surface() + row.mention().span())
                .toList();
    }

    private static Tally tally(List<MentionRow> rows, int copies) {
        Set<String> passages = new HashSet<>();
        Set<String> documents = new HashSet<>();
        rows.forEach(row -> {
            passages.add(row.passage().id());
            documents.add(row.passage().document());
        });
        int boilerplate = (int) rows.stream()
                .filter(row -> row.passage().block() == Block.BOILERPLATE)
                .count();
        return new Tally(rows.size(), passages.size(), documents.size(), boilerplate, copies);
    }

    /** A passage is left out if its text is a part of another's, or is that of one before it. */
    private static void passages(PassageSearcher searcher, List<Filter> filters) throws Exception {
        TreeSet<String> left = new TreeSet<>();
        var all = search(searcher, filters, Copies.TOLD).hits();
        for (int i = 0; i < all.size(); i++) {
            boolean isCopy = false;
            String text = " " + all.get(i).text().replaceAll("\\s+", " ") + " ";
            for (int j = 0; j < all.size(); j++) {
                String other = " " + all.get(j).text().replaceAll("\\s+", " ") + " ";
                isCopy |= i != j && (other.equals(text) ? j < i : other.contains(text));
            }
            if (!isCopy) {
                left.add(all.get(i).id());
            }
        }
        var found = search(searcher, filters, Copies.FOLDED);
        assertThat(found.hits().stream().map(each -> each.id()).sorted().toList())
                .isEqualTo(List.copyOf(left));
        assertThat(found.passages()).isEqualTo(left.size());
        assertThat(found.copies())
                .isEqualTo(all.size() - left.size())
                .isEqualTo(search(searcher, filters, Copies.TOLD).copies());
    }

    /** In the order of the documents: none has a date. */
    private static wherein.search.Hits search(PassageSearcher searcher, List<Filter> filters, Copies copies)
            throws Exception {
        return searcher.search(new SearchRequest(
                new Query.All(),
                filters,
                SearchRequest.Order.DATE,
                false,
                1_000,
                Optional.empty(),
                List.of(),
                false,
                copies));
    }

    private static void matches(PassageSearcher searcher, List<Filter> filters) throws Exception {
        for (String word : List.of("keeper", "the", "300")) {
            Query query = new Query.Word(Query.TEXT, word);
            Set<String> seen = new HashSet<>();
            List<String> first = new ArrayList<>();
            int[] all = new int[1];
            searcher.matches(new MatchRequest(query, filters), 0, row -> {
                all[0]++;
                if (seen.add(place(row.passage().text(), row.span().start()))) {
                    first.add(row.passage().id() + row.span());
                }
                return true;
            });
            MatchRequest folded = new MatchRequest(query, filters, Copies.FOLDED);
            List<String> found = new ArrayList<>();
            searcher.matches(folded, 0, row -> found.add(row.passage().id() + row.span()));
            assertThat(found).isEqualTo(first);
            assertThat(searcher.matchTally(folded).mentions()).isEqualTo(first.size());
            assertThat(searcher.matchTally(folded).copies()).isEqualTo(all[0] - first.size());
        }
    }
}
