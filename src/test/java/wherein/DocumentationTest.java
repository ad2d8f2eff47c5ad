package wherein;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.cli.Ran;
import wherein.http.Server;
import wherein.lucene.LuceneIndex;
import wherein.query.Names;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/** What the pages say is true: their links lead somewhere, and their commands print what stands under them. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern CONSOLE = Pattern.compile("```console\n\\$ ([^\n]+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SEARCH =
            Pattern.compile("\\./wherein ((?:search|mentions) .*?)(?: \\| cut -f 1-(\\d+))?");
    private static final Pattern CURL = Pattern.compile("curl -s \"http://127.0.0.1:8080(/[^\"]+)\"");
    private static final Pattern PYTHON = Pattern.compile("```python\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);
    private static final String SHOWN = "http://127.0.0.1:8080";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|((?:[^\\s'\"]|\"[^\"]*\")+)");

    @TempDir
    private Path index;

    @TempDir
    private Path scripts;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CHANGELOG.md"})
    void everyLinkLeadsToAFile(String page) throws IOException {
        List<String> dead = new ArrayList<>();
        Matcher links = LINK.matcher(Files.readString(Path.of(page)));
        while (links.find()) {
            if (!links.group(1).startsWith("http") && !Files.exists(Path.of(links.group(1)))) {
                dead.add(links.group(1));
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPackageHasItsQuestion() throws IOException {
        String page = Files.readString(Path.of("ARCHITECTURE.md"));
        try (var packages = Files.list(Path.of("src/main/java/wherein"))) {
            assertThat(packages.map(each -> each.getFileName().toString()))
                    .allSatisfy(name -> assertThat(page).contains("| [" + name + "]("));
        }
    }

    /** With {@code -Dwherein.golden.refresh=true} the page is written anew with what the commands print now. */
    @Test
    void theCommandsOfTheReadmePrintWhatStandsUnderThem() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        run("index", "seeds", "--index", index.toString(), "--quiet");
        String now;
        try (PassageSearcher searcher = LuceneIndex.open(index)) {
            Server server =
                    new Server(new Engine(searcher, Names.NONE, Recognisers.standard(), new Build("test", "none")), 0);
            now = replaced(
                    CONSOLE,
                    page,
                    each -> "```console\n$ " + each.group(1) + "\n"
                            + printed(each.group(1), each.group(2), server.address()) + "```");
            now = replaced(
                    PYTHON,
                    now,
                    each -> "```python\n" + each.group(1) + "```\n\n```text\n"
                            + python(each.group(1), each.group(2), server.address()) + "```");
            server.close();
        }
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            Files.writeString(Path.of("README.md"), now);
        }
        assertThat(Files.readString(Path.of("README.md"))).isEqualTo(now);
    }

    /** Makes of an example the same with what it prints now. */
    private interface Example {
        String now(Matcher example) throws Exception;
    }

    private static String replaced(Pattern examples, String page, Example example) throws Exception {
        StringBuilder now = new StringBuilder();
        Matcher matcher = examples.matcher(page);
        while (matcher.find()) {
            matcher.appendReplacement(now, Matcher.quoteReplacement(example.now(matcher)));
        }
        return matcher.appendTail(now).toString();
    }

    /** What a script prints that asks the server; what stands there where there is no python3 to run it. */
    private String python(String script, String shown, String address) throws Exception {
        Path file = Files.writeString(scripts.resolve("example.py"), script.replace(SHOWN, address));
        Path out = scripts.resolve("example.txt");
        Process process;
        try {
            process = new ProcessBuilder("python3", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException e) {
            System.err.println("There is no python3 here: the Python of the README was not run.");
            return shown;
        }
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }

    private String printed(String command, String shown, String address) throws Exception {
        Matcher search = SEARCH.matcher(command);
        if (search.matches()) {
            return cut(run(words(search.group(1))), search.group(2));
        }
        Matcher curl = CURL.matcher(command);
        if (curl.matches()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address + curl.group(1))).build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                String body = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                return body.endsWith("\n") ? body : body + "\n";
            }
        }
        assertThat(command).as("a command that this test knows").isIn("./wherein serve", "mvn verify");
        return shown;
    }

    /** The words of a command line as a shell cuts them. */
    private String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2).replace("\"", ""));
        }
        words.addAll(List.of("--index", index.toString()));
        return words.toArray(String[]::new);
    }

    private static String cut(String lines, String columns) {
        if (columns == null) {
            return lines;
        }
        StringBuilder cut = new StringBuilder();
        for (String line : lines.lines().toList()) {
            cut.append(String.join(
                            "\t",
                            Arrays.stream(line.split("\t", -1))
                                    .limit(Integer.parseInt(columns))
                                    .toList()))
                    .append('\n');
        }
        return cut.toString();
    }

    private static String run(String... args) {
        Ran ran = Ran.of(args);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }
}
