package wherein.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wherein.Growth;
import wherein.Seeded;
import wherein.text.Span;

class SnippeterTest {

    private static final List<String> WORDS = List.of(
            "fog",
            "a",
            "harbour",
            "<b>",
            "\"quoted\"",
            "it's",
            "&amp;",
            "туман",
            "🚢",
            "🚢🚢🚢🚢🚢",
            "e\u0301",
            "—",
            "averyveryverylongwordthatisnotcutanywhereatall",
            "тихая",
            "港の霧が深い夜に船が入る",
            "\n",
            "\u00a0");

    @Test
    void aShortTextIsShownWhole() {
        Snippet snippet = only("The fog lay on the harbour.", List.of(new Span(4, 7)));
        assertThat(snippet.html()).isEqualTo("The <mark>fog</mark> lay on the harbour.");
        assertThat(snippet.span()).isEqualTo(new Span(0, 27));
    }

    @Test
    void whatIsMarkupInTheTextIsTextInTheHtml() {
        String text = "<script>\"1\" & '2'</script>";
        assertThat(only(text, List.of(new Span(1, 7))).html())
                .isEqualTo("&lt;<mark>script</mark>&gt;&quot;1&quot; &amp; &#39;2&#39;&lt;/script&gt;");
    }

    @Test
    void aLongTextIsCutAtWordsAndSaysSo() {
        String text = "one two three four five six seven eight nine ten eleven twelve";
        int at = text.indexOf("six");
        Snippet snippet = new Snippeter(20)
                .snippets(text, List.of(new Span(at, at + 3)), List.of(), 1)
                .getFirst();
        assertThat(snippet.html()).startsWith("… ").endsWith(" …").contains("<mark>six</mark>");
        assertThat(snippet.text().strip().split(" ")).isSubsetOf(text.split(" "));
    }

    @Test
    void withoutMarksTheBeginningIsShown() {
        String text = "fog ".repeat(50).strip();
        Snippet snippet =
                new Snippeter(20).snippets(text, List.of(), List.of(), 3).getFirst();
        assertThat(snippet.span().start()).isZero();
        assertThat(snippet.html()).endsWith(" …").doesNotContain("<mark>");
    }

    @Test
    void theLinesWithTheMostMarksComeFirstWhenOnlyOneIsAskedFor() {
        String text = "fog " + "x ".repeat(60) + "fog fog fog";
        int tail = text.indexOf("fog fog");
        List<Span> marks = List.of(
                new Span(0, 3), new Span(tail, tail + 3), new Span(tail + 4, tail + 7), new Span(tail + 8, tail + 11));
        assertThat(new Snippeter(30)
                        .snippets(text, marks, List.of(marks), 1)
                        .getFirst()
                        .marks())
                .hasSize(3);
        assertThat(new Snippeter(30).snippets(text, marks, List.of(marks), 5)).hasSize(2);
    }

    @Test
    void noneAreMadeWhereNoneAreAskedFor() {
        assertThat(new Snippeter(20).snippets("fog", List.of(new Span(0, 3)), List.of(), 0))
                .isEmpty();
        assertThat(new Snippeter(20).snippets("", List.of(), List.of(), 3)).isEmpty();
    }

    @Test
    void tooShortALengthIsRefused() {
        assertThatThrownBy(() -> new Snippeter(19)).hasMessage("length is 19, must be at least 20");
    }

    @Test
    void snippetsHoldWholeMarksAndWholeCharacters() {
        Seeded.times(4_000, random -> {
            String text = text(random);
            List<Span> marks = marks(random, text);
            int count = 1 + random.nextInt(4);
            List<Snippet> snippets =
                    new Snippeter(20 + random.nextInt(80)).snippets(text, marks, List.of(marks), count);
            assertThat(snippets).hasSizeBetween(text.isEmpty() ? 0 : 1, count);
            int end = 0;
            for (Snippet snippet : snippets) {
                Span span = snippet.span();
                String shown = "in " + text + " " + marks + " " + snippets;
                assertThat(span.start()).as("order " + shown).isGreaterThanOrEqualTo(end);
                end = span.end();
                assertThat(span.in(text)).isEqualTo(snippet.text());
                assertThat(isWhole(snippet.text())).as("surrogates " + shown).isTrue();
                assertThat(snippet.marks().isEmpty()).as("marks " + shown).isEqualTo(marks.isEmpty());
                List<Span> expected = marks.stream()
                        .filter(mark -> mark.overlaps(span))
                        .map(mark -> mark.shift(-span.start()))
                        .toList();
                assertThat(snippet.marks()).as("whole marks " + shown).isEqualTo(expected);
                assertThat(snippet.cutBefore()).isEqualTo(span.start() > 0);
                assertThat(snippet.cutAfter()).isEqualTo(span.end() < text.length());
                assertThat(unescaped(snippet)).as(shown).isEqualTo(snippet.text());
            }
        });
    }

    @Test
    void wordsAreCutOnlyWhereALineHasNoSpace() {
        Seeded.times(2_000, random -> {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                words.add(Seeded.one(random, List.of("fog", "harbour", "туман", "🚢", "it's")));
            }
            String text = String.join(" ", words);
            List<Span> marks = new ArrayList<>();
            int at = 0;
            for (String word : words) {
                if (random.nextInt(9) == 0) {
                    marks.add(new Span(at, at + word.length()));
                }
                at += word.length() + 1;
            }
            for (Snippet snippet : new Snippeter(40).snippets(text, marks, List.of(marks), 3)) {
                assertThat(snippet.text()).isEqualTo(snippet.text().strip());
                assertThat(snippet.text().split(" ")).isSubsetOf(words);
            }
        });
    }

    @Test
    void theWorkGrowsWithTheMarks() throws Exception {
        Growth growth = new Growth(2_000);
        growth.measure(
                "marks",
                size -> size,
                size -> new Snippeter(320).snippets("fog ".repeat(size), many(size), clauses(size), 3));
        growth.check();
    }

    private static List<Span> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Span(4 * i, 4 * i + 3))
                .toList();
    }

    private static List<List<Span>> clauses(int count) {
        return List.of(many(count), many(count / 2), many(count / 3));
    }

    private static Snippet only(String text, List<Span> marks) {
        List<Snippet> snippets = new Snippeter(320).snippets(text, marks, List.of(marks), 10);
        assertThat(snippets).hasSize(1);
        return snippets.getFirst();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int words = random.nextInt(60);
        for (int i = 0; i < words; i++) {
            text.append(Seeded.one(random, WORDS)).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.toString();
    }

    /** Marks at borders of code points, some of them long, none overlapping another. */
    private static List<Span> marks(Random random, String text) {
        List<Span> marks = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int gap = random.nextInt(60);
            int length = 1 + random.nextInt(random.nextInt(6) == 0 ? 70 : 8);
            int start = border(text, Math.min(text.length(), at + gap));
            int end = border(text, Math.min(text.length(), start + length));
            if (end > start) {
                marks.add(new Span(start, end));
            }
            at = Math.max(end, at + 1);
        }
        return random.nextInt(8) == 0 ? List.of() : marks;
    }

    private static int border(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static boolean isWhole(String text) {
        return text.isEmpty()
                || !Character.isLowSurrogate(text.charAt(0))
                        && !Character.isHighSurrogate(text.charAt(text.length() - 1));
    }

    private static final Pattern MARK = Pattern.compile("</?mark>");

    private static String unescaped(Snippet snippet) {
        String html = snippet.html();
        html = snippet.cutBefore() ? html.substring(2) : html;
        html = snippet.cutAfter() ? html.substring(0, html.length() - 2) : html;
        html = MARK.matcher(html).replaceAll("");
        assertThat(html).doesNotContain("<", ">", "\"", "'");
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void aLineThatShowsAnotherClauseGoesBeforeOneThatRepeats() {
        String text = "fog fog fog and a long way of harbour and quay and pier before the gull is seen";
        List<Span> fog = List.of(new Span(0, 3), new Span(4, 7), new Span(8, 11));
        List<Span> gull = List.of(new Span(67, 71));
        List<Span> marks = List.of(fog.get(0), fog.get(1), fog.get(2), gull.getFirst());
        assertThat(new Snippeter(20).snippets(text, marks, List.of(fog, gull), 2))
                .extracting(snippet -> snippet.marks().stream()
                        .map(mark -> mark.in(snippet.text()))
                        .toList())
                .containsExactly(List.of("fog", "fog", "fog"), List.of("gull"));
    }
}
