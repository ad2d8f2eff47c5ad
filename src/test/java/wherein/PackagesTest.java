package wherein;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One direction: which package may know of which. */
class PackagesTest {

    private static final Path MAIN = Path.of("src/main/java/wherein");
    private static final Path TESTS = Path.of("src/test/java/wherein");

    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("hyphen", Set.of("text")),
            Map.entry("document", Set.of("hyphen", "text", "time")),
            Map.entry("format", Set.of("document", "text", "time")),
            Map.entry("collection", Set.of("document", "format", "text", "time")),
            Map.entry("mention", Set.of("hyphen", "text", "time")),
            Map.entry("recognise", Set.of("hyphen", "mention", "query", "search", "text", "time")),
            Map.entry("index", Set.of("collection", "document", "mention")),
            Map.entry("query", Set.of("analysis", "mention", "text", "time")),
            Map.entry("evaluate", Set.of()),
            Map.entry("cite", Set.of("collection", "document", "index", "text", "time")),
            Map.entry("search", Set.of("document", "duplicate", "index", "mention", "query", "text", "time")),
            Map.entry("analysis", Set.of("text")),
            Map.entry(
                    "lucene",
                    Set.of(
                            "analysis",
                            "document",
                            "duplicate",
                            "hyphen",
                            "index",
                            "mention",
                            "query",
                            "search",
                            "text",
                            "time")),
            Map.entry("duplicate", Set.of("text")),
            Map.entry("snippet", Set.of("text")),
            Map.entry(
                    "json",
                    Set.of("cite", "document", "duplicate", "mention", "query", "search", "snippet", "text", "time")),
            Map.entry("verdict", Set.of("document", "json", "mention", "query", "search", "text")),
            Map.entry("coverage", Set.of("document", "mention", "query", "search", "text")),
            Map.entry(
                    "api",
                    Set.of(
                            "cite",
                            "collection",
                            "coverage",
                            "document",
                            "index",
                            "json",
                            "mention",
                            "query",
                            "search",
                            "text",
                            "time",
                            "verdict")),
            Map.entry("http", Set.of("api", "json", "query", "search"))));

    /** May wire everything to everything. */
    private static final String TOP = "cli";

    /** Who may use a library that the rest must not depend on. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "org.apache.lucene.", Set.of("analysis", "lucene"),
            "org.apache.lucene.queryparser.", Set.of("analysis", "lucene", "query"),
            "io.javalin.", Set.of("http"),
            "org.apache.poi.", Set.of("format"),
            "org.apache.james.", Set.of("format"));

    /** What a test that every back end has to pass may not know of. */
    private static final Pattern BACK_END =
            Pattern.compile("\\b(?:org\\.apache\\.lucene|wherein\\.(?:lucene|api|http|cli))\\.[\\w.]+");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern OURS = Pattern.compile("\\bwherein\\.([a-z]+)\\.");
    private static final Pattern THEIRS =
            Pattern.compile("\\b(?:org\\.apache\\.(?:lucene|poi|james)|io\\.javalin)\\.[\\w.]+");

    @Test
    void everyPackageImportsOnlyThoseBelowIt() throws IOException {
        List<String> guilty = new ArrayList<>();
        for (Path file : sources(MAIN)) {
            String own = packageOf(file);
            for (String other : found(OURS, file, 1)) {
                boolean allowed = own.equals(TOP)
                        || own.equals(other)
                        || MAY_IMPORT.get(own).contains(other);
                if (!allowed) {
                    guilty.add(file + " imports " + other);
                }
            }
        }
        assertThat(guilty).isEmpty();
    }

    @Test
    void theTableNamesEveryPackage() throws IOException {
        Set<String> known = new TreeSet<>(MAY_IMPORT.keySet());
        known.add(TOP);
        assertThat(packages()).isEqualTo(known);
    }

    @Test
    void theTableItselfHasNoCycle() {
        Set<String> done = new TreeSet<>();
        boolean more = true;
        while (more) {
            more = MAY_IMPORT.entrySet().stream()
                    .anyMatch(each -> done.containsAll(each.getValue()) && done.add(each.getKey()));
        }
        assertThat(done).isEqualTo(MAY_IMPORT.keySet());
    }

    @Test
    void aLibraryIsUsedWhereItBelongs() throws IOException {
        List<String> guilty = new ArrayList<>();
        for (Path file : sources(MAIN)) {
            for (String name : found(THEIRS, file, 0)) {
                String longest = LIBRARIES.keySet().stream()
                        .filter(name::startsWith)
                        .max(java.util.Comparator.comparingInt(String::length))
                        .orElseThrow();
                if (!LIBRARIES.get(longest).contains(packageOf(file))) {
                    guilty.add(file + " imports " + name);
                }
            }
        }
        assertThat(guilty).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (String name : packages()) {
            Path info = MAIN.resolve(name).resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).as(name).startsWith("/**").contains("package wherein." + name + ";");
        }
    }

    @Test
    void theContractOfBackEndsNamesNone() throws IOException {
        List<String> guilty = new ArrayList<>();
        for (Path file : sources(TESTS.resolve("contract"))) {
            found(BACK_END, file, 0).forEach(name -> guilty.add(file + " names " + name));
        }
        assertThat(guilty).isEmpty();
    }

    @Test
    void oneMachineIsHeldToEachContract() throws IOException {
        List<String> contracts = names("contract", "(\\w+)Contract");
        assertThat(contracts).isNotEmpty().isEqualTo(names("lucene", "(\\w+)OnLuceneTest"));
    }

    /** What {@code pattern} has in its group for the tests in {@code folder} that are called so. */
    private static List<String> names(String folder, String pattern) throws IOException {
        Pattern name = Pattern.compile(pattern + "\\.java");
        return sources(TESTS.resolve(folder)).stream()
                .map(file -> name.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> packages() throws IOException {
        Set<String> packages = new TreeSet<>();
        sources(MAIN).forEach(file -> packages.add(packageOf(file)));
        return packages;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String packageOf(Path file) {
        return MAIN.relativize(file).getName(0).toString();
    }

    private static Set<String> found(Pattern pattern, Path file, int group) throws IOException {
        String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        Set<String> found = new TreeSet<>();
        pattern.matcher(code)
                .results()
                .map((MatchResult match) -> match.group(group))
                .forEach(found::add);
        return found;
    }
}
