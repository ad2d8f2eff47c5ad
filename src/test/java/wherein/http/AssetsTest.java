package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Landing;

/** The files of the page, as a browser asks for them. */
class AssetsTest {

    private static final Path FOLDER = Path.of("src/main/resources/wherein/page");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        Landing.commit(folder.resolve("index"), "Fog", 3, 1);
        served = Served.of(folder.resolve("index"), ServerOptions.local(0));
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    @Test
    void whatLiesInTheFolderOfThePageIsServedAndKeptForEver() throws Exception {
        List<String> addresses = Assets.read().addresses();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(addresses.stream().map(each -> each.substring(each.lastIndexOf('/') + 1)))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("index.html"))
                                    .toList());
        }
        for (String address : addresses) {
            HttpResponse<String> answer = served.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, immutable");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains(address.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
            Path file = FOLDER.resolve(address.substring(address.lastIndexOf('/') + 1));
            assertThat(answer.body().lines()).as(address).containsExactlyElementsOf(withoutComments(file));
        }
    }

    /** The lines of a script or sheet that are no part of a comment, without indents; none of ours has a comment behind what is no comment. */
    private static List<String> withoutComments(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(file)) {
            String bare = line.strip();
            within |= bare.startsWith("/*");
            if (!within && !bare.startsWith("//")) {
                lines.add(line.stripLeading());
            }
            within &= !bare.endsWith("*/");
        }
        return lines;
    }

    @Test
    void filesOfAnotherEditionAndWhatIsNoFileAreNotThereAndNotKept() throws Exception {
        String edition = "/assets/" + Assets.read().edition();
        for (String path : List.of(
                "/assets/app.js",
                "/assets/0000000000000000/app.js",
                edition + "/index.html",
                edition + "/nothing.js",
                edition + "/%2e%2e%2findex.html",
                edition + "/",
                edition)) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        }
    }

    @Test
    void theShellIsAskedForEachTimeAndSentOnlyIfItIsAnother() throws Exception {
        for (String path : List.of("/", "/?q=fog", "/mentions", "/figures", "/entities", "/documents/d000001")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = served.send("GET", path, "If-None-Match", "\"x\", " + tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            String other = path.contains("?") ? path + "+harbour" : path + "?q=harbour";
            if (!path.startsWith("/documents")) {
                assertThat(served.send("GET", other, "If-None-Match", tag).statusCode())
                        .as(other)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theShellNamesFilesOfItsEditionAloneAndAllOfThemAreThere() throws Exception {
        for (String path : List.of("/", "/?q=fog", "/mentions", "/figures", "/entities", "/documents/d000001")) {
            Matcher named = ADDRESS.matcher(served.get(path).body());
            int count = 0;
            for (; named.find(); count++) {
                assertThat(Assets.read().addresses()).contains(named.group(1));
            }
            assertThat(count).as(path).isGreaterThan(8);
        }
    }

    @Test
    void theEditionChangesWithAnyByteAndWithNothingElse() throws Exception {
        String edition = Assets.read().edition();
        Path copy = copy("copy");
        assertThat(edition(copy)).isEqualTo(edition);
        Files.writeString(copy.resolve("notice.js"), Files.readString(copy.resolve("notice.js")) + " ");
        assertThat(edition(copy)).isNotEqualTo(edition);
        Path renamed = copy("renamed");
        Files.move(renamed.resolve("notice.js"), renamed.resolve("notices.js"));
        assertThat(edition(renamed)).isNotEqualTo(edition);
    }

    @Test
    void fromAJarTheFilesAreTheSame() throws Exception {
        Path jar = folder.resolve("page.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.list(FOLDER)) {
            entries.putNextEntry(new JarEntry("wherein/pages/other.js"));
            for (Path file : files.toList()) {
                entries.putNextEntry(new JarEntry("wherein/page/" + file.getFileName()));
                entries.write(Files.readAllBytes(file));
            }
        }
        Assets read = Assets.beside(
                URI.create("jar:" + jar.toUri() + "!/wherein/page/index.html").toURL());
        assertThat(read.addresses()).isEqualTo(Assets.read().addresses());
        assertThat(read.shell("search")).isEqualTo(Assets.read().shell("search"));
    }

    private static Path copy(String name) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static String edition(Path folder) throws Exception {
        return Assets.beside(folder.resolve("index.html").toUri().toURL()).edition();
    }
}
