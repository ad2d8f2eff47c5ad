package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a Java in its hands that only says how it was started. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("wherein");

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "there is no shell here");
        Files.copy(LAUNCHER, folder.resolve("wherein"));
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/wherein.jar"), "");
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
        script(bin.resolve("java"), "echo \"LC_ALL=$LC_ALL\"\nprintf '%s\\n' \"$@\"");
    }

    private record Started(int exit, String out, String err) {}

    @Test
    void javaGetsALocaleOfUtf8WhateverThereIs() throws Exception {
        for (Map<String, String> locale : List.<Map<String, String>>of(
                Map.of(),
                Map.of("LC_ALL", "C"),
                Map.of("LC_ALL", "POSIX"),
                Map.of("LC_ALL", "en_US.ISO-8859-1"),
                Map.of("LC_ALL", "xx_YY.UTF-8"),
                Map.of("LC_CTYPE", "C"),
                Map.of("LANG", "ru_RU.KOI8-R"),
                Map.of("LANG", "C.UTF-8"))) {
            Started started = start(locale, "search", "туман");
            assertThat(started.exit()).isZero();
            assertThat(started.out().lines().findFirst().orElseThrow())
                    .as("%s", locale)
                    .matches("(?i)LC_ALL=.*utf-?8");
            assertThat(started.out()).endsWith("search\nтуман\n");
        }
    }

    @Test
    void whereThereIsNoLocaleOfThatNameAnotherOfUtf8IsTaken() throws Exception {
        Started started = startWithLocales("C\nPOSIX\nde_DE.iso88591\nde_DE.utf8\nfr_FR.utf8");
        assertThat(started.exit()).isZero();
        assertThat(started.out()).startsWith("LC_ALL=de_DE.utf8\n");
        assertThat(started.err()).isEmpty();
    }

    @Test
    void whereThereIsNoneOfUtf8AtAllThatIsSaidInOneLine() throws Exception {
        Started started = startWithLocales("C\nPOSIX");
        assertThat(started.exit()).isZero();
        assertThat(started.err().lines()).hasSize(1);
        assertThat(started.err()).contains("UTF-8", "install");
    }

    @Test
    void whatBuildsTheJarIsNotToldTheToken() throws Exception {
        Files.delete(folder.resolve("target/wherein.jar"));
        Path bin = Files.createDirectories(folder.resolve("maven"));
        script(bin.resolve("mvn"), "echo \"token: ${WHEREIN_TOKEN-none}\"; exit 1");
        Started started = start(Map.of("PATH", bin + ":/usr/bin:/bin", "WHEREIN_TOKEN", "secret"), "serve");
        assertThat(started.err()).contains("token: none").doesNotContain("secret");
    }

    /** Starts on a machine that has these locales and no others. */
    private Started startWithLocales(String locales) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("stubs"));
        Files.writeString(folder.resolve("locales"), locales + "\n");
        script(
                bin.resolve("locale"),
                "[ \"$1\" = -a ] && cat '" + folder.resolve("locales") + "' || echo ANSI_X3.4-1968");
        Path launcher = folder.resolve("wherein");
        Files.writeString(
                launcher,
                Files.readString(launcher)
                        .replace("/usr/lib/locale/", folder + "/none/")
                        .replace("/usr/share/locale/", folder + "/none/"));
        return start(Map.of("PATH", bin + ":/usr/bin:/bin"), "search", "fog");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aFolderOfAnyNameIsHandedOnAsItIs() throws Exception {
        Started started = start(Map.of("LC_ALL", "C"), "index", "/туман и мгла/ .txt");
        assertThat(started.out()).endsWith("\nindex\n/туман и мгла/ .txt\n");
    }

    @Test
    void memoryIsSetByAVariable() throws Exception {
        assertThat(start(Map.of("WHEREIN_MEMORY", "4g"), "index").out()).contains("\n-Xmx4g\n");
        assertThat(start(Map.of("WHEREIN_MEMORY", "800m"), "serve").out())
                .contains("\n-Xmx800m\n")
                .doesNotContain("-Xmx1g");
        assertThat(start(Map.of(), "serve").out()).contains("\n-Xmx1g\n");
        assertThat(start(Map.of(), "index").out()).contains("\n-Xmx1g\n");
        assertThat(start(Map.of(), "search", "fog").out()).doesNotContain("-Xmx");
    }

    @Test
    void aServerBeginsWithLittleMemoryUnlessToldHowMuch() throws Exception {
        assertThat(start(Map.of(), "serve").out()).contains("\n-Xms128m\n");
        assertThat(start(Map.of("WHEREIN_MEMORY", "100m"), "serve").out()).doesNotContain("-Xms");
        assertThat(start(Map.of(), "index").out()).doesNotContain("-Xms");
    }

    @Test
    void memoryThatIsNoneIsRefusedWithWhatIsExpected() throws Exception {
        for (String memory : List.of("much", "-1g", "4 g", "0", "4gb", "g")) {
            Started started = start(Map.of("WHEREIN_MEMORY", memory), "search", "fog");
            assertThat(started.exit()).as(memory).isEqualTo(2);
            assertThat(started.out()).isEmpty();
            assertThat(started.err()).contains("WHEREIN_MEMORY", memory, "4g");
        }
    }

    @Test
    void whatTheFirstRunDownloadsIsSaidBeforeItDoes() throws Exception {
        Files.delete(folder.resolve("target/wherein.jar"));
        Path bin = Files.createDirectories(folder.resolve("maven"));
        script(bin.resolve("mvn"), "echo building; exit 1");
        Started started = start(Map.of("PATH", bin + ":/usr/bin:/bin"), "search", "fog");
        assertThat(started.exit()).isEqualTo(2);
        assertThat(started.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("target/wherein.jar", "MB", "minutes"),
                        line -> assertThat(line).isEqualTo("building"),
                        line -> assertThat(line).contains("the build failed"));
    }

    /** Runs the launcher with these variables and no others. */
    private Started start(Map<String, String> variables, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", folder.resolve("wherein").toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        Map<String, String> all = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin"));
        all.put("JAVA_HOME", folder.resolve("jdk").toString());
        all.putAll(variables);
        builder.environment().clear();
        builder.environment().putAll(all);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Started(process.waitFor(), out, Files.readString(err));
    }
}
