package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Growth;
import wherein.Seeded;

class GlobTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "mill/*.html, mill/a.html, true",
        "mill/*.html, mill/old/a.html, false",
        "mill/*.html, mills/a.html, false",
        "mill/**, mill/old/a.html, true",
        "mill/, mill/old/a.html, true",
        "mill/, mill.txt, false",
        "./mill/*, mill/a.txt, true",
        "**/*.html, a.html, true",
        "**/*.html, mill/old/a.html, true",
        "mill/**/a.html, mill/a.html, true",
        "mill/**/a.html, mill/x/y/a.html, true",
        "mill/**/a.html, mill/xa.html, false",
        "**/old/**, mill/old/a.html, true",
        "**/old/**, mill/older/a.html, false",
        "*, a.txt, true",
        "*, mill/a.txt, false",
        "**, mill/a.txt, true",
        "19??-*.txt, 1987-weir.txt, true",
        "19??-*.txt, 198-weir.txt, false",
        "a?.txt, a/.txt, false",
        "a[1].txt, a[1].txt, true",
        "a[1].txt, a1.txt, false",
        "a.txt, a.txt, true",
        "a.txt, axtxt, false",
        "Лес/*.txt, Лес/ель.txt, true",
        "a**z.txt, ab/yz.txt, true"
    })
    void aPatternStandsForPaths(String pattern, String path, boolean matches) {
        assertThat(Glob.of(pattern).matches(path)).isEqualTo(matches);
    }

    /** The oracle: a regular expression put together by replacing what is special. */
    private static Pattern regex(String glob) {
        String whole = glob.endsWith("/") ? glob + "**" : glob;
        String marked = whole.replaceAll("(^|(?<=/))\\*\\*/", "\u0001")
                .replace("**", "\u0002")
                .replace("*", "\u0003")
                .replace("?", "\u0004");
        return Pattern.compile(
                marked.replace(".", "\\.")
                        .replace("\u0001", "(?:.*/)?")
                        .replace("\u0002", ".*")
                        .replace("\u0003", "[^/]*")
                        .replace("\u0004", "[^/]"),
                Pattern.DOTALL);
    }

    private static String some(Random random, String... parts) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(Seeded.one(random, parts));
        }
        return text.toString();
    }

    @Test
    void everyPatternStandsForWhatItsRegularExpressionDoes() {
        Seeded.times(3_000, random -> {
            String glob = some(random, "a", "b", ".", "/", "*", "**", "**/", "?");
            String path = some(random, "a", "b", "ab", ".", "/", "a/");
            if (!glob.contains("***") && !glob.startsWith("./")) {
                assertThat(Glob.of(glob).matches(path))
                        .as("%s of %s", glob, path)
                        .isEqualTo(regex(glob).matcher(path).matches());
            }
        });
    }

    @Test
    void aPatternOfManyStarsTakesNoLongerForEach() throws Exception {
        Growth growth = new Growth(20_000);
        growth.measure(
                "stars",
                size -> "a".repeat(size),
                path -> Glob.of("*a".repeat(30) + "b").matches(path));
        growth.measure(
                "folders",
                size -> "a/".repeat(size),
                path -> Glob.of("**/a/".repeat(30) + "b").matches(path));
        growth.check();
    }
}
