package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.NoteKind;

/** Child processes read files, and whatever happens to one of them happens to the file that it reads and to nothing else. */
class ChildReaderTest {

    @TempDir
    private Path folder;

    @Test
    void oneChildReadsOneFileAfterTheOther() throws Exception {
        ChildReader reader = new ChildReader();
        Path file = sound();
        read(reader, file);
        Set<Long> children = children();
        for (int i = 0; i < 5; i++) {
            assertThat(read(reader, file).only().text().strip()).isEqualTo("Sound.");
        }
        assertThat(children()).containsAll(children).hasSameSizeAs(children);
    }

    @Test
    void aFileThatTakesTooLongCostsItselfAndTheNextIsRead() throws Exception {
        ChildReader reader = new ChildReader(Duration.ofMillis(1));
        assertThatThrownBy(() -> read(reader, sound())).isInstanceOfSatisfying(UnreadableException.class, e -> {
            assertThat(e.kind()).isEqualTo(NoteKind.TOO_COSTLY);
            assertThat(e).hasMessageContaining("could not be read within");
        });
        assertThat(read(new ChildReader(), sound()).only().text().strip()).isEqualTo("Sound.");
    }

    @Test
    void aChildThatIsKilledIsReplaced() throws Exception {
        ChildReader reader = new ChildReader();
        Set<Long> before = children();
        read(reader, sound());
        for (long pid : children()) {
            if (!before.contains(pid)) {
                ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
                child.destroyForcibly();
                child.onExit().get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(read(reader, sound()).only().text().strip()).isEqualTo("Sound.");
    }

    @Test
    @Tag("long")
    void aFileThatTakesAllMemoryCostsItself() throws Exception {
        // A text is held whole before anybody can tell how long it is.
        Path file = BinaryFiles.large(
                folder,
                "a.xlsx",
                Map.of(
                        "[Content_Types].xml",
                        "<Types/>",
                        "xl/workbook.xml",
                        "<workbook/>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships>" + BinaryFiles.link("s", "sharedStrings", "s.xml") + "</Relationships>"),
                "xl/s.xml",
                "<sst><si><t>",
                "a".repeat(100),
                600 << 20);
        ChildReader reader = new ChildReader();
        assertThatThrownBy(() -> read(reader, file)).hasMessageContaining("takes more memory than one file may");
        assertThat(read(reader, sound()).only().text().strip()).isEqualTo("Sound.");
    }

    @Test
    void aChildEndsWithItsParentAndLeavesNoFolder() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                sound().toString());
        Process parent = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            parent.destroyForcibly();
            child.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(folders()).isEmpty();
    }

    private List<Path> folders() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().startsWith("wherein-reader-"))
                    .toList();
        }
    }

    /** Reads a file in a child, tells its id, and waits to be killed. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] args) throws Exception {
            read(new ChildReader(), Path.of(args[0]));
            System.out.println(children().iterator().next());
            Thread.sleep(60_000);
        }
    }

    private Path sound() throws Exception {
        return BinaryFiles.docx(folder, "sound.docx", BinaryFiles.paragraph("Sound."), Map.of());
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static BinaryFiles.Read read(ChildReader reader, Path file) throws Exception {
        BinaryFiles.Read read = new BinaryFiles.Read();
        reader.read(file, BinaryFormat.of(file.toString()).orElseThrow(), BinaryFiles.MOST, Optional.empty(), read);
        return read;
    }
}
