package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;
import wherein.collection.InboxException.Reason;

/** What an inbox takes, and what it leaves of what it does not. */
class InboxTest {

    @TempDir
    private Path home;

    @Test
    void aFileHasItsNameOnceItHasEndedAndIsHiddenUntilThen() throws Exception {
        Inbox inbox = Inbox.of(home, false);
        Inbox.Arrival arrival = inbox.begin("fog.txt", 0);
        arrival.write("Fog over ".getBytes(StandardCharsets.UTF_8));
        assertThat(listed()).singleElement().asString().startsWith(".wherein-");
        assertThat(Collection.open(home, Optional.empty()).files()).isEmpty();
        arrival.write("Norway.".getBytes(StandardCharsets.UTF_8));
        Inbox.Arrived arrived = arrival.finish();
        arrival.close();
        assertThat(listed()).containsExactly("inbox", "inbox/fog.txt");
        assertThat(home.resolve("inbox/fog.txt")).hasContent("Fog over Norway.");
        assertThat(arrived.path()).isEqualTo("inbox/fog.txt");
        assertThat(arrived.bytes()).isEqualTo(16);
        assertThat(arrived.sha256()).hasSize(64);
    }

    @Test
    void whatIsClosedBeforeItsEndLeavesNothing() throws Exception {
        try (Inbox.Arrival arrival = Inbox.of(home, false).begin("fog.txt", 0)) {
            arrival.write('F');
        }
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatAProcessThatEndedLeftIsTakenAwayAndWhatIsBeingWrittenStays() throws Exception {
        Path left = Files.writeString(home.resolve(".wherein-0.part"), "Fog");
        Files.createDirectory(home.resolve("inbox"));
        Path other = Files.writeString(home.resolve("inbox/.wherein-1.part"), "Fog");
        Path foreign = Files.writeString(home.resolve(".wherein-notes"), "Fog");
        Inbox first = Inbox.of(home, false);
        assertThat(left).doesNotExist();
        assertThat(other).doesNotExist();
        assertThat(foreign).exists();
        try (Inbox.Arrival arrival = first.begin("fog.txt", 0)) {
            arrival.write('F');
            Inbox.of(home, false);
            arrival.finish();
        }
        assertThat(home.resolve("inbox/fog.txt")).hasContent("F");
    }

    @Test
    void aNameThatAnotherFileGotMeanwhileIsRefusedAtTheEnd() throws Exception {
        try (Inbox.Arrival arrival = Inbox.of(home, false).begin("fog.txt", 0)) {
            arrival.write('F');
            Files.createDirectory(home.resolve("inbox"));
            Files.writeString(home.resolve("inbox/fog.txt"), "of another");
            assertRefused(Reason.EXISTS, arrival::finish);
        }
        assertThat(listed()).containsExactly("inbox", "inbox/fog.txt");
        assertThat(home.resolve("inbox/fog.txt")).hasContent("of another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fog.txt", "FOG.TXT", "fog.txt", "fog.Txt"})
    void namesThatDifferInCaseAloneAreOne(String name) throws Exception {
        take("fog.txt");
        assertRefused(Reason.EXISTS, () -> Inbox.of(home, false).begin(name, 0));
    }

    @Test
    void namesThatDifferInHowAccentsAreWrittenAreOneAndAreKeptComposed() throws Exception {
        take(Normalizer.normalize("Überblick й.txt", Normalizer.Form.NFD));
        assertThat(home.resolve("inbox").resolve("Überblick й.txt")).exists();
        assertRefused(Reason.EXISTS, () -> Inbox.of(home, false).begin("überblick й.txt", 0));
    }

    @Test
    void moreThanTheDiskHasRoomForIsRefusedBeforeItComes() throws Exception {
        Inbox inbox = Inbox.of(home, false);
        assertRefused(Reason.NO_ROOM, () -> inbox.begin("fog.txt", Long.MAX_VALUE / 2));
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                ".hidden.txt",
                "../fog.txt",
                "..\\fog.txt",
                "/etc/fog.txt",
                "C:\\fog.txt",
                "fog.txt:stream.txt",
                "a/b.txt",
                "a\u0000.txt",
                "a\n.txt",
                "a\u007f.txt",
                "a\u0085.txt",
                "a\u2028.txt",
                "txt.\u202egpj.txt",
                "a\u200b.txt",
                "a\ufeff.txt",
                "a\ud800.txt",
                "a\ue000.txt",
                "a?.txt",
                "a*.txt",
                "a|b.txt",
                "a<b>.txt",
                "a\"b.txt",
                " fog.txt",
                "fog.txt ",
                "fog.txt\u00a0",
                "fog.txt.",
                "con.txt",
                "NUL.txt",
                "com1.txt",
                "Lpt\u00b2.a.txt",
                "metadata.csv",
                "Metadata.CSV",
                "catalog.yaml"
            })
    void aNameThatIsNoneIsRefused(String name) throws Exception {
        Inbox inbox = Inbox.of(home, false);
        assertRefused(Reason.NAME, () -> inbox.begin(name, 0));
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fog", "fog.exe", "fog.txt.exe", "fog.yaml"})
    void aTypeThatIsNotReadIsRefused(String name) throws Exception {
        Inbox inbox = Inbox.of(home, false);
        assertRefused(Reason.TYPE, () -> inbox.begin(name, 0));
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Отчёт за март.txt",
                "报告.md",
                "a..b.txt",
                "~fog.html",
                "-rf.txt",
                "می\u200cروم.txt",
                "conch.txt",
                "😀.txt"
            })
    void aNameOfAnyScriptIsTakenAsItIs(String name) throws Exception {
        take(name);
        assertThat(home.resolve("inbox").resolve(name)).hasContent("Fog.");
    }

    @Test
    void aNameHasAsManyCharactersAsAnIdMayHaveAndAsManyBytesAsADiskTakes() throws Exception {
        take("a".repeat(186) + ".txt");
        assertRefused(Reason.NAME, () -> take("b".repeat(187) + ".txt"));
        assertRefused(Reason.NAME, () -> take("ж".repeat(126) + ".txt"));
        take("ж".repeat(125) + ".txt");
    }

    @Test
    void aLinkOrAFileInPlaceOfTheFolderIsRefusedAtOnce(@TempDir Path elsewhere) throws Exception {
        Files.createSymbolicLink(home.resolve("inbox"), elsewhere);
        assertThatThrownBy(() -> Inbox.of(home, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a folder");
        Files.delete(home.resolve("inbox"));
        Files.writeString(home.resolve("inbox"), "");
        assertThatThrownBy(() -> Inbox.of(home, false)).hasMessageContaining("expected a folder");
        assertThatThrownBy(() -> Inbox.of(home.resolve("inbox"), false)).hasMessageContaining("is no folder");
    }

    @Test
    void whateverANameIsTheFileLiesInTheInboxOrNowhere() {
        Seeded.times(300, random -> {
            Path folder = Files.createDirectory(home.resolve("run-" + random.nextLong()));
            Inbox inbox = Inbox.of(folder, false);
            String name = name(random);
            boolean taken;
            try (Inbox.Arrival arrival = inbox.begin(name, 0)) {
                arrival.write('F');
                arrival.finish();
                taken = true;
            } catch (InboxException e) {
                taken = false;
            }
            List<String> listed = listed(folder);
            if (taken) {
                assertThat(listed).hasSize(2).first().isEqualTo("inbox");
                assertThat(Normalizer.normalize(name, Normalizer.Form.NFC))
                        .isEqualTo(listed.getLast().substring(6));
                assertThat(Collection.open(folder, Optional.empty()).files()).hasSize(1);
            } else {
                assertThat(listed).isEmpty();
            }
        });
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder(Seeded.text(random, 3));
        if (random.nextInt(4) == 0) {
            name.insert(
                    random.nextInt(name.length() + 1),
                    Seeded.one(random, "/", "..", "\\", "\u0000", "./", "../", "%2f"));
        }
        if (random.nextInt(4) == 0) {
            return name.toString().strip();
        }
        return name.toString().strip()
                + Seeded.one(random, ".txt", ".TXT", ".md", ".html", ".pdf", ".exe", ".txt ", ".txt/");
    }

    private void take(String name) throws IOException {
        try (Inbox.Arrival arrival = Inbox.of(home, false).begin(name, 0)) {
            arrival.write("Fog.".getBytes(StandardCharsets.UTF_8));
            arrival.finish();
        }
    }

    private static void assertRefused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable taking) {
        assertThatThrownBy(taking)
                .isInstanceOfSatisfying(
                        InboxException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private List<String> listed() throws IOException {
        return listed(home);
    }

    /** All that lies below {@code folder}, by name. */
    private static List<String> listed(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> !each.equals(folder))
                    .map(each -> folder.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }
}
