package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import wherein.verdict.Verdicts;

/** Rows of the view Mentions that a reader judges, by keys and by the mouse. */
class JudgePageTest extends OnBrowser {

    private static final String LIST = "/mentions?id=NO";

    @TempDir
    private Path folder;

    private Path home;
    private Served server;

    @BeforeEach
    void start() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        home = Files.createDirectories(folder.resolve("home"));
        for (int i = 0; i < 6; i++) {
            Files.writeString(
                    files.resolve("log-" + i + ".txt"),
                    "Log " + i + ". The fog over Norway did not lift before noon, and the ferry waited.\n");
        }
        Files.writeString(
                files.resolve("round.txt"),
                "The first boat from Sweden came at dawn. Sweden sent word at noon.\n\nNobody knew what Sweden wanted.\n");
        Served.index(files, Optional.empty(), folder.resolve("index"));
        server = Served.judged(folder.resolve("index"), home, true);
    }

    @AfterEach
    void close() throws Exception {
        browser.leaveQuietly(List.of(server.address() + "/", "about:"));
        server.close();
    }

    private void show(String path) {
        browser.open(server.address() + path);
        browser.awaitShown("section#mentions a.result");
    }

    private void judgeAs(String reviewer) {
        show(LIST);
        browser.awaitShown("#reviewer");
        browser.write("#reviewer", reviewer);
        browser.run("document.querySelector('#reviewer').dispatchEvent(new Event('change'))");
        focus(0);
    }

    private void focus(int row) {
        browser.run("document.querySelectorAll('#mentions a.result')[arguments[0]].focus()", row);
    }

    /** The number of the row that has the focus. */
    private long focused() {
        return (Long) browser.run("""
                return [...document.querySelectorAll('#mentions a.result')].findIndex((a) => a.closest('tr').contains(document.activeElement))""");
    }

    private String total() {
        return browser.one("#mentions .total").getText();
    }

    private void awaitTotal(String end) {
        browser.await(end, () -> total().endsWith(end));
    }

    private List<String> words() throws Exception {
        List<String> words = new ArrayList<>();
        server.json("/api/v1" + LIST + "&limit=1000")
                .get("mentions")
                .forEach(row -> words.add(row.get("verdict").asText()));
        return words;
    }

    @Test
    void aRowIsJudgedByOneKeyAndTheFocusGoesToTheNextAndOneKeyTakesItBack() throws Exception {
        judgeAs("Anna");
        browser.press("y");
        assertThat(focused()).isEqualTo(1);
        browser.press("x");
        assertThat(focused()).isEqualTo(2);
        browser.press("y");
        awaitTotal(": 6 found, 2 confirmed, 1 rejected");
        assertThat(words()).containsExactly("confirmed", "rejected", "confirmed", "null", "null", "null");
        browser.press("u");
        assertThat(focused()).isEqualTo(2);
        awaitTotal(": 6 found, 1 confirmed, 1 rejected");
        browser.press("u");
        awaitTotal(": 6 found, 1 confirmed");
        assertThat(words()).containsExactly("confirmed", "null", "null", "null", "null", "null");
        // It is there for whoever comes next, with who said it.
        show(LIST);
        awaitTotal(": 6 found, 1 confirmed");
        assertThat(browser.texts("#mentions td.verdict")).containsExactly("✓ confirmed · by Anna");
    }

    @Test
    void byTheMouseARowIsRejectedReassignedAndNoted() throws Exception {
        judgeAs("Anna");
        browser.click(".judge button:nth-child(2)");
        awaitTotal(": 6 found, 1 rejected");
        focus(1);
        browser.click(".judge button:nth-child(3)");
        browser.awaitShown("dialog.judge-dialog");
        assertThat(browser.violations()).isEmpty();
        new Select(browser.one(".judge-dialog select")).selectByValue("person");
        browser.write(".judge-dialog [name=id]", "Nora Way");
        browser.write(".judge-dialog textarea", "a name");
        browser.click(".judge-dialog [value=keep]");
        awaitTotal(": 6 found, 1 rejected, 1 reassigned");
        focus(2);
        browser.press("w");
        browser.awaitShown("dialog.judge-dialog");
        browser.write(".judge-dialog textarea", "look again");
        browser.click(".judge-dialog [value=keep]");
        browser.await("the note", () -> browser.texts("#mentions td.verdict").size() == 3);
        assertThat(browser.texts("#mentions td.verdict"))
                .containsExactly(
                        "✗ rejected · by Anna",
                        "→ reassigned to type=person, id=Nora Way · by Anna · “a name”",
                        "“look again”");
        assertThat(server.json("/api/v1" + LIST + "&verdict=reassigned")
                        .at("/mentions/0/verdict_to")
                        .asText())
                .isEqualTo("type=person, id=Nora Way");
    }

    @Test
    void aNoteStandsWhereTheMentionIsJudgedAfterItAndWhereTheVerdictIsTakenBack() throws Exception {
        judgeAs("Anna");
        browser.press("w");
        browser.awaitShown("dialog.judge-dialog");
        browser.write(".judge-dialog textarea", "look again");
        browser.click(".judge-dialog [value=keep]");
        browser.await("the note", () -> browser.texts("#mentions td.verdict").contains("“look again”"));
        focus(0);
        browser.press("y");
        awaitTotal(": 6 found, 1 confirmed");
        assertThat(browser.texts("#mentions td.verdict")).containsExactly("✓ confirmed · by Anna · “look again”");
        browser.press("u");
        browser.await("the note", () -> browser.texts("#mentions td.verdict").contains("“look again”"));
    }

    @Test
    void whatAnotherSaysTooIsTakenBackAsOnesOwn() throws Exception {
        judgeAs("Berta");
        browser.press("y");
        awaitTotal(": 6 found, 1 confirmed");
        judgeAs("Anna");
        browser.press("y");
        browser.await("both", () -> browser.texts("#mentions td.verdict").contains("✓ confirmed · by Berta; Anna"));
        show(LIST);
        focus(0);
        browser.press("x");
        awaitTotal(": 6 found, 1 disputed");
        browser.press("u");
        awaitTotal(": 6 found, 1 confirmed");
        assertThat(browser.texts("#mentions td.verdict"))
                .singleElement()
                .asString()
                .contains("Anna", "Berta");
    }

    @Test
    void aKeyThatIsHeldJudgesOneRow() throws Exception {
        judgeAs("Anna");
        browser.run("""
                const held = (repeat) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', repeat, bubbles: true }));
                [false, true, true, true].forEach(held);""");
        awaitTotal(": 6 found, 1 confirmed");
        assertThat(focused()).isEqualTo(1);
        assertThat(words()).containsExactly("confirmed", "null", "null", "null", "null", "null");
    }

    @Test
    void whoHasNotSaidWhoTheyAreIsAskedFirst() throws Exception {
        judgeAs("");
        browser.press("y");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("reviewer");
        assertThat(browser.one("#notice").getText()).startsWith("Say who judges first");
        assertThat(words()).containsOnly("null");
    }

    @Test
    void twoReadersWhoDoNotAgreeSeeTheRowInDispute() throws Exception {
        judgeAs("Anna");
        browser.press("y");
        awaitTotal(": 6 found, 1 confirmed");
        judgeAs("Boris");
        browser.press("x");
        awaitTotal(": 6 found, 1 disputed");
        assertThat(browser.texts("#mentions td.verdict").getFirst()).startsWith("⚡ disputed");
        show(LIST + "&verdict=disputed");
        assertThat(browser.texts("#mentions td.verdict"))
                .containsExactly("⚡ disputed · by Anna: confirmed; Boris: rejected");
    }

    @Test
    void whereAVerdictCannotBeKeptThePageSaysSoAndTheRowStaysAsItWas() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full))
                .as("this system has a disk that is always full")
                .isTrue();
        Files.createSymbolicLink(home.resolve(Verdicts.NAME), full);
        judgeAs("Anna");
        browser.press("y");
        browser.await("the reason", () -> browser.one("#notice").getText().contains("has no room"));
        assertThat(browser.all("#mentions td.verdict")).isEmpty();
        // Chromium tells of each answer that is an error.
        assertThat(browser.console()).allMatch(message -> message.contains("507"));
    }

    @Test
    void whereTheServerTakesNoneNothingOffersItAndVerdictsAreShown() throws Exception {
        judgeAs("Anna");
        browser.press("y");
        awaitTotal(": 6 found, 1 confirmed");
        browser.leaveQuietly(List.of(server.address() + "/", "about:"));
        server.close();
        server = Served.judged(folder.resolve("index"), home, false);
        show(LIST);
        awaitTotal(": 6 found, 1 confirmed");
        assertThat(browser.texts("#mentions td.verdict")).containsExactly("✓ confirmed · by Anna");
        focus(1);
        browser.press("y");
        assertThat(browser.all("#reviewer, .judge")).isEmpty();
        assertThat(words()).startsWith("confirmed", "null");
    }

    @Test
    void theListOfKeysTellsThoseThatJudge() {
        judgeAs("Anna");
        browser.press("?");
        browser.await(
                "the keys that judge", () -> browser.texts("#keys th").containsAll(List.of("y", "x", "r", "w", "u")));
        browser.press(Keys.ESCAPE);
    }

    @Test
    void inADocumentTheMentionThatIsTheCurrentOneIsJudgedByTheSameKeysAndTheNextHasItsTurn() throws Exception {
        openDocument("Anna");
        browser.press("n");
        awaitWhat("“Sweden”, country: Sweden");
        browser.press("y");
        browser.awaitText(".where", "2 of 3");
        browser.press("x");
        browser.awaitText(".where", "3 of 3");
        browser.press("w");
        browser.write(".judge-dialog textarea", "which one?");
        browser.click(".judge-dialog [value=keep]");
        awaitWhat("“Sweden”, country: Sweden · “which one?”");
        assertThat(browser.texts("#document mark.rejected")).containsExactly("Sweden");
        browser.press("p");
        awaitWhat("“Sweden”, country: Sweden · ✗ rejected · by Anna");
        browser.press("u", "u");
        awaitWhat("“Sweden”, country: Sweden");
        assertThat(browser.one(".where").getText()).isEqualTo("2 of 3");
        // What was said is said in the rows too, and there in the document again.
        browser.click("#to-mentions");
        show("/mentions?id=SE");
        awaitTotal(": 3 found, 1 confirmed");
        browser.click("#mentions a.result");
        awaitWhat("“Sweden”, country: Sweden · ✓ confirmed · by Anna");
    }

    @Test
    void inADocumentAMentionIsReassignedByTheMouseAndWhoHasNoNameIsAskedFirst() throws Exception {
        openDocument("");
        browser.click(".next");
        browser.awaitShown(".stepper .judge");
        browser.click(".stepper .judge button:nth-child(3)");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("reviewer-here");
        browser.write("#reviewer-here", "Anna" + Keys.TAB);
        browser.click(".stepper .judge button:nth-child(3)");
        browser.write(".judge-dialog [name=id]", "NO");
        browser.click(".judge-dialog [value=keep]");
        browser.awaitText(".where", "2 of 3");
        browser.click(".previous");
        awaitWhat("“Sweden”, country: Sweden · → reassigned to id=NO · by Anna");
    }

    /** The document that names Sweden three times, with these marked, before a reader of this name. */
    private void openDocument(String reviewer) {
        browser.open(server.address() + "/report");
        browser.run("localStorage.setItem('reviewer', arguments[0])", reviewer);
        browser.open(server.address() + "/documents/round.txt?type=country&id=SE");
        browser.awaitText(".where", "3 hits");
        browser.await("what judges", () -> !browser.all(".stepper .judging").isEmpty());
    }

    private void awaitWhat(String words) {
        browser.await(words, () -> browser.texts(".stepper .what").equals(List.of(words)));
    }
}
