package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.collection.Collection;
import wherein.coverage.CandidateTally;
import wherein.coverage.Coverage;
import wherein.coverage.Outcome;
import wherein.index.IndexReport;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Query;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.Copies;
import wherein.search.Deadline;
import wherein.search.FacetRequest;
import wherein.search.Hit;
import wherein.search.LedgerRequest;
import wherein.search.MatchRequest;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.SimilarPage;
import wherein.search.Suggestion;

/**
 * However a collection has come to be what it is, its index answers as one that was built of the same files at one go. The
 * oracle is that one; it knows no update.
 */
public abstract class EditsContract extends Contract {

    private static final List<String> SENTENCES = List.of(
            "The ferry from Norway brought 1,250 crates of herring in March 2021.",
            "Ingrid Solberg counted them twice. Ms Solberg found 12 percent missing.",
            "Harbour masters in Chile and Peru asked for $3 million.",
            "On 4 May 2019 the fog did not lift until noon.",
            "Nobody from Georgia had seen the lighthouse before.",
            "Паром из Норвегии привёз 300 ящиков сельди, сказал Иван Соколов.",
            "About 40 people waited, among them Tomas Lindqvist of Sweden.",
            "The keeper wrote that gulls came back in 2018 and stayed.",
            "Herrings were dear that winter, and keepers were few.");

    /** Each of which few texts have: a word stands in lower case or not, a country has this form or that. */
    private static final List<String> SELDOM = List.of(
            ("crane tug barge anchor cutter trawler gannet petrel heron plover curlew dory skiff yawl ketch sloop brig"
                            + " hawser capstan windlass rudder tiller bollard fender cleat sextant compass lantern buoy")
                    .split(" "));

    private static final List<String> FORMS = List.of(
            ("Norwegian Norwegians Peruvian Peruvians Chilean Chileans Swede Swedes Swedish Dane Danes Danish Finn Finns"
                            + " Finnish Pole Poles Polish Turk Turks Turkish Spaniard Spaniards Spanish")
                    .split(" "));

    /** A file of many records, where there is one. */
    private static final String MANY = "many.jsonl";

    private static final List<String> NAMES =
            List.of("a.txt", "b.txt", "c.md", "d/e.txt", "d/f.md", "g.txt", "h.jsonl", "i.jsonl", "d/k.html", "l.html");
    private static final List<String> IDS = List.of("one", "two", "three");
    private static final List<String> WORDS = List.of("fog", "herring", "сельдь", "keeper", "ferry");

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void anIndexThatWasEditedAnswersAsAFreshOne() throws Exception {
        scripts(1, 6);
    }

    @Test
    @Tag("long")
    void fortyScripts() throws Exception {
        scripts(100, 40);
    }

    @Test
    @Tag("gate")
    void threeHundredScripts() throws Exception {
        scripts(1_000, 300);
    }

    private void scripts(int seed, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            script(seed + i);
        }
    }

    private void script(int seed) throws Exception {
        Random random = new Random(seed);
        Path files = Files.createDirectory(folder.resolve("seed" + seed));
        String index = newIndex();
        if (random.nextBoolean()) {
            // What leaves so many is not merged away at once.
            Files.writeString(files.resolve(MANY), many(random));
        }
        int steps = 3 + random.nextInt(4);
        PassageSearcher served = null;
        for (int step = 0; step < steps; step++) {
            edit(random, files);
            String made = random.nextInt(6) == 0 ? "2" : "1";
            String when = "seed " + seed + ", step " + step;
            IndexReport edited = index(files, index, made, 1 + random.nextInt(3));
            String fresh = newIndex();
            IndexReport anew = index(files, fresh, made, 1);
            assertThat(edited.notes()).as(when).isEqualTo(anew.notes());
            Map<String, Object> wanted = answers(fresh);
            // Answers from an index that has been open since the first commit, and so knows most of it from before.
            PassageSearcher next =
                    served == null ? backEnd().open(index) : backEnd().openAfter(index, served);
            same(answers(next), wanted, when);
            if (served != null) {
                // What an older generation is asked meanwhile has to leave the newer one alone.
                new Coverage(served, Recognisers.standard()).tally(served, Deadline.after(LONG), List.of());
                served.close();
            }
            served = next;
            if (step + 1 == steps) {
                same(answers(index), wanted, when + ", opened anew");
                backEnd().purge(index);
                same(answers(index), wanted, when + ", purged");
                assertThat(scores(index)).as(when + ", purged").isEqualTo(scores(fresh));
            }
        }
        served.close();
    }

    private static void same(Map<String, Object> edited, Map<String, Object> fresh, String when) {
        assertThat(edited.keySet()).as(when).isEqualTo(fresh.keySet());
        edited.forEach(
                (name, answer) -> assertThat(answer).as(when + ": " + name).isEqualTo(fresh.get(name)));
    }

    private static void edit(Random random, Path folder) throws IOException {
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            Path file = folder.resolve(Seeded.one(random, NAMES));
            switch (random.nextInt(11)) {
                case 0 -> Files.deleteIfExists(file);
                case 1, 7, 8 -> {
                    Path other = folder.resolve(Seeded.one(random, NAMES));
                    boolean alike = extension(file).equals(extension(other));
                    if (alike && !file.equals(other) && Files.exists(file)) {
                        Files.createDirectories(other.getParent());
                        Files.move(file, other, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                case 2 -> catalogue(random, folder);
                case 9, 10 -> table(random, folder);
                default -> write(random, file);
            }
        }
        Path many = folder.resolve(MANY);
        if (Files.exists(many)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(many));
            lines.remove(random.nextInt(lines.size()));
            Files.write(many, lines);
        }
        // Nothing but one file: the rest may come and go.
        Files.writeString(folder.resolve("z.txt"), "The last one stays. " + SENTENCES.getFirst());
    }

    private static String extension(Path file) {
        return file.toString().substring(file.toString().lastIndexOf('.'));
    }

    private static void write(Random random, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String text = switch (extension(file)) {
            case ".jsonl" -> records(random);
            case ".md" ->
                "---\nid: " + Seeded.one(random, IDS) + "\nsource: " + Seeded.one(random, List.of("Post", "Times"))
                        + "\ndate: 20" + (10 + random.nextInt(15)) + "\n---\n# Gulls\n\n" + text(random);
            case ".html" -> "<title>Gulls</title><h1>Fog</h1><p>" + text(random).replace("\n\n", "</p><p>");
            // An id may be the path that it would have without, and stays when the file goes elsewhere.
            default ->
                random.nextInt(4) == 0 ? "---\nid: " + file.getFileName() + "\n---\n" + text(random) : text(random);
        };
        Files.writeString(file, text);
    }

    private static String many(Random random) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            records.append("{\"id\": \"m")
                    .append(i)
                    .append("\", \"text\": \"")
                    .append(sentence(random))
                    .append("\"}\n");
        }
        return records.toString();
    }

    private static String records(Random random) {
        StringBuilder records = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String id = random.nextBoolean() ? Seeded.one(random, IDS) : "r" + random.nextInt(6);
            String named = random.nextInt(3) == 0 ? "" : "\"id\": \"" + id + "\", ";
            records.append("{")
                    .append(named)
                    .append("\"stance\": \"for\", \"text\": \"")
                    .append(Seeded.one(random, SENTENCES))
                    .append("\"}\n");
        }
        return records + (random.nextInt(4) == 0 ? "{no record\n" : "");
    }

    private static void catalogue(Random random, Path folder) throws IOException {
        StringBuilder yaml = new StringBuilder("stances: {for: wants it}\n");
        if (random.nextBoolean()) {
            yaml.append("documents:\n");
            for (String name : List.of("a.txt", "g.txt")) {
                if (Files.exists(folder.resolve(name))) {
                    yaml.append("  - {id: ")
                            .append(name.charAt(0))
                            .append(random.nextInt(2))
                            .append(", file: ")
                            .append(name)
                            .append(", source: ")
                            .append(Seeded.one(random, List.of("Post", "Herald")))
                            .append(", date: 2020, fields: {sea: ")
                            .append(Seeded.one(random, List.of("north", "south")))
                            .append("}}\n");
                }
            }
        }
        if (random.nextBoolean()) {
            yaml.append(yaml.indexOf("documents:") < 0 ? "documents:\n" : "")
                    .append("  - {files: \"")
                    .append(Seeded.one(random, List.of("d/*", "**/*.txt", "*.md", "none/*")))
                    .append("\", source: Pattern, language: ")
                    .append(Seeded.one(random, List.of("en", "ru")))
                    .append("}\n");
        }
        String text = yaml.toString();
        Files.writeString(
                folder.resolve("catalog.yaml"),
                text.endsWith("documents:\n") ? text.replace("documents:\n", "") : text);
    }

    /** Rows as people write them: with any delimiter, of files that are there or not, some of them faulty. */
    private static void table(Random random, Path folder) throws IOException {
        StringBuilder table = new StringBuilder("\uFEFFFile,Published,source,stance,sea,guessed\n");
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                table.append(name)
                        .append(name.endsWith(".jsonl") && random.nextBoolean() ? "#2" : "")
                        .append(',')
                        .append(Seeded.one(random, List.of("4 March 2023", "2023-03", "03/04/2023", "soon", "")))
                        .append(',')
                        .append(Seeded.one(random, List.of("Gazette", "Herald", "")))
                        .append(',')
                        .append(Seeded.one(random, List.of("for", "against", "")))
                        .append(",north,")
                        .append(Seeded.one(random, List.of("source (the file)", "", "one cell, too many")))
                        .append('\n');
            }
        }
        String delimiter = Seeded.one(random, List.of(",", ";", "\t"));
        Files.writeString(folder.resolve("metadata.csv"), table.toString().replace(",", delimiter));
    }

    private static String sentence(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "He saw a " + Seeded.one(random, SELDOM) + ".";
            case 1 -> capital(Seeded.one(random, SELDOM)) + " after " + Seeded.one(random, SELDOM) + " passed.";
            case 2 -> "Some " + Seeded.one(random, FORMS) + " waved.";
            default -> Seeded.one(random, SENTENCES);
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int paragraphs = 1 + random.nextInt(3); paragraphs > 0; paragraphs--) {
            for (int sentences = 1 + random.nextInt(7); sentences > 0; sentences--) {
                text.append(sentence(random)).append(' ');
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private IndexReport index(Path files, String index, String made, int threads) throws Exception {
        try (Previous previous = backEnd().previous(index);
                PassageSink sink = backEnd().update(index, previous)) {
            return new Indexer(
                            List.of(Collection.open(files, Optional.empty())),
                            Recognisers::standard,
                            Map.of("tests", made),
                            new Indexer.Settings(true, 32 << 20, threads),
                            Progress.SILENT)
                    .run(sink, previous);
        }
    }

    /** All that may not depend on how an index came about, in its order; of ranked hits, which there are. */
    private Map<String, Object> answers(String index) throws Exception {
        try (PassageSearcher searcher = backEnd().open(index)) {
            return answers(searcher);
        }
    }

    private static Map<String, Object> answers(PassageSearcher searcher) throws IOException {
        Map<String, Object> answers = new TreeMap<>();
        LedgerNames names = new LedgerNames(searcher);
        LedgerRequest all = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL);
        answers.put("fingerprint", searcher.manifest().fingerprint());
        answers.put(
                "counts",
                List.of(
                        searcher.manifest().documents(),
                        searcher.manifest().passages(),
                        searcher.manifest().allMentions()));
        answers.put("stances", searcher.manifest().stances());
        answers.put("fields", searcher.fields());
        List<Object> documents = new ArrayList<>();
        searcher.documents(new Query.All(), List.of(), 0, documents::add);
        answers.put("documents", documents);
        List<Object> passages = new ArrayList<>();
        searcher.documents(
                new Query.All(),
                List.of(),
                0,
                stored -> passages.addAll(searcher.passages(stored.document().id())));
        answers.put("passages", passages);
        List<Object> rows = new ArrayList<>();
        searcher.mentions(all, 0, row -> rows.add(unnamed(row)));
        answers.put("rows", rows);
        List<Object> later = new ArrayList<>();
        searcher.mentions(all, rows.size() / 2, row -> later.add(unnamed(row)));
        assertThat(later).isEqualTo(rows.subList(rows.size() / 2, rows.size()));
        List<Object> keys = new ArrayList<>();
        searcher.keys(all, row -> keys.add(row.surface() + row.date() + row.source()));
        answers.put("keys", keys);
        for (List<String> by : List.of(List.of("type"), List.of("document", "surface"), List.of("id", "year"))) {
            List<Object> groups = new ArrayList<>();
            var found = searcher.summary(all, by, kept -> names.id(Named.PERSON, kept));
            for (int i = 0; i < found.size(); i++) {
                groups.add(found.get(i));
            }
            answers.put("groups by " + by, groups);
        }
        answers.put("persons", new ArrayList<>(new TreeSet<>(names.ids(Named.PERSON, ""))));
        for (String field : List.of("source", "stance", "date", "lang", "block", "country", "person")) {
            answers.put(
                    "facet " + field,
                    searcher.search(new SearchRequest(
                                    new Query.All(),
                                    List.of(),
                                    SearchRequest.Order.RELEVANCE,
                                    false,
                                    0,
                                    Optional.empty(),
                                    List.of(new FacetRequest(field, "", 100, FacetRequest.Interval.YEAR, names))))
                            .facets());
        }
        copies(searcher, names, answers);
        account(searcher, answers);
        for (Mention.Type type : Mention.Type.values()) {
            answers.put(
                    "tally " + type,
                    searcher.tally(new LedgerRequest(
                            new Query.All(), List.of(), MentionSelector.ALL.withTypes(EnumSet.of(type)))));
        }
        List<Object> similar = new ArrayList<>();
        searcher.documents(new Query.All(), List.of(), 0, stored -> {
            SimilarPage page = searcher.similar(stored.document().id(), 0, 1_000);
            similar.add(stored.document().id() + ": " + page.total() + " in " + page.documents());
            page.pairs()
                    .forEach(pair ->
                            similar.add(pair.here().id() + " " + pair.there().id() + " " + pair.alignment()));
            return true;
        });
        answers.put("similar", similar);
        for (String word : WORDS) {
            Query query = new Query.Word(Query.TEXT, word);
            List<Object> matches = new ArrayList<>();
            searcher.matches(new MatchRequest(query, List.of()), 0, row -> matches.add(row));
            answers.put("matches of " + word, matches);
            answers.put("match tally of " + word, searcher.matchTally(new MatchRequest(query, List.of())));
            answers.put("forms of " + word, searcher.forms(query));
            answers.put("passages with " + word, searcher.passagesWith(List.of(word)));
            answers.put(
                    "hits of " + word,
                    hits(searcher, word).stream()
                            .map(hit -> hit.id() + " " + hit.marks() + hit.text())
                            .sorted()
                            .toList());
            answers.put(
                    "suggestions of " + word,
                    searcher.suggest(word.substring(0, 2), EnumSet.allOf(Suggestion.Type.class), 20, names));
        }
        for (String prefix : FORMS) {
            answers.put(
                    "names that begin with " + prefix,
                    searcher.suggest(prefix, EnumSet.of(Suggestion.Type.COUNTRY, Suggestion.Type.PERSON), 20, names));
        }
        return answers;
    }

    /** What names a row names it in its generation alone. */
    private static MentionRow unnamed(MentionRow row) {
        return new MentionRow(row.mention(), row.surface(), row.startCodePoint(), row.endCodePoint(), row.passage(), 0);
    }

    /** Everything that might be a mention, and what became of it. */
    private static void account(PassageSearcher searcher, Map<String, Object> answers) throws IOException {
        Coverage coverage = new Coverage(searcher, Recognisers.standard());
        Deadline deadline = Deadline.after(LONG);
        CandidateTally tally = coverage.tally(searcher, deadline, List.of());
        for (Outcome outcome : Outcome.values()) {
            answers.put("candidates " + outcome.word(), new TreeMap<>(tally.rules(outcome)));
        }
        answers.put("mentions of candidates", tally.mentionsOfCandidates());
        List<Object> candidates = new ArrayList<>();
        coverage.candidates(
                searcher,
                deadline,
                List.of(),
                tally,
                Optional.of(Outcome.UNEXPLAINED),
                1,
                (stored, points, candidate, verdict) ->
                        candidates.add(stored.document().id() + candidate));
        answers.put("unexplained candidates", candidates);
        assertThat(candidates).hasSize(Math.max(0, tally.count(Optional.of(Outcome.UNEXPLAINED)) - 1));
    }

    /** What is told of copies, kept and left out. */
    private static void copies(PassageSearcher searcher, LedgerNames names, Map<String, Object> answers)
            throws IOException {
        for (Copies copies : List.of(Copies.TOLD, Copies.FOLDED)) {
            LedgerRequest all = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL, copies);
            answers.put(copies + " tally", searcher.tally(all));
            List<Object> rows = new ArrayList<>();
            searcher.mentions(all, 0, row -> rows.add(row.passage().id() + row.mention()));
            answers.put(copies + " rows", rows);
            answers.put(
                    copies + " groups",
                    searcher.summary(all, List.of("source", "id"), kept -> names.id(Named.PERSON, kept))
                            .toList());
            var page = searcher.documents(new Query.All(), List.of(), copies, 0, 100);
            answers.put(copies + " documents", page);
            for (var stored : page.documents()) {
                String id = stored.document().id();
                answers.put(copies + " document " + id, searcher.copies(id));
                var similar = searcher.similar(id, 0, 1_000);
                answers.put(
                        copies + " similar " + id,
                        similar.pairs().stream()
                                .map(pair ->
                                        pair.here().id() + " " + pair.there().id() + " " + pair.alignment())
                                .toList());
                assertThat(searcher.similar(id, similar.total() / 2, 1).pairs())
                        .isEqualTo(similar.pairs().stream()
                                .skip(similar.total() / 2)
                                .limit(1)
                                .toList());
            }
            var found = searcher.search(new SearchRequest(
                    new Query.All(),
                    List.of(),
                    SearchRequest.Order.DATE,
                    false,
                    1_000,
                    Optional.empty(),
                    List.of(FacetRequest.of("source")),
                    false,
                    copies));
            answers.put(
                    copies + " passages",
                    found.hits().stream().map(hit -> hit.id() + hit.copies()).toList());
            answers.put(copies + " totals", List.of(found.passages(), found.documents(), found.copies()));
            answers.put(copies + " facets", found.facets());
            for (String word : WORDS) {
                MatchRequest request = new MatchRequest(new Query.Word(Query.TEXT, word), List.of(), copies);
                List<Object> matches = new ArrayList<>();
                searcher.matches(request, 0, row -> matches.add(row.passage().id() + row.span()));
                answers.put(copies + " matches of " + word, matches);
                answers.put(copies + " match tally of " + word, searcher.matchTally(request));
            }
        }
    }

    private static List<Hit> hits(PassageSearcher searcher, String word) throws IOException {
        return searcher.search(SearchRequest.best(new Query.Word(Query.TEXT, word), List.of(), 100))
                .hits();
    }

    /** Ranked hits with their scores, in their order. */
    private Map<String, Object> scores(String index) throws Exception {
        Map<String, Object> scores = new TreeMap<>();
        try (PassageSearcher searcher = backEnd().open(index)) {
            for (String word : WORDS) {
                scores.put(
                        word,
                        hits(searcher, word).stream()
                                .map(hit -> hit.id() + " " + hit.score())
                                .collect(Collectors.joining("\n")));
            }
        }
        return scores;
    }
}
