package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.Shared;
import wherein.analysis.TextAnalyzer;
import wherein.text.Columns;

/** A concordance has every match and no other, in whatever form and by whatever pages it comes. */
class ConcordanceTest {

    private static final String BASE = "/api/v1/concordance";

    /** A word: letters, digits and marks, with signs that stand between two letters or two digits. */
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}\\p{M}_]+(?:(?:(?<=\\p{L}\\p{M}{0,3})[.:'‘’·](?=\\p{L})|(?<=\\p{N})[.,;'‘’](?=\\p{N}))"
                    + "[\\p{L}\\p{N}\\p{M}_]+)*");

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator ACCENTS = Transliterator.getInstance("NFD; [:Mn:] Remove; NFC");

    @TempDir
    private Path folder;

    private final Map<String, Set<String>> keys = new HashMap<>();

    /** A word of a passage: where it stands in the document, in code points, and what it counts as. */
    private record Word(String text, int start, int end, Set<String> keys) {}

    @Test
    void theDigestsGiveWhatAScanGives() throws Exception {
        try (Served served = Served.digests(folder)) {
            equalsAScan(served, 300);
        }
    }

    @Test
    void theOriginalsGiveWhatAScanGives() throws Exception {
        Path originals = Files.createDirectories(folder.resolve("originals"));
        for (String name : Shared.ORIGINALS) {
            Files.copy(Shared.originals().resolve(name), originals.resolve(name));
        }
        Path catalogue = Path.of("seeds/catalog.yaml").toAbsolutePath();
        try (Served served = Served.of(originals, Optional.of(catalogue), folder.resolve("index"))) {
            equalsAScan(served, 1_000);
        }
    }

    private void equalsAScan(Served served, int times) throws Exception {
        Map<String, List<List<Word>>> documents = words(served);
        List<List<Word>> all = documents.values().stream()
                .flatMap(List::stream)
                .filter(words -> !words.isEmpty())
                .toList();
        List<String> different = new ArrayList<>();
        int[] matches = {0};
        Seeded.times(times, random -> {
            List<Word> passage = all.get(random.nextInt(all.size()));
            int start = random.nextInt(passage.size());
            int length = Math.min(passage.size() - start, random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(4));
            List<Word> wanted = passage.subList(start, start + length);
            String query =
                    "\"" + String.join(" ", wanted.stream().map(Word::text).toList()) + "\"";
            Set<String> expected = new TreeSet<>();
            documents.forEach(
                    (document, passages) -> passages.forEach(words -> runs(document, words, wanted, expected)));
            List<String> found = places(served, query);
            matches[0] += found.size();
            assertThat(found).as(query).hasSize(expected.size());
            if (!new TreeSet<>(found).equals(expected)) {
                different.add(query);
            }
        });
        assertThat(different).isEmpty();
        assertThat(matches[0]).isGreaterThanOrEqualTo(Seeded.isGiven() ? 1 : times);
    }

    private static void runs(String document, List<Word> words, List<Word> wanted, Set<String> found) {
        for (int i = 0; i + wanted.size() <= words.size(); i++) {
            boolean all = true;
            for (int j = 0; all && j < wanted.size(); j++) {
                Set<String> both = new HashSet<>(words.get(i + j).keys());
                both.retainAll(wanted.get(j).keys());
                all = !both.isEmpty();
            }
            if (all) {
                found.add(document + " " + words.get(i).start() + "-"
                        + words.get(i + wanted.size() - 1).end());
            }
        }
    }

    /** Where the matches stand, as the endpoint tells it; each with the text that stands there. */
    private static List<String> places(Served served, String query) {
        List<String> places = new ArrayList<>();
        for (JsonNode row : lines(served, "q=" + encode(query) + "&left=5&right=5")) {
            String document = row.get("document").asText();
            places.add(document + " " + row.get("start").asInt() + "-"
                    + row.get("end").asInt());
        }
        return places;
    }

    private static List<JsonNode> lines(Served served, String query) {
        try {
            HttpResponse<String> answer = served.get(BASE + ".ndjson?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(200);
            List<JsonNode> rows = new ArrayList<>();
            for (String line : answer.body().lines().toList()) {
                rows.add(Served.tree(line));
            }
            assertThat(answer.headers().firstValue("X-Total-Count")).contains(Integer.toString(rows.size()));
            return rows;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The words of each passage of each document. */
    private Map<String, List<List<Word>>> words(Served served) throws Exception {
        Map<String, List<List<Word>>> documents = new HashMap<>();
        for (JsonNode document : served.json("/api/v1/documents?limit=1000").get("documents")) {
            String id = document.get("id").asText();
            List<List<Word>> passages = new ArrayList<>();
            for (JsonNode passage :
                    served.json("/api/v1/documents/" + encode(id) + "/passages").get("passages")) {
                passages.add(
                        words(passage.get("text").asText(), passage.get("start").asInt()));
            }
            documents.put(id, passages);
        }
        return documents;
    }

    private List<Word> words(String text, int base) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.replace('\u202f', ' '));
        while (matcher.find()) {
            int start = base + text.codePointCount(0, matcher.start());
            int end = base + text.codePointCount(0, matcher.end());
            words.add(new Word(
                    matcher.group(), start, end, keys.computeIfAbsent(matcher.group(), ConcordanceTest::keys)));
        }
        return words;
    }

    /** What a word counts as: itself, folded, and its stem. */
    private static Set<String> keys(String word) {
        Set<String> keys = new HashSet<>();
        keys.add(ACCENTS.transliterate(FOLDING.normalize(word)).replaceFirst("['’]s$", ""));
        try (TokenStream tokens = TextAnalyzer.STANDARD.tokenStream("", word)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (term.charAt(0) == '=') {
                    keys.add(term.toString());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    @Test
    void everyFormAndTheSumOverPagesHaveTheSameRows() throws Exception {
        try (Served served = Served.digests(folder)) {
            Random random = new Random(7);
            for (String query :
                    List.of("the", "Russia", "\"left the country\" OR emigrat*", "country:RU", "person:*")) {
                for (String sort : List.of("document", "left", "match", "right", "date")) {
                    sameInAllForms(served, "q=" + encode(query) + "&sort=" + sort, random);
                }
                sameInAllForms(served, "q=" + encode(query) + "&sample=7&seed=3&context=sentence", random);
            }
        }
    }

    private static void sameInAllForms(Served served, String query, Random random) throws Exception {
        List<JsonNode> rows = lines(served, query);
        List<JsonNode> paged = new ArrayList<>();
        String next = BASE + "?limit=" + (1 + random.nextInt(30)) + "&" + query;
        JsonNode page = null;
        while (next != null) {
            page = served.json(next);
            page.get("rows").forEach(paged::add);
            assertThat(page.get("total").get("returned").asInt())
                    .isEqualTo(page.get("rows").size());
            next = page.get("next_url").isNull() ? null : page.get("next_url").asText();
        }
        assertThat(page.get("complete").asBoolean()).isTrue();
        assertThat(paged).as(query).isEqualTo(rows);
        if (!query.contains("sample")) {
            assertThat(page.get("total").get("matches").asInt()).isEqualTo(rows.size());
            assertThat(page.get("total").get("documents").asLong())
                    .isEqualTo(rows.stream()
                            .map(row -> row.get("document"))
                            .distinct()
                            .count());
            assertThat(page.get("total").get("passages").asLong())
                    .isEqualTo(rows.stream()
                            .map(row -> row.get("passage"))
                            .distinct()
                            .count());
        }
        assertThat(served.get(BASE + ".csv?" + query).body().split("\r\n")).hasSize(rows.size() + 1);
        assertThat(served.get(BASE + ".txt?" + query).body().lines()).hasSize(rows.size());
        for (JsonNode row : rows) {
            assertThat(row.get("end").asInt() - row.get("start").asInt())
                    .isEqualTo((int) row.get("match").asText().codePoints().count());
        }
    }

    @Test
    void aSampleIsTheSameForTheSameSeedAndKeepsTheOrder() throws Exception {
        try (Served served = Served.digests(folder)) {
            List<JsonNode> all = lines(served, "q=the");
            List<JsonNode> one = lines(served, "q=the&sample=20&seed=1");
            assertThat(one).hasSize(20).isSubsetOf(all).doesNotHaveDuplicates();
            assertThat(one.stream().map(all::indexOf)).isSorted();
            assertThat(lines(served, "q=the&sample=20&seed=1")).isEqualTo(one);
            assertThat(lines(served, "q=the&sample=20&seed=2")).isNotEqualTo(one);
            assertThat(lines(served, "q=the&sample=1000000")).isEqualTo(all);
            assertThat(lines(served, "q=the&sample=20&seed=1&sort=right")).containsExactlyInAnyOrderElementsOf(one);
        }
    }

    @Test
    void theTextFormIsAlignedByTheWidthOfWhatIsSeen() throws Exception {
        try (Served served = harbour()) {
            String text = served.get(BASE + ".txt?left=12&right=10&q=" + encode("port OR порт OR \"東京\""))
                    .body();
            assertThat(text).isEqualTo("""
                                 The old port sleeps. E\ta.txt 8-12
                             eeps. Every Port has a caf\ta.txt 27-31
                               a cafe\u0301, a port too. Ста\ta.txt 47-51
                              oo. Старый порт спит, а н\ta.txt 65-69
                             ит, а новый порт шумит. 東\ta.txt 84-88
                              орт шумит. 東京 の古い por\ta.txt 97-99
                            . 東京の古い port は静か。 \ta.txt 103-107
                             は静か。 \uD83D\uDE00 port \ta.txt 115-119
                            """);
            for (String line : text.lines().toList()) {
                Matcher match = Pattern.compile("(?i) (port|порт|東京) ").matcher(line);
                boolean aligned = false;
                while (match.find()) {
                    aligned |= Columns.of(line.substring(0, match.start(1))) == 13;
                }
                assertThat(aligned).as(line).isTrue();
            }
        }
    }

    @Test
    void rowsAreSortedByWhatStandsAroundThem() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("sorted"));
        Files.writeString(collection.resolve("a.txt"), "b. x fog, D! a. A Fogs c. a. y fog (a). z FOG b.\n");
        try (Served served = Served.of(collection, Optional.empty(), folder.resolve("index"))) {
            assertThat(starts(served, "document")).containsExactly(5, 18, 31, 42);
            assertThat(starts(served, "left")).containsExactly(18, 5, 31, 42);
            assertThat(starts(served, "right")).containsExactly(31, 42, 18, 5);
            assertThat(starts(served, "match")).containsExactly(5, 31, 42, 18);
            assertThat(starts(served, "date")).containsExactly(5, 18, 31, 42);
        }
    }

    private static List<Integer> starts(Served served, String sort) {
        return lines(served, "q=fog&sort=" + sort).stream()
                .map(row -> row.get("start").asInt())
                .toList();
    }

    @Test
    void moreRowsThanAreHeldAtOnceAreSortedToo() throws Exception {
        int many = 20_001;
        Path collection = Files.createDirectories(folder.resolve("many"));
        Files.writeString(collection.resolve("a.txt"), "Gulls cry over a gull. ".repeat(many / 2) + "Gull!\n");
        try (Served served = Served.of(collection, Optional.empty(), folder.resolve("index"))) {
            List<String> words = lines(served, "q=gull&sort=right").stream()
                    .map(row -> row.get("after")
                            .asText()
                            .replaceAll("[^A-Za-z]+", " ")
                            .strip())
                    .toList();
            assertThat(words).hasSize(many).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
            assertThat(lines(served, "q=gull&sort=right&sample=50")).hasSize(50);
        }
    }

    private Served harbour() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("harbour"));
        Files.writeString(
                collection.resolve("a.txt"),
                "The old port sleeps. Every Port has a cafe\u0301, a port too.\n\n"
                        + "Старый порт спит, а новый порт шумит.\n\n"
                        + "東京の古い port は静か。 😀 port\n");
        return Served.of(collection, Optional.empty(), folder.resolve("index"));
    }

    @Test
    void contextIsInCodePointsOrTheSentence() throws Exception {
        try (Served served = harbour()) {
            JsonNode row = lines(served, "q=port").getFirst();
            assertThat(row.get("before").asText()).isEqualTo("The old ");
            assertThat(row.get("match").asText()).isEqualTo("port");
            assertThat(row.get("link").asText()).isEqualTo("/documents/a.txt?q=port#c=8-12");
            JsonNode near = lines(served, "q=port&left=2&right=3").getFirst();
            assertThat(near.get("before").asText()).isEqualTo("d ");
            assertThat(near.get("after").asText()).isEqualTo(" sl");
            JsonNode sentence = lines(served, "q=port&context=sentence").get(1);
            assertThat(sentence.get("before").asText()).isEqualTo("Every ");
            assertThat(sentence.get("after").asText()).endsWith("a port too.");
            JsonNode last = lines(served, "q=port&left=2").getLast();
            assertThat(last.get("before").asText()).isEqualTo("😀 ");
            JsonNode utf16 = lines(served, "q=port&left=2&offsets=utf16").getLast();
            assertThat(utf16.get("start").asInt()).isEqualTo(last.get("start").asInt() + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',q",
        "q=,q",
        "q=%20,q",
        "q=port&left=1001,left",
        "q=port&right=-1,right",
        "q=port&context=7,context",
        "q=port&context=sentence&left=9,left",
        "q=port&sort=middle,sort",
        "q=port&sample=0,sample",
        "q=port&sample=x,sample",
        "q=port&seed=4,seed",
        "q=port&sample=2&seed=x,seed",
        "q=port&fields=document&fields=afte,fields",
        "q=port&colour=red,colour",
        "q=port&offsets=bytes,offsets",
        "q=port&cursor=x,cursor"
    })
    void aBadParameterIsTold(String query, String parameter) throws Exception {
        try (Served served = harbour()) {
            for (String suffix : List.of("", ".csv", ".ndjson", ".txt", ".json")) {
                HttpResponse<String> answer = served.get(BASE + suffix + "?" + query);
                assertThat(answer.statusCode()).as(suffix).isEqualTo(400);
                assertThat(Served.tree(answer.body()).findValuesAsText("parameter"))
                        .contains(parameter);
            }
            assertThat(served.get(BASE + ".txt?q=port&fields=document").statusCode())
                    .isEqualTo(400);
            assertThat(served.get(BASE + "?q=port&format=xml").statusCode()).isEqualTo(406);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
