package wherein.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import wherein.analysis.TextAnalyzer;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.query.QueryFields;
import wherein.query.QueryParser;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.Matched;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.snippet.Snippeter;
import wherein.text.Span;

/**
 * Measures highlighted top-10 queries against the same index with Lucene's own query parser, BM25 and UnifiedHighlighter
 * (which cuts each text anew), in the same run: microseconds of this thread's CPU time, the median and the 95th percentile
 * over the queries. Ours counts exactly and reads all that a hit says; Lucene's does neither. Then the slowest of hostile
 * queries.
 *
 * <p>Argument: how many passages (60,000 without it). The text is made by chance, its words as frequent as Zipf's law has
 * them.
 */
final class SearchBenchmark {

    private static final int WORDS = 40_000;
    private static final int PASSAGE = 80;
    private static final int PER_DOCUMENT = 12;

    /** Each query counts by its best round: before some tens of them, compilation is measured too. */
    private static final int ROUNDS = 30;

    private final Random random = new Random(20_261_125);
    private final List<String> vocabulary = new ArrayList<>();

    private SearchBenchmark() {}

    public static void main(String[] args) throws Exception {
        new SearchBenchmark().run(args.length == 0 ? 60_000 : Integer.parseInt(args[0]));
    }

    private void run(int passages) throws Exception {
        for (int i = 0; i < WORDS; i++) {
            vocabulary.add(word());
        }
        Path folder = Files.createTempDirectory("wherein-benchmark");
        write(folder, passages);
        try (PassageSearcher ours = LuceneIndex.open(folder);
                DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            Map<String, List<String>> queries = Map.of(
                    "one word",
                    queries(1, false),
                    "two words",
                    queries(2, false),
                    "four words",
                    queries(4, false),
                    "phrase",
                    queries(2, true));
            for (var kind : queries.entrySet()) {
                compare(kind.getKey(), kind.getValue(), ours, reader);
            }
            hostile(ours);
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void compare(String kind, List<String> queries, PassageSearcher ours, DirectoryReader reader)
            throws Exception {
        IndexSearcher lucene = new IndexSearcher(reader);
        UnifiedHighlighter highlighter = highlighter(lucene);
        double[] us = new double[queries.size()];
        double[] them = new double[queries.size()];
        Arrays.fill(us, Double.MAX_VALUE);
        Arrays.fill(them, Double.MAX_VALUE);
        int marks = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < queries.size(); i++) {
                String query = queries.get(i);
                long begin = cpu();
                marks += ours(ours, query);
                us[i] = Math.min(us[i], (cpu() - begin) / 1e3);
                begin = cpu();
                marks += theirs(lucene, highlighter, query);
                them[i] = Math.min(them[i], (cpu() - begin) / 1e3);
            }
        }
        Arrays.sort(us);
        Arrays.sort(them);
        System.out.printf(
                Locale.ROOT,
                "%-11s ours p50 %6.0f us, p95 %6.0f us; UnifiedHighlighter p50 %6.0f us, p95 %6.0f us; ratio of p50 %.2f (%d)%n",
                kind,
                at(us, 0.5),
                at(us, 0.95),
                at(them, 0.5),
                at(them, 0.95),
                at(us, 0.5) / at(them, 0.5),
                marks % 10);
    }

    private static int ours(PassageSearcher searcher, String text) throws Exception {
        var query = new QueryParser(new QueryFields(List.of()))
                .parse(text, QueryParser.Operator.OR, QueryParser.Mode.STRICT)
                .query();
        int length = 0;
        for (Hit hit : searcher.search(SearchRequest.best(query, List.<Filter>of(), 10))
                .hits()) {
            List<List<Span>> asked = hit.matched().stream().map(Matched::text).toList();
            length += new Snippeter(320)
                    .snippets(hit.text(), hit.marks(), asked, 1)
                    .getFirst()
                    .html()
                    .length();
        }
        return length;
    }

    private static int theirs(IndexSearcher searcher, UnifiedHighlighter highlighter, String text) throws Exception {
        Query query =
                new org.apache.lucene.queryparser.classic.QueryParser(Fields.TEXT, TextAnalyzer.STANDARD).parse(text);
        TopDocs top = searcher.search(query, 10);
        int length = 0;
        for (String snippet : highlighter.highlight(Fields.TEXT, query, top, 1)) {
            length += snippet.length();
        }
        return length;
    }

    /** Reads its text from where the index has it, and cuts it anew for its offsets, which the postings do not have. */
    private static UnifiedHighlighter highlighter(IndexSearcher searcher) {
        return new UnifiedHighlighter(UnifiedHighlighter.builder(searcher, TextAnalyzer.STANDARD)) {

            @Override
            protected List<CharSequence[]> loadFieldValues(
                    String[] fields, org.apache.lucene.search.DocIdSetIterator docs, int threshold) throws IOException {
                List<CharSequence[]> values = new ArrayList<>();
                BinaryDocValues texts = MultiDocValues.getBinaryValues(searcher.getIndexReader(), Fields.PASSAGE_TEXT);
                for (int doc = docs.nextDoc();
                        doc != org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;
                        doc = docs.nextDoc()) {
                    texts.advanceExact(doc);
                    values.add(new CharSequence[] {PackedText.read(texts.binaryValue())});
                }
                return values;
            }

            @Override
            protected OffsetSource getOffsetSource(String field) {
                return OffsetSource.ANALYSIS;
            }

            @Override
            protected Set<HighlightFlag> getFlags(String field) {
                return Set.of(HighlightFlag.PHRASES, HighlightFlag.MULTI_TERM_QUERY, HighlightFlag.WEIGHT_MATCHES);
            }
        };
    }

    private void hostile(PassageSearcher searcher) throws Exception {
        List<String> common = vocabulary.subList(0, 200);
        Map<String, String> queries = Map.of(
                "1,000 words",
                String.join(" ", vocabulary.subList(0, 1_000)),
                "64 wildcards",
                String.join(
                        " ",
                        vocabulary.subList(100, 164).stream()
                                .map(w -> w.substring(0, 3) + "*")
                                .toList()),
                "a phrase of 200 common words",
                "\"" + String.join(" ", common) + "\"",
                "a loose phrase",
                "\"" + String.join(" ", common.subList(0, 12)) + "\"~1000",
                "NEAR of eight common words",
                String.join(" NEAR/1000 ", common.subList(0, 8)),
                "a leading wildcard",
                "*" + vocabulary.get(300).substring(1),
                "fuzzy",
                vocabulary.get(500) + "~2",
                "a regular expression",
                "/(a|b|c)+.*(d|e|f){3}.*/");
        List<String> lines = new ArrayList<>();
        for (var query : queries.entrySet()) {
            long begin = System.nanoTime();
            String end = "answered";
            try {
                ours(searcher, query.getValue());
            } catch (RuntimeException e) {
                end = e.getClass().getSimpleName();
            }
            lines.add(String.format(
                    Locale.ROOT, "%8.1f ms  %s: %s", (System.nanoTime() - begin) / 1e6, query.getKey(), end));
        }
        lines.sort(Collections.reverseOrder());
        System.out.println(
                "hostile queries, the slowest first (the deadline is " + LuceneIndex.LIMIT.toMillis() + " ms):");
        lines.forEach(System.out::println);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) (part * (sorted.length - 1))];
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Words neither frequent nor rare, as people ask for them. */
    private List<String> queries(int words, boolean phrase) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<String> query = new ArrayList<>();
            for (int j = 0; j < words; j++) {
                query.add(vocabulary.get(phrase ? random.nextInt(40) : 20 + random.nextInt(2_000)));
            }
            String text = String.join(" ", query);
            queries.add(phrase ? "\"" + text + "\"" : text);
        }
        return queries;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 3 + random.nextInt(7); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            // Zipf's law by its inverse: the rank grows with the power of chance.
            int rank = (int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)) - 1);
            text.append(vocabulary.get(rank)).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    private void write(Path folder, int count) throws Exception {
        try (PassageSink sink = LuceneIndex.writer(folder)) {
            for (int document = 0; document < count / PER_DOCUMENT; document++) {
                StringBuilder text = new StringBuilder();
                List<Passage> passages = new ArrayList<>();
                for (int i = 0; i < PER_DOCUMENT; i++) {
                    int start = text.length();
                    text.append(text(PASSAGE));
                    Span span = new Span(start, text.length());
                    passages.add(new Passage(i + 1, span, Block.PROSE, "", "en", Metadata.UNKNOWN));
                    text.append("\n\n");
                }
                String id = "d" + document;
                sink.add(
                        "/",
                        new Document(id, id, text.toString(), Metadata.UNKNOWN, List.of(), List.of()),
                        passages,
                        List.of());
            }
            sink.commit(new Manifest(List.of(), "", count / PER_DOCUMENT, count, Map.of(), Map.of(), Map.of(), ""));
        }
    }
}
