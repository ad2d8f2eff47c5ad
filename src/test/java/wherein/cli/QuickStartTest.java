package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of quick starts that the launcher makes, with a Java that does nothing but make it. */
class QuickStartTest {

    private static final String PREPARING = "wherein: preparing quick starts, once\n";

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void aProjectThatIsBuilt() throws IOException {
        Files.copy(Path.of("wherein"), folder.resolve("wherein"), StandardCopyOption.COPY_ATTRIBUTES);
        jar = Files.createDirectories(folder.resolve("target")).resolve("wherein.jar");
        Files.writeString(jar, "classes");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(90)));
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Path java = Files.writeString(bin.resolve("java"), """
                #!/bin/sh
                for each; do
                    case $each in -XX:AOTCacheOutput=*) echo cache >"${each#*=}" ;; esac
                done
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theCacheOutlivesABuildOfTheSameJar() throws Exception {
        assertThat(started()).isEqualTo(PREPARING);
        FileTime first = Files.getLastModifiedTime(jar);
        build("classes");
        assertThat(started()).isEmpty();
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(first);
        assertThat(started()).isEmpty();
    }

    @Test
    void anotherJarGetsACacheOfItsOwn() throws Exception {
        assertThat(started()).isEqualTo(PREPARING);
        build("others!");
        assertThat(started()).isEqualTo(PREPARING);
        assertThat(started()).isEmpty();
    }

    /** Writes the jar, later than the cache that is there, however coarse the clock of the file system is. */
    private void build(String classes) throws IOException {
        Files.setLastModifiedTime(
                jar.resolveSibling("wherein.aot"), FileTime.from(Instant.now().minusSeconds(60)));
        Files.writeString(jar, classes);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(30)));
    }

    /** What the launcher tells a person when it is started. */
    private String started() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("wherein").toString(), "search", "fog");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(err, StandardCharsets.UTF_8);
    }
}
