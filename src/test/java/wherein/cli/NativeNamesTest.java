package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under a locale that is not UTF-8 nothing is read for something that it is not. */
class NativeNamesTest {

    private static final NativeNames ASCII = new NativeNames("ANSI_X3.4-1968");

    @TempDir
    private Path folder;

    @Test
    void whatIsAsciiCanBeReadUnderAnyLocale() {
        assertThatCode(() -> {
                    ASCII.refuseArguments(Map.of("WHEREIN_PORT", "80", "NAME", "туман"), "search", "fog");
                    ASCII.refuseFiles(List.of("fog.txt"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void underUtf8AllNamesCanBeRead() {
        NativeNames utf8 = new NativeNames("UTF-8");
        assertThatCode(() -> {
                    utf8.refuseArguments(Map.of("WHEREIN_INDEX", "туман"), "search", "туман");
                    utf8.refuseFiles(List.of("туман.txt"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsLostOrTakenForOtherLettersIsRefusedWithWhatToDo() {
        for (String lost : List.of("\uFFFD\uFFFD", "Ð¢ÑƒÐ¼Ð°Ð½")) {
            NativeNames latin = new NativeNames("ISO-8859-1");
            assertThatThrownBy(() -> latin.refuseArguments(Map.of(), "search", lost))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("ISO-8859-1")
                    .hasMessageContaining("LC_ALL=C.UTF-8");
            assertThatThrownBy(() -> latin.refuseArguments(Map.of("WHEREIN_INDEX", lost)))
                    .isInstanceOf(UserException.class);
            assertThatThrownBy(() -> latin.refuseFiles(List.of("a.txt", lost + ".txt")))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("1 file");
        }
    }

    @Test
    void aJarStartedWithoutALocaleSaysSoInPlaceOfFindingNothing() throws Exception {
        assertRefused(run("search", "туман"));
    }

    @Test
    void aJarStartedWithoutALocaleIndexesNoNamesThatNobodyGave() throws Exception {
        Files.writeString(folder.resolve("туман.txt"), "Туман стоял над гаванью.");
        assertRefused(
                run("index", folder.toString(), "--index", folder.resolve("i").toString()));
        assertThat(folder.resolve("i")).doesNotExist();
    }

    private record Ended(int exit, String said) {}

    private static void assertRefused(Ended ended) {
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said().lines()).hasSize(1);
        assertThat(ended.said()).contains("LC_ALL=C.UTF-8");
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        // The bytes of the argument are those of UTF-8, whatever this process itself runs under.
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
