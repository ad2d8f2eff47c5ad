package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.document.Region;
import wherein.document.Texts;

class MarkdownTest {

    /** What is in each region, as {@code block: lines}. */
    private static List<String> regions(String text) {
        return Markdown.of(text).regions().stream()
                .map(region -> region.block().word() + ": " + region.span().in(text))
                .toList();
    }

    @Test
    void aHeadingHasNumberSignsOrALineBelow() {
        assertThat(regions("# Reeds #\n\nOf reeds\n========\n\nText.\n\n Of mud\n-\n\n#no heading\n"))
                .containsExactly("heading: # Reeds #", "heading: Of reeds\n========", "heading:  Of mud\n-");
    }

    @Test
    void aParagraphAboveARuleIsNoHeading() {
        String paragraph = Texts.prose(0, 60);
        assertThat(regions(paragraph + "\n---\n\nText.\n")).containsExactly("boilerplate: ---");
    }

    @Test
    void aNumberSignInCodeIsNoHeading() {
        String fenced = "```python\n# count the reeds\n\nreeds = 5\n```";
        assertThat(regions("Text.\n\n" + fenced + "\n\nText.\n\n    # indented\n    - code\n\nText.\n"))
                .containsExactly("prose: " + fenced, "prose:     # indented\n    - code");
    }

    @Test
    void anUnclosedFenceReachesToTheEndOfTheText() {
        assertThat(regions("~~~\n# code\n- code")).containsExactly("prose: ~~~\n# code\n- code");
    }

    @Test
    void theItemsOfAListInAListAreItems() {
        String text = "- reeds\n  - of two kinds\n\n    and a third\n  1. cut\n- mud\n\nText.\n";
        assertThat(regions(text))
                .containsExactly(
                        "list: - reeds",
                        "list:   - of two kinds",
                        "list:     and a third",
                        "list:   1. cut",
                        "list: - mud");
    }

    @Test
    void whatStandsInAnItemIsOfTheListAndAQuotationIsOne() {
        assertThat(regions("- reeds\n\n  # cut\n\n      in winter\n\n  > by hand\n  > alone\n\n  by boat\n"))
                .containsExactly(
                        "list: - reeds",
                        "list:   # cut",
                        "list:       in winter",
                        "quote:   > by hand\n  > alone",
                        "list:   by boat");
    }

    @Test
    void anItemOfNothingIsAnItem() {
        assertThat(regions("- reeds\n-\n- mud\n")).containsExactly("list: - reeds", "list: -", "list: - mud");
    }

    @Test
    void aYearBeforeAParagraphIsNoItemsNumber() {
        assertThat(regions("1987. The weir broke.\n\nText.\n\n12. The weir held.\n"))
                .containsExactly("list: 12. The weir held.");
    }

    @Test
    void anItemsNumberInTheMiddleOfAParagraphIsText() {
        assertThat(regions("They came in the winter of\n87. It was cold.\n")).isEmpty();
    }

    @Test
    void aQuotationIsOneWithAllThatStandsInIt() {
        String quotation = "> # Reeds\n>\n> - cut\n>   > at night\nby hand";
        assertThat(regions("Text.\n\n" + quotation + "\n\nText.\n")).containsExactly("quote: " + quotation);
    }

    @Test
    void eachRowOfATableIsByItself() {
        String text = "| Kind | Bundles |\n|:-----|--------:|\n| Bulrush | 8,100 |\n| Sedge \\| rush |\n\nText.\n";
        assertThat(regions(text))
                .containsExactly(
                        "prose: | Kind | Bundles |\n|:-----|--------:|",
                        "prose: | Bulrush | 8,100 |",
                        "prose: | Sedge \\| rush |");
    }

    @Test
    void theCellsOfARowStayInOnePassageAndAreNoHeading() {
        String text = "# Reeds\n\n| Kind | Cut |\n|---|---|\n| Bulrush | " + Texts.prose(0, 150) + " |\n| Sedge | "
                + Texts.prose(200, 150) + " |\n";
        assertThat(Texts.passages(Texts.markdown(text)))
                .containsExactly(
                        "heading: # Reeds",
                        "prose: | Kind | Cut |\n|---|---|\n| Bulrush | " + Texts.prose(0, 150) + " |",
                        "prose: | Sedge | " + Texts.prose(200, 150) + " |");
    }

    @Test
    void aNoteIsAParagraph() {
        assertThat(regions("Reeds[^1] and mud[^2].\n\n[^1]: Cut\n[^2]: Dry\n    and cold\n"))
                .containsExactly("prose: [^1]: Cut", "prose: [^2]: Dry\n    and cold");
    }

    @Test
    void addressesAndCommentsAreNotTheText() {
        assertThat(regions("See [reeds].\n\n[reeds]: https://reeds.example/ \"Of reeds\"\n\n<!-- a\ncomment -->\n\n"
                        + "<div>\nText.\n</div>\n"))
                .containsExactly(
                        "boilerplate: [reeds]: https://reeds.example/ \"Of reeds\"",
                        "boilerplate: <!-- a\ncomment -->");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            '# The weir'                                      => 'The weir'
            '\n\n# The weir #\nText'                          => 'The weir'
            'The weir\nof Tarn\n=====\nText'                  => 'The weir of Tarn'
            '# The un**believ**able [weir](http://w.example)' => 'The unbelievable weir'
            '# The `weir` & \\*reeds\\* &amp; snake_case'     => 'The weir & *reeds* & snake_case'
            '## The weir'                                     => ''
            'Text\n\n# The weir'                              => ''
            '#'                                               => ''
            """)
    void theTitleIsTheWordsOfAHeadingOfTheFirstLevelAtTheStart(String text, String title) {
        assertThat(Markdown.of(text).title()).isEqualTo(title);
    }

    @Test
    void aTitleWithMarksInItLendsNothingToThePassagesBelow() {
        String text = "# The *weir*\n\n" + Texts.prose(0, 40);
        Metadata titled = Texts.titled("The weir");
        Document document = new Document(
                "d", "d.md", text, titled, List.of(), Markdown.of(text).regions());
        assertThat(Texts.tiles(document)).extracting(Passage::heading).containsExactly("", "");
    }

    /** Lines with marks as they come. */
    private static String any(Random random) {
        StringBuilder text = new StringBuilder();
        for (int lines = random.nextInt(40); lines > 0; lines--) {
            for (int marks = random.nextInt(3); marks > 0; marks--) {
                text.append(Seeded.one(
                        random, "# ", "- ", "1. ", "1200. ", "> ", "  ", "    ", "\t", "[^1]: ", "[a]: b", "|a|b|",
                        "<!--"));
            }
            text.append(Seeded.one(random, "|-|-|", "```", "---", "===", "", "", "-->", "\u0000", "\u2028", "a", "b"));
            text.append(random.nextBoolean() ? Seeded.text(random, 6) : "");
            text.append(Seeded.one(random, "\n", "\n\n", "\r\n", "\r"));
        }
        return text.toString();
    }

    @Test
    void regionsStandInOrderAndNoneIsOverAnother() {
        Seeded.times(500, random -> {
            String text = any(random);
            int end = 0;
            for (Region region : Markdown.of(text).regions()) {
                assertThat(region.span().start()).as(text).isGreaterThanOrEqualTo(end);
                assertThat(region.span().length()).as(text).isPositive();
                end = region.span().end();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
            Texts.tiles(Texts.markdown(text));
        });
    }

    @Test
    void aTextReadInPiecesIsReadAsAWhole() {
        Seeded.times(1_000, random -> {
            String text = any(random);
            Markdown pieces = Markdown.of(text, 1 + random.nextInt(60));
            Markdown whole = Markdown.of(text);
            assertThat(pieces.regions()).as(text).isEqualTo(whole.regions());
            assertThat(pieces.title()).as(text).isEqualTo(whole.title());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            'x\n'                   => 'short lines'
            'reed '                 => 'one long line'
            '> '                    => 'quotations in quotations'
            '- '                    => 'lists in lists'
            '- a\n'                 => 'items'
            '> - a\n\n'             => 'lists in quotations'
            '[^1]: a\n'             => 'notes'
            '[a]: b\n'              => 'addresses'
            '['                     => 'brackets'
            '|'                     => 'cells'
            'a|b\n-|-\n'            => 'tables'
            '```\n'                 => 'fences'
            '<!-- '                 => 'comments'
            '# *a*\n'               => 'headings'
            '*a _b '                => 'emphasis'
            '1. '                   => 'numbers'
            '\t'                    => 'tabs'
            '`a'                    => 'ticks'
            """)
    void theWorkGrowsAsTheTextDoes(String piece, String what) {
        String small = piece.repeat(40_000 / piece.length());
        String large = piece.repeat(320_000 / piece.length());
        double factor = Double.MAX_VALUE;
        // What is no fault of the reader, such as a collection of garbage, does not come each time.
        for (int attempt = 0; attempt < 4 && factor > 12; attempt++) {
            factor = nanoseconds(large) / (nanoseconds(small) + 1e6);
        }
        assertThat(factor).as(what).isLessThanOrEqualTo(12);
    }

    /** Time of the processor for reading {@code text}, the median of three runs. */
    private static double nanoseconds(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, 3)
                .mapToLong(run -> {
                    long begin = threads.getCurrentThreadCpuTime();
                    Markdown.of(text);
                    return threads.getCurrentThreadCpuTime() - begin;
                })
                .sorted()
                .toArray()[1];
    }
}
