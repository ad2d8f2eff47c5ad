package wherein;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import wherein.collection.Catalogue;

/** The articles belong to their publishers: nothing that git tracks repeats eight words of them, but their titles. */
class BorrowedTextTest {

    private static final int WORDS = 8;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Headlines that the first article cites, and that its digest cites after it. */
    private static final List<String> HEADLINES = List.of(
            "Сколько людей уехало из России из-за войны?",
            "Организация «утечки мозгов» как новое глобальное оружие США");

    @Test
    void noTrackedFileSharesEightWordsWithAnOriginal() throws Exception {
        Map<String, String> originals = new HashMap<>();
        for (String name : Shared.ORIGINALS) {
            runs(Files.readString(Shared.originals().resolve(name))).forEach(run -> originals.put(run, name));
        }
        Catalogue.read(Path.of("seeds/catalog.yaml"))
                .entries()
                .forEach(entry -> runs(entry.metadata().title()).forEach(originals::remove));
        HEADLINES.forEach(headline -> runs(headline).forEach(originals::remove));
        List<String> borrowed = new ArrayList<>();
        for (Path file : tracked()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String run : runs(text)) {
                if (originals.containsKey(run)) {
                    borrowed.add(file + " has words of " + originals.get(run) + ": " + run);
                }
            }
        }
        assertThat(borrowed).isEmpty();
    }

    /** What is larger has come from elsewhere by mistake, and its words may not be seen. */
    @Test
    void noTrackedFileIsLargerThanAMegabyte() throws Exception {
        for (Path file : tracked()) {
            assertThat(Files.size(file)).as(file.toString()).isLessThan(1 << 20);
        }
    }

    @Test
    void anEightWordRunIsFoundWhateverStandsBetweenTheWords() {
        assertThat(runs("One two, THREE four\nfive “six” seven – eight nine"))
                .containsExactlyInAnyOrder(
                        "one two three four five six seven eight", "two three four five six seven eight nine");
        assertThat(runs("only seven words are in this line")).isEmpty();
        assertThat(runs("Он, она и они шли домой по снегу")).containsExactly("он она и они шли домой по снегу");
    }

    private static Set<String> runs(String text) {
        List<String> words = WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + WORDS)));
        }
        return runs;
    }

    /** The files that git tracks, and those that it would on the next commit. */
    private static List<Path> tracked() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean listed = git.waitFor(5, TimeUnit.MINUTES) && git.exitValue() == 0;
        Assumptions.assumeTrue(listed, () -> "skipped: this is no clone of a git repository: " + output.strip());
        return Stream.of(output.split("\0"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .collect(Collectors.toList());
    }
}
