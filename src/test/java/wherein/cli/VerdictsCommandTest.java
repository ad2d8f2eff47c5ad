package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.lucene.LuceneIndex;
import wherein.mention.Mention;
import wherein.search.PassageSearcher;
import wherein.verdict.Anchor;
import wherein.verdict.Judgements;
import wherein.verdict.Verdict;
import wherein.verdict.Verdicts;
import wherein.verdict.Word;

/** {@code wherein verdicts}, with the streams of the process in hand. */
class VerdictsCommandTest {

    private static final String HARBOUR = "Norway sent 1,250 crates. Georgia sent none.\n";

    @TempDir
    private Path folder;

    private Path files;
    private Path index;

    @BeforeEach
    void index() throws Exception {
        files = Files.createDirectory(folder.resolve("files"));
        index = folder.resolve("index");
        Files.writeString(files.resolve("harbour.txt"), HARBOUR);
        Files.writeString(files.resolve("logs.txt"), "The Chile crew waited.\n");
        assertThat(Ran.of("index", files.toString(), "--index", index.toString(), "-q")
                        .exit())
                .isZero();
    }

    private Ran verdicts(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "verdicts";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--index";
        all[arguments.length + 2] = index.toString();
        return Ran.of(all);
    }

    /** Keeps what {@code reviewer} says of the only mention of {@code surface}, in the file of verdicts in {@code to}. */
    private void judge(Path to, String document, String surface, String reviewer, Word word) throws Exception {
        int start = Files.readString(files.resolve(document)).indexOf(surface);
        try (PassageSearcher searcher = LuceneIndex.open(index)) {
            Verdicts verdicts = Verdicts.of(to);
            Judgements judgements = new Judgements(searcher, verdicts);
            Anchor anchor = judgements
                    .find(searcher, document, Mention.Type.COUNTRY, start, start + surface.length())
                    .orElseThrow()
                    .anchor();
            Map<String, String> other = word == Word.REASSIGNED ? Map.of("id", "US") : Map.of();
            verdicts.add(List.of(new Verdict(Instant.EPOCH, reviewer, word, other, "", anchor)));
        }
    }

    /** A file with what two reviewers say, of whom one changes her mind. */
    private Path annaAndBoris() throws Exception {
        judge(index, "harbour.txt", "Norway", "Anna", Word.REJECTED);
        judge(index, "harbour.txt", "Norway", "Anna", Word.CONFIRMED);
        judge(index, "harbour.txt", "Norway", "Boris", Word.CONFIRMED);
        judge(index, "harbour.txt", "Georgia", "Anna", Word.REASSIGNED);
        judge(index, "harbour.txt", "Georgia", "Boris", Word.REJECTED);
        judge(index, "logs.txt", "Chile", "Anna", Word.CONFIRMED);
        return index.resolve(Verdicts.NAME);
    }

    private Path part(String name, String document, String surface, String reviewer, Word word) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        judge(own, document, surface, reviewer, word);
        return own.resolve(Verdicts.NAME);
    }

    private static JsonNode json(Ran ran) throws Exception {
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void whereNobodyHasSaidAnythingNothingIsListed() {
        Ran ran = verdicts();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out() + ran.err()).isEmpty();
        assertThat(verdicts("export").exit()).isEqualTo(1);
    }

    @Test
    void theLastWordOfEachReviewerOnEachMentionIsListedInTheOrderOfTheRows() throws Exception {
        annaAndBoris();
        Ran ran = verdicts();
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .containsExactly(
                        "harbour.txt,0,6,country,Norway,confirmed,Anna,confirmed,placed",
                        "harbour.txt,0,6,country,Norway,confirmed,Boris,confirmed,placed",
                        "harbour.txt,26,33,country,Georgia,reassigned,Anna,disputed,placed",
                        "harbour.txt,26,33,country,Georgia,rejected,Boris,disputed,placed",
                        "logs.txt,4,9,country,Chile,confirmed,Anna,confirmed,placed");
    }

    @Test
    void everyParameterOfTheApiIsAnOptionAndItsAnswerIsPrinted() throws Exception {
        annaAndBoris();
        JsonNode answer = json(verdicts("--json", "--verdict", "disputed"));
        assertThat(answer.at("/total/verdicts").asInt()).isEqualTo(2);
        assertThat(answer.at("/total/mentions").asInt()).isEqualTo(1);
        assertThat(answer.at("/total/disputed").asInt()).isEqualTo(1);
        assertThat(answer.at("/verdicts/0/to").asText()).isEqualTo("id=US");
        assertThat(verdicts("--verdict.reviewer", "Boris").out().lines()).hasSize(2);
        assertThat(verdicts("--doc", "logs.txt", "--ndjson").out().lines()).hasSize(1);
        assertThat(verdicts("--verdict.status", "orphan").exit()).isEqualTo(1);
        Ran wrong = verdicts("--verdict.status", "lost");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("verdict.status").contains("document-gone");
    }

    @Test
    void whatIsOnNoRowAnyMoreIsListedLastWithWhy() throws Exception {
        annaAndBoris();
        Files.writeString(files.resolve("harbour.txt"), "Fog. " + HARBOUR.replace("none", "six"));
        Files.delete(files.resolve("logs.txt"));
        assertThat(Ran.of("index", "--index", index.toString(), "-q").exit()).isZero();
        assertThat(verdicts().out().lines())
                .containsExactly(
                        "harbour.txt,5,11,country,Norway,confirmed,Anna,confirmed,moved",
                        "harbour.txt,5,11,country,Norway,confirmed,Boris,confirmed,moved",
                        "harbour.txt,,,country,Georgia,reassigned,Anna,disputed,sentence-gone",
                        "harbour.txt,,,country,Georgia,rejected,Boris,disputed,sentence-gone",
                        "logs.txt,,,country,Chile,confirmed,Anna,confirmed,document-gone");
        assertThat(json(verdicts("--json", "--verdict.status", "orphan"))
                        .at("/total/orphans")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void filesOfTwoReviewersBecomeOneInAnyOrderAndWhatTheyDoNotAgreeOnIsListed() throws Exception {
        Path anna = part("anna", "harbour.txt", "Norway", "Anna", Word.CONFIRMED);
        judge(anna.getParent(), "harbour.txt", "Georgia", "Anna", Word.REASSIGNED);
        Path boris = part("boris", "harbour.txt", "Norway", "Boris", Word.CONFIRMED);
        judge(boris.getParent(), "harbour.txt", "Georgia", "Boris", Word.REJECTED);
        Path one = folder.resolve("one.ndjson");
        Path other = folder.resolve("other.ndjson");
        Ran merged = Ran.of("verdicts", "merge", anna.toString(), boris.toString(), "--to", one.toString());
        assertThat(merged.exit()).isZero();
        assertThat(merged.out().lines())
                .containsExactly(
                        "conflict: harbour.txt 26 country \"Georgia\"; Anna: reassigned id=US; Boris: rejected",
                        "4 lines, 1 conflict");
        assertThat(Ran.of("verdicts", "merge", boris.toString(), anna.toString(), boris.toString(), "--to", "" + other)
                        .out())
                .isEqualTo(merged.out());
        assertThat(new HashSet<>(Files.readAllLines(one)))
                .isEqualTo(new HashSet<>(Files.readAllLines(other)))
                .hasSize(4);
    }

    @Test
    void nothingIsWrittenOverAFileOrFromOneThatHasAFaultOrIsNotThere() throws Exception {
        Path sound = part("anna", "harbour.txt", "Norway", "Anna", Word.CONFIRMED);
        Path faulty = Files.write(
                folder.resolve("faulty.ndjson"),
                List.of(Files.readAllLines(sound).getFirst(), "{\"fog\":1}"));
        Path to = folder.resolve("to.ndjson");
        Ran ran = Ran.of("verdicts", "merge", sound.toString(), faulty.toString(), "--to", to.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines())
                .containsExactly("wherein: " + faulty + ", line 2 is no verdict: \"document\" is not there");
        Ran none = Ran.of("verdicts", "merge", folder.resolve("none").toString(), "--to", to.toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err().lines()).containsExactly("wherein: there is no file " + folder.resolve("none"));
        assertThat(to).doesNotExist();
        assertThat(folder.resolve(".to.ndjson.part")).doesNotExist();
        Files.writeString(to, "mine");
        Ran over = Ran.of("verdicts", "merge", sound.toString(), "--to", to.toString());
        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.err()).contains(to + " is there already");
        assertThat(to).hasContent("mine");
        assertThat(verdicts("import", faulty.toString()).exit()).isEqualTo(2);
        assertThat(Verdicts.of(index).lines()).isZero();
    }

    @Test
    void whatAnotherReviewerSaidIsImportedOnceAndTakesNothingAway() throws Exception {
        judge(index, "harbour.txt", "Norway", "Anna", Word.CONFIRMED);
        Path boris = part("boris", "harbour.txt", "Norway", "Boris", Word.REJECTED);
        Ran first = verdicts("import", boris.toString());
        assertThat(first.exit()).isZero();
        assertThat(first.out().lines())
                .containsExactly(
                        "1 line came",
                        "conflict: harbour.txt 0 country \"Norway\"; Anna: confirmed; Boris: rejected",
                        "2 lines, 1 conflict");
        assertThat(verdicts("import", boris.toString()).out()).startsWith("0 lines came\n");
        assertThat(verdicts("--verdict", "disputed").out().lines()).hasSize(2);
    }

    @Test
    void whatIsExportedSaysElsewhereWhatItSaysHere() throws Exception {
        Path own = annaAndBoris();
        Ran export = verdicts("export");
        assertThat(export.exit()).isZero();
        assertThat(export.out()).isEqualTo(Files.readString(own));
        String before = verdicts().out();
        Path file = Files.writeString(folder.resolve("out.ndjson"), export.out());
        Files.delete(own);
        assertThat(verdicts("import", file.toString()).out()).startsWith("6 lines came\n");
        assertThat(verdicts().out()).isEqualTo(before);
    }

    @Test
    void whatWasTakenBackIsLeftOutOfACompactFileAndTheOldOneStays() throws Exception {
        Path own = annaAndBoris();
        String before = Files.readString(own);
        Path to = folder.resolve("compact.ndjson");
        Ran compact = verdicts("compact", "--to", to.toString());
        assertThat(compact.exit()).isZero();
        assertThat(compact.out()).isEqualTo("5 of 6 lines still say something\n");
        assertThat(own).hasContent(before);
        String listed = verdicts().out();
        Files.delete(own);
        verdicts("import", to.toString());
        assertThat(verdicts().out()).isEqualTo(listed);
    }

    @Test
    void aFileThatCannotBeReadEndsNoRunOfTheIndexer() throws Exception {
        Path own = Files.createDirectory(index.resolve(Verdicts.NAME));
        Files.writeString(files.resolve("fog.txt"), "Fog over Peru.\n");
        Ran run = Ran.of("index", "--index", index.toString(), "-q");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("verdicts on documents that have other ids now are not carried over");
        Ran ran = verdicts();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(own.toString());
    }

    @Test
    void linesThatAreNoVerdictsAreToldAndTheOthersHold() throws Exception {
        Path own = annaAndBoris();
        Files.writeString(own, "fog\u0007\n{\"time\":", StandardOpenOption.APPEND);
        for (Ran ran : List.of(verdicts(), verdicts("--json"), verdicts("export"))) {
            assertThat(ran.exit()).isZero();
            assertThat(ran.err().lines())
                    .containsExactly(
                            "wherein: warning: " + own
                                    + " ends in 8 bytes that are no line, as a power cut leaves them;"
                                    + " they are passed over",
                            "wherein: warning: " + own + ", line 7 is no verdict: it is no object of JSON");
        }
        assertThat(verdicts("export").out().lines()).hasSize(6);
        assertThat(verdicts("import", own.toString()).err()).contains("they were cut away");
    }
}
