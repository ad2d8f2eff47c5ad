package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command ends with success whose answer has not arrived. */
class OutputTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private Path collection;
    private Path index;

    @BeforeEach
    void index() throws IOException {
        index = folder.resolve("index");
        collection = Files.createDirectories(folder.resolve("port"));
        Files.writeString(
                collection.resolve("fog.txt"), "The fog lay on Norway for 12 days. Ada Keel counted 40 boats.");
        Files.writeString(folder.resolve("records.jsonl"), "{\"id\":\"a\",\"text\":\"Norway.\"}\n");
        Files.writeString(folder.resolve("rows.csv"), "document,start,end,surface\nfog.txt,15,21,Norway\n");
        assertThat(Ran.of("index", collection.toString(), "--index", index.toString())
                        .exit())
                .isZero();
    }

    /** Every command that prints an answer. */
    private List<List<String>> commands() {
        String here = index.toString();
        return List.of(
                List.of("search", "fog", "--index", here),
                List.of("search", "fog", "--json", "--index", here),
                List.of("search", "fog", "--ndjson", "--index", here),
                List.of("mentions", "--index", here),
                List.of("mentions", "--json", "--index", here),
                List.of("figures", "--unit", "boat", "--csv", "--index", here),
                List.of("account", "--index", here),
                List.of("kwic", "fog", "--index", here),
                List.of("stats", "--index", here),
                List.of("annotate", folder.resolve("records.jsonl").toString()),
                List.of("verify", folder.resolve("rows.csv").toString(), collection.toString()),
                List.of("index", collection.toString(), "--dry-run", "--index", here),
                List.of("serve", "--port", "0", "--index", here),
                List.of("config"),
                List.of("man"),
                List.of("completion", "bash"),
                List.of("help", "search"),
                List.of("--help"),
                List.of("search", "--help"),
                List.of("--version"));
    }

    @Test
    void aFullDiskIsToldByEveryCommandInOneLineAndIsAnError() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no /dev/full here");
        for (List<String> command : commands()) {
            try (OutputStream full = new FileOutputStream(FULL.toFile())) {
                Ran told = ran(full, command);
                assertThat(told.exit()).as("%s", command).isEqualTo(Main.ERROR);
                assertThat(told.err().lines().filter(line -> !line.contains("serving")))
                        .as("%s", command)
                        .hasSize(1)
                        .allSatisfy(line -> assertThat(line).contains("standard output cannot be written"));
            }
        }
    }

    @Test
    void aReaderThatHasReadEnoughIsNoErrorOfAnyCommand() {
        for (List<String> command : commands()) {
            Ran told = ran(new Failing("Broken pipe"), command);
            assertThat(told.exit()).as("%s", command).isZero();
            assertThat(told.err().lines().filter(line -> !line.contains("serving")))
                    .as("%s", command)
                    .isEmpty();
        }
    }

    @Test
    void whatIsWrittenIsBufferedAndArrivesWholeWhenItIsFlushed() {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        Output out = new Output(raw);
        out.println("туман");
        assertThat(raw.size()).isZero();
        out.flush();
        assertThat(raw.toString(StandardCharsets.UTF_8)).isEqualTo("туман" + System.lineSeparator());
    }

    @Test
    void moreThanTheBufferHoldsFailsAtOnce() {
        Output out = new Output(new Failing("No space left on device"));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        out.println("fog");
                    }
                })
                .isInstanceOf(Output.Failure.class);
    }

    private static Ran ran(OutputStream to, List<String> command) {
        return Ran.to(to, command.toArray(String[]::new));
    }

    /** Takes nothing. */
    private static final class Failing extends OutputStream {

        private final String message;

        Failing(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(message);
        }
    }
}
