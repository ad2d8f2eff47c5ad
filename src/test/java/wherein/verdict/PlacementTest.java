package wherein.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.collection.Collection;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.lucene.LuceneIndex;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.recognise.Recognisers;
import wherein.search.Deadline;
import wherein.search.DeadlineException;
import wherein.search.PassageSearcher;
import wherein.search.RowMarks;

/**
 * Verdicts through edits, renames and deletions. What is expected is told by the sentences themselves, each of which has a number
 * that the index never sees: a verdict is on its own sentence, or on none.
 */
class PlacementTest {

    private static final Annotator ANNOTATOR = Recognisers.standard();
    private static final String NAMED = "Norway";

    @TempDir
    private Path folder;

    private int scratch;

    /** A sentence with one mention. Two that read the same are two sentences all the same. */
    private record Sentence(int number, String text) {}

    /**
     * A verdict that was given.
     *
     * @param text of its whole document then
     * @param alike sentences of the document that read the same
     */
    private record Given(Sentence sentence, String document, String text, long alike) {}

    /** A collection of sentences, in files. */
    private final class Sentences {
        private final Random random;
        private final Path files;
        private final Path index;
        private final Map<String, List<Sentence>> documents = new TreeMap<>();
        private final Map<Integer, Given> given = new HashMap<>();
        private final Verdicts verdicts;
        private int number;

        Sentences(Random random) throws IOException {
            this.random = random;
            this.files = Files.createDirectories(folder.resolve("files" + scratch));
            this.index = Files.createDirectories(folder.resolve("index" + scratch++));
            for (int i = 0; i < 5; i++) {
                add();
            }
            this.verdicts = Verdicts.of(index);
        }

        private void add() {
            List<Sentence> sentences = new ArrayList<>();
            for (int i = 2 + random.nextInt(8); i > 0; i--) {
                sentences.add(sentence());
            }
            documents.put(name(), sentences);
        }

        private String name() {
            int next = number++;
            return "log-" + next * 7 % 10 + "-" + next + ".txt";
        }

        private Sentence sentence() {
            int next = number++;
            StringBuilder word = new StringBuilder();
            for (int rest = next + 1_000; rest > 0; rest /= 20) {
                word.append("bdfgklmnprst".charAt(rest % 12)).append("aeiou".charAt(rest % 5));
            }
            String end = Seeded.one(random, "at noon", "in the fog", "with " + word + " aboard");
            return new Sentence(next, "The " + word + " ferry left " + NAMED + " " + end + ".");
        }

        private static String text(List<Sentence> sentences) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < sentences.size(); i++) {
                text.append(sentences.get(i).text).append(i % 3 == 2 ? "\n\n" : " ");
            }
            return text.toString().strip() + "\n";
        }

        /** Where the mention of a sentence begins in its document. */
        private static int start(List<Sentence> sentences, int at) {
            int begin = text(sentences.subList(0, at)).length() - 1;
            String text = text(sentences);
            return text.indexOf(NAMED, text.indexOf(sentences.get(at).text, at == 0 ? 0 : begin));
        }

        void edit() {
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                String name = Seeded.one(random, List.copyOf(documents.keySet()));
                List<Sentence> sentences = documents.get(name);
                int at = random.nextInt(sentences.size());
                switch (random.nextInt(10)) {
                    case 0, 1 -> sentences.set(at, sentence());
                    case 2 -> sentences.add(at, sentence());
                    case 3 -> {
                        if (sentences.size() > 1) {
                            sentences.remove(at);
                        }
                    }
                    case 4, 5 -> Collections.swap(sentences, at, random.nextInt(sentences.size()));
                    case 6 ->
                        sentences.add(random.nextInt(sentences.size()), new Sentence(number++, sentences.get(at).text));
                    case 7 -> documents.put(name(), documents.remove(name));
                    case 8 -> {
                        if (documents.size() > 3) {
                            documents.remove(name);
                        }
                        add();
                    }
                    default -> {
                        List<Sentence> copy = new ArrayList<>();
                        sentences.forEach(each -> copy.add(new Sentence(number++, each.text)));
                        documents.put(name(), copy);
                    }
                }
            }
        }

        void index() throws Exception {
            try (var there = Files.list(files)) {
                for (Path file : there.toList()) {
                    Files.delete(file);
                }
            }
            for (Map.Entry<String, List<Sentence>> each : documents.entrySet()) {
                Files.writeString(files.resolve(each.getKey()), text(each.getValue()));
            }
            boolean isFirst = LuceneIndex.manifest(index).isEmpty();
            try (PassageSearcher before = isFirst ? null : LuceneIndex.open(index)) {
                run();
                if (!isFirst) {
                    try (PassageSearcher after = LuceneIndex.open(index)) {
                        Renames.record(before, after, verdicts);
                    }
                }
            }
        }

        private void run() throws Exception {
            try (Previous previous = LuceneIndex.previous(index);
                    PassageSink sink = LuceneIndex.update(index, previous)) {
                new Indexer(
                                List.of(Collection.open(files, Optional.empty())),
                                () -> ANNOTATOR,
                                Map.of(),
                                new Indexer.Settings(true, 32 << 20, 2),
                                Progress.SILENT)
                        .run(sink, previous);
            }
        }

        void judgeOf(String name, int at) throws Exception {
            try (PassageSearcher searcher = LuceneIndex.open(index)) {
                judge(new Judgements(searcher, verdicts), searcher, name, at);
            }
        }

        /** Checks all verdicts, and gives what became of each. */
        List<Status> statuses() throws Exception {
            List<Status> statuses = new ArrayList<>();
            try (PassageSearcher searcher = LuceneIndex.open(index)) {
                Judgements judgements = new Judgements(searcher, verdicts);
                check(judgements);
                judgements.now().all(Deadline.after(Duration.ofMinutes(1)), said -> statuses.add(said.status()));
            }
            return statuses;
        }

        /** Judges any sentence. */
        void judge(Judgements judgements, PassageSearcher searcher) throws Exception {
            String name = Seeded.one(random, List.copyOf(documents.keySet()));
            judge(judgements, searcher, name, random.nextInt(documents.get(name).size()));
        }

        /** Judges a sentence, which is told by the note. */
        private void judge(Judgements judgements, PassageSearcher searcher, String name, int at) throws Exception {
            List<Sentence> sentences = documents.get(name);
            if (given.containsKey(sentences.get(at).number)) {
                // Of two verdicts on one sentence the later one alone is listed, as long as both are on it.
                return;
            }
            int start = start(sentences, at);
            Anchor anchor = judgements
                    .find(searcher, name, Mention.Type.COUNTRY, start, start + NAMED.length())
                    .orElseThrow(() -> new AssertionError("no mention at " + start + " of " + text(sentences)))
                    .anchor();
            Sentence sentence = sentences.get(at);
            judgements.add(List.of(new Verdict(
                    Instant.EPOCH, "Anna", Word.CONFIRMED, Map.of(), Integer.toString(sentence.number), anchor)));
            long alike = sentences.stream()
                    .filter(each -> each.text.equals(sentence.text))
                    .count();
            given.put(sentence.number, new Given(sentence, name, text(sentences), alike));
        }

        /** Checks all verdicts; how many are on a row. */
        int check(Judgements judgements) throws Exception {
            Set<Integer> seen = new HashSet<>();
            int[] placed = new int[1];
            judgements.now().all(Deadline.after(Duration.ofMinutes(1)), said -> {
                int number = Integer.parseInt(said.verdict().note());
                seen.add(number);
                Given verdict = given.get(number);
                if (said.place().isPresent()) {
                    placed[0]++;
                    Moment.Place place = said.place().get();
                    assertThat(said.status().isOrphan()).isFalse();
                    isOnItsOwn(verdict, place);
                } else {
                    assertThat(said.status().isOrphan()).isTrue();
                    assertThat(mustBePlaced(verdict))
                            .as(() -> said.status() + " " + verdict + " in " + text(documents.get(verdict.document)))
                            .isFalse();
                }
                return true;
            });
            // A sentence that was taken out and written anew is the same one, of which the last word is listed.
            Set<String> texts = new HashSet<>();
            seen.forEach(number -> texts.add(given.get(number).sentence.text));
            assertThat(given.values())
                    .as("no verdict is lost")
                    .allSatisfy(each -> assertThat(texts).contains(each.sentence.text));
            return placed[0];
        }

        private void isOnItsOwn(Given verdict, Moment.Place place) {
            List<Sentence> sentences = documents.get(place.document());
            for (int at = 0; at < sentences.size(); at++) {
                if (start(sentences, at) == place.start()) {
                    Sentence found = sentences.get(at);
                    assertThat(found.text).isEqualTo(verdict.sentence.text);
                    boolean isGone = documents.values().stream().noneMatch(all -> all.contains(verdict.sentence));
                    // What reads the same, and is all that is left of it, is what was moved: nobody can tell otherwise.
                    // Nor can anybody tell that two that read the same have changed places.
                    boolean isUntouched = text(sentences).equals(verdict.text);
                    assertThat(found.equals(verdict.sentence) || isGone || isUntouched)
                            .as(() -> verdict + " is on " + found)
                            .isTrue();
                    return;
                }
            }
            throw new AssertionError("no sentence has its mention at " + place);
        }

        /** Whether it would be a fault to list it as lost. */
        private boolean mustBePlaced(Given verdict) {
            List<Sentence> sentences = documents.getOrDefault(verdict.document, List.of());
            long alike = sentences.stream()
                    .filter(each -> each.text.equals(verdict.sentence.text))
                    .count();
            boolean alone = verdict.alike == 1 && alike == 1;
            boolean untouched = text(sentences).equals(verdict.text);
            return alone || untouched;
        }
    }

    @Test
    void aDocumentThatWasRenamedKeepsItsVerdictsThroughLaterEditsAndACopyOfItTakesNone() throws Exception {
        Sentences sentences = new Sentences(new Random(1));
        sentences.index();
        String name = sentences.documents.keySet().iterator().next();
        List<Sentence> all = sentences.documents.get(name);
        sentences.judgeOf(name, 0);
        // A copy comes, and then the original gets another name while the copy stays.
        sentences.documents.put("copy.txt", copyOf(sentences, all));
        sentences.index();
        assertThat(sentences.statuses()).containsExactly(Status.PLACED);
        sentences.documents.put("renamed.txt", sentences.documents.remove(name));
        sentences.index();
        assertThat(sentences.statuses()).containsExactly(Status.RENAMED);
        all.add(0, sentences.sentence());
        sentences.index();
        assertThat(sentences.statuses()).containsExactly(Status.RENAMED);
        // Now it goes, and its copy is no heir.
        sentences.documents.remove("renamed.txt");
        sentences.index();
        assertThat(sentences.statuses()).containsExactly(Status.DOCUMENT_GONE);
    }

    private static List<Sentence> copyOf(Sentences sentences, List<Sentence> all) {
        List<Sentence> copy = new ArrayList<>();
        all.forEach(each -> copy.add(new Sentence(sentences.number++, each.text)));
        return copy;
    }

    @Test
    void aRequestThatCannotWaitHasNotBegunInVain() throws Exception {
        Sentences sentences = new Sentences(new Random(2));
        sentences.index();
        List<String> names = List.copyOf(sentences.documents.keySet());
        try (PassageSearcher searcher = LuceneIndex.open(sentences.index)) {
            Judgements judgements = new Judgements(searcher, sentences.verdicts);
            for (int i = 0; i < 3; i++) {
                sentences.judge(judgements, searcher, names.get(i), 0);
                Optional<RowMarks> marks = Optional.empty();
                for (int tries = 0; marks.isEmpty() && tries < 3_000; tries++) {
                    marks = marksAtOnce(judgements);
                }
                assertThat(marks.orElseThrow().size()).isEqualTo(i + 1);
            }
        }
    }

    private static Optional<RowMarks> marksAtOnce(Judgements judgements) throws IOException {
        Deadline over = Deadline.after(Duration.ofMinutes(1));
        over.end();
        try {
            return Optional.of(judgements.now().marks(over));
        } catch (DeadlineException e) {
            return Optional.empty();
        }
    }

    @Test
    void whoBeganBeforeMoreWasSaidSeesWhatWasSaidByThen() throws Exception {
        Sentences sentences = new Sentences(new Random(3));
        sentences.index();
        List<String> names = List.copyOf(sentences.documents.keySet());
        Deadline deadline = Deadline.after(Duration.ofMinutes(1));
        try (PassageSearcher searcher = LuceneIndex.open(sentences.index)) {
            Judgements judgements = new Judgements(searcher, sentences.verdicts);
            List<Moment> moments = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                moments.add(judgements.now());
                sentences.judge(judgements, searcher, names.get(i), 0);
            }
            assertThat(judgements.now().marks(deadline).size()).isEqualTo(4);
            for (int i = 3; i >= 0; i--) {
                List<String> said = new ArrayList<>();
                moments.get(i).all(deadline, each -> said.add(each.document()));
                assertThat(said).containsExactlyInAnyOrderElementsOf(names.subList(0, i));
            }
        }
    }

    @Test
    void ofThousandsOfSentencesThatAreAlikeEachHasItsOwnVerdictUntilNothingTellsThemApart() throws Exception {
        int many = 1_000;
        String sentence = "The ferry left " + NAMED + " at noon.";
        List<Sentence> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(new Sentence(i, sentence));
        }
        Sentences sentences = new Sentences(new Random(4));
        sentences.documents.clear();
        sentences.documents.put("alike.txt", all);
        sentences.index();
        sentences.judgeOf("alike.txt", many / 2);
        Anchor one =
                sentences.verdicts.read(sentences.verdicts.state().entries()[0]).anchor();
        String text = Sentences.text(all);
        List<Verdict> verdicts = new ArrayList<>();
        for (int at = text.indexOf(NAMED); at >= 0; at = text.indexOf(NAMED, at + 1)) {
            Anchor anchor = new Anchor(
                    one.document(),
                    one.type(),
                    one.surface(),
                    one.said(),
                    at,
                    at + NAMED.length(),
                    one.before(),
                    one.after(),
                    many,
                    Digest.written(1 + at),
                    one.text());
            verdicts.add(new Verdict(Instant.EPOCH, "Anna", Word.REJECTED, Map.of(), "", anchor));
        }
        Verdicts kept = Verdicts.of(Files.createDirectory(folder.resolve("kept")));
        kept.add(verdicts);
        assertThat(statuses(sentences, kept)).hasSize(many).containsOnly(Status.PLACED);
        all.addFirst(new Sentence(many, "Fog came."));
        sentences.index();
        assertThat(statuses(sentences, kept)).hasSize(many).containsOnly(Status.REPEATED);
    }

    private static List<Status> statuses(Sentences sentences, Verdicts verdicts) throws Exception {
        List<Status> statuses = new ArrayList<>();
        try (PassageSearcher searcher = LuceneIndex.open(sentences.index)) {
            new Judgements(searcher, verdicts)
                    .now()
                    .all(Deadline.after(Duration.ofMinutes(5)), said -> statuses.add(said.status()));
        }
        return statuses;
    }

    @Test
    void throughEditsRenamesAndDeletionsEachVerdictIsOnItsMentionOrInTheListOfOrphans() {
        Seeded.times(1, random -> run(random, 12));
    }

    @Test
    @Tag("long")
    void throughAHundredReindexingsToo() {
        Seeded.times(3, random -> run(random, 100));
    }

    private void run(Random random, int rounds) throws Exception {
        Sentences sentences = new Sentences(random);
        int placed = 0;
        for (int round = 0; round < rounds; round++) {
            sentences.index();
            try (PassageSearcher searcher = LuceneIndex.open(sentences.index)) {
                Judgements judgements = new Judgements(searcher, sentences.verdicts);
                placed += sentences.check(judgements);
                for (int i = random.nextInt(4); i > 0; i--) {
                    sentences.judge(judgements, searcher);
                }
                placed += sentences.check(judgements);
                // What is placed one after the other is placed as all together.
                sentences.check(new Judgements(searcher, Verdicts.of(sentences.index)));
            }
            sentences.edit();
        }
        System.out.println(rounds + " runs, " + sentences.given.size() + " verdicts, on a row " + placed + " times");
        assertThat(placed).isPositive();
    }
}
