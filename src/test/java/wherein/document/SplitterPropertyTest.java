package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.format.Extract;
import wherein.format.Html;
import wherein.text.Span;

class SplitterPropertyTest {

    @Test
    void passagesTileAnyText() {
        Seeded.times(500, random -> {
            String language = Seeded.one(random, "en", "ru", "", "de", "zz");
            Texts.tiles(Texts.document(Seeded.text(random, 400), Texts.metadata(language)));
        });
    }

    @Test
    void passagesTileAnyMarkdown() {
        Seeded.times(300, random -> {
            StringBuilder text = new StringBuilder();
            for (int lines = random.nextInt(30); lines > 0; lines--) {
                text.append(Seeded.one(random, "# ", "## ", "- ", "* ", "1. ", "> ", "---", "===", "", "", "    "));
                text.append(Seeded.text(random, 12)).append(Seeded.one(random, "\n", "\n\n", "\r\n"));
            }
            Texts.tiles(Texts.markdown(text.toString()));
        });
    }

    @Test
    void passagesTileAnyPage() {
        Seeded.times(200, random -> {
            StringBuilder html = new StringBuilder();
            for (int tags = random.nextInt(40); tags > 0; tags--) {
                String tag = Seeded.one(
                        random, "p", "h2", "li", "blockquote", "td", "pre", "nav", "b", "br", "div", "ul", "script");
                html.append(random.nextBoolean() ? "<" : "</").append(tag).append('>');
                html.append(Seeded.text(random, 8));
            }
            Extract page = Html.read(html.toString());
            Texts.tiles(new Document("page", "page.html", page.text(), page.metadata(), List.of(), page.regions()));
        });
    }

    @Test
    void passagesTileAnyTextWithPartsAndRegionsAndCrossNoPart() {
        Seeded.times(400, random -> {
            String text = Seeded.text(random, 300);
            List<Part> parts = new ArrayList<>();
            for (Span span : spans(random, text)) {
                parts.add(new Part(span, Texts.titled("Part " + span.start())));
            }
            List<Region> regions = new ArrayList<>();
            for (Span span : spans(random, text)) {
                regions.add(new Region(span, Block.values()[random.nextInt(Block.values().length)]));
            }
            Texts.tiles(new Document("any", "any.txt", text, Texts.metadata("en"), parts, regions));
        });
    }

    /** Runs of whole lines, in order, none over another. */
    private static List<Span> spans(Random random, String text) {
        List<Span> lines = Lines.of(text);
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(4); i < lines.size(); i++) {
            int last = Math.min(lines.size() - 1, i + random.nextInt(4));
            if (lines.get(last).end() > lines.get(i).start()) {
                spans.add(new Span(lines.get(i).start(), lines.get(last).end()));
            }
            i = last + random.nextInt(5);
        }
        return spans;
    }

    @Test
    void noSentenceIsCut() {
        Seeded.times(300, random -> {
            StringBuilder text = new StringBuilder();
            List<Span> sentences = new ArrayList<>();
            boolean russian = random.nextBoolean();
            for (int paragraphs = 1 + random.nextInt(8); paragraphs > 0; paragraphs--) {
                for (int count = 1 + random.nextInt(40); count > 0; count--) {
                    String sentence = sentence(random, russian);
                    sentences.add(new Span(text.length(), text.length() + sentence.length()));
                    text.append(sentence).append(' ');
                }
                text.append(Seeded.one(random, "\n\n", "\n", "\r\n\r\n"));
            }
            Document document = Texts.document(text.toString(), Texts.metadata(russian ? "ru" : "en"));
            List<Passage> passages = Texts.tiles(document);
            for (Span sentence : sentences) {
                for (Passage passage : passages) {
                    int end = passage.span().end();
                    assertThat(sentence.start() < end && end < sentence.end())
                            .as("cut behind: " + document.text().substring(Math.max(0, end - 30), end))
                            .isFalse();
                }
            }
        });
    }

    private static String sentence(Random random, boolean russian) {
        String[] first = russian
                ? new String[] {"Он", "Река", "Ёлка", "«Волга»", "В 1987 г."}
                : new String[] {"He", "Water", "Émile", "“Silver”", "In 1987"};
        String[] inner = russian
                ? new String[] {
                    "мост", "А. С. Сосновый", "т. е.", "и т. п.", "ул. Лесная", "150\u00A0000", "3,5", "г. Орёл"
                }
                : new String[] {
                    "bridge", "Mr. Oakes", "e.g.", "J. P. Tarn", "150\u00A0000", "3.5", "St. Ives", "Dr. Low"
                };
        StringBuilder sentence = new StringBuilder(Seeded.one(random, first));
        for (int words = 1 + random.nextInt(30); words > 0; words--) {
            sentence.append(' ').append(Seeded.one(random, inner));
        }
        sentence.append(russian ? " лодка" : " boat");
        return sentence.append(Seeded.one(random, ".", "!", "?", "…”", ".”", "?»"))
                .toString();
    }
}
