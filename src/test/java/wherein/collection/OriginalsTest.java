package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wherein.Shared;
import wherein.document.Document;
import wherein.document.Lines;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.Part;
import wherein.document.Passage;
import wherein.document.Texts;
import wherein.text.CodePoints;
import wherein.text.Span;

/** The five originals, read with the catalogue of this repository. */
class OriginalsTest {

    private static final String OE_WATCH = "oe-watch-brain-drain";
    private static final String TALENT = "shareamerica-talent";
    private static final String EXODUS = "soldatov-borogan-exodus";
    private static final String REVERSING = "reversing-brain-drain";
    private static final String EXILES = "chatham-house-exiles";

    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();

    @BeforeEach
    void read() throws IOException, CatalogueException {
        Collection collection = Collection.open(Shared.originals(), Optional.of(Path.of("seeds/catalog.yaml")));
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), DocumentReader.MAX_DOCUMENT);
        for (SourceFile file : collection.files()) {
            reader.read(file, document -> documents.put(document.id(), document), notes::add);
        }
    }

    @Test
    void allFiveAreReadUnderTheirIdsAndNothingIsToBeTold() {
        assertThat(documents.keySet()).containsExactly(OE_WATCH, TALENT, EXODUS, REVERSING, EXILES);
        assertThat(documents.values()).extracting(Document::file).isEqualTo(Shared.ORIGINALS);
        assertThat(notes).isEmpty();
    }

    @Test
    void everySourceAuthorDateStanceAndLanguageIsAsKnown() {
        assertThat(documents.values())
                .extracting(document -> about(document.metadata()))
                .containsExactly(
                        "OE Watch [] 2022-05-07/.. critical en",
                        "ShareAmerica [Michael Laff] 2023-08-03 critical en",
                        "Foreign Affairs [Andrei Soldatov, Irina Borogan] 2022 advocacy en",
                        " []  analytical en",
                        "The World Today [Ekaterina Sachkova] 2025-06-09 advocacy en");
    }

    private static String about(Metadata data) {
        return data.source() + " " + data.author() + " " + data.date().edtf() + " " + data.stance() + " "
                + data.language();
    }

    @Test
    void titlesAreTheLinesThatHoldThemOrAbsent() {
        assertThat(title(OE_WATCH)).isEqualTo(line(OE_WATCH, 1));
        assertThat(title(TALENT)).isEqualTo(line(TALENT, 3));
        assertThat(title(EXILES)).isEqualTo(line(EXILES, 1));
        assertThat(title(EXODUS)).isEmpty();
        assertThat(title(REVERSING)).isEmpty();
    }

    @Test
    void thePartsOfTheFirstAreItsTwoExcerpts() {
        Document document = documents.get(OE_WATCH);
        assertThat(document.parts())
                .extracting(part -> about(part.metadata()).replaceAll(" en$", " "))
                .containsExactly(
                        "Meduza [Kristina Safonova] 2022-05-07 neutral ",
                        "Nezavisimaya Gazeta [Tatyana Popova] 2022-05-05 pro-kremlin ");
        assertThat(document.parts())
                .extracting(Part::span)
                .containsExactly(lines(OE_WATCH, 8, 12), lines(OE_WATCH, 14, 18));
        assertThat(documents.values().stream().filter(each -> !each.parts().isEmpty()))
                .hasSize(1);
    }

    @Test
    void everyPassageOfAPartHasItsMetadata() {
        Document document = documents.get(OE_WATCH);
        assertThat(Texts.tiles(document)).allSatisfy(passage -> {
            int line = lineOf(document, passage.span().start());
            assertThat(passage.metadata().source())
                    .isEqualTo(line >= 14 ? "Nezavisimaya Gazeta" : line >= 8 ? "Meduza" : "OE Watch");
        });
    }

    @Test
    void theFileAsItIsStoredIsTheText() throws IOException {
        for (Document document : documents.values()) {
            assertThat(document.text())
                    .isEqualTo(Files.readString(Shared.originals().resolve(document.file())));
        }
    }

    @Test
    void everyNonSpaceCharacterIsInExactlyOnePassage() {
        for (Document document : documents.values()) {
            List<Passage> passages = Texts.tiles(document);
            for (int i = 0; i < document.text().length(); i++) {
                char c = document.text().charAt(i);
                Span at = new Span(i, i + 1);
                long holders = passages.stream()
                        .filter(each -> each.span().contains(at))
                        .count();
                assertThat(holders).isLessThanOrEqualTo(1);
                assertThat(holders == 1 || Character.isWhitespace(c) || Character.isSpaceChar(c))
                        .isTrue();
            }
        }
    }

    @Test
    void noKnownMentionCrossesThePassageBorder() throws IOException {
        ObjectMapper json = new ObjectMapper();
        int mentions = 0;
        for (Document document : documents.values()) {
            CodePoints points = new CodePoints(document.text());
            List<Passage> passages = Texts.tiles(document);
            Path gold = Shared.gold().resolve(document.file() + ".jsonl");
            for (String row : Files.readAllLines(gold)) {
                JsonNode mention = json.readTree(row);
                Span span = new Span(
                        points.toUtf16(mention.get("start").intValue()),
                        points.toUtf16(mention.get("end").intValue()));
                assertThat(span.in(document.text()))
                        .isEqualTo(mention.get("text").textValue());
                assertThat(passages).as(row).anyMatch(passage -> passage.span().contains(span));
                mentions++;
            }
        }
        assertThat(mentions).isEqualTo(625);
    }

    @Test
    void noSentenceIsCut() {
        for (Document document : documents.values()) {
            for (Passage passage : Texts.tiles(document)) {
                String words = passage.span().in(document.text());
                String rest = document.text().substring(passage.span().end());
                boolean lineEnds = rest.isEmpty() || rest.strip().isEmpty() || rest.matches("(?s)[ \\u00A0]*\\R.*");
                assertThat(lineEnds || words.matches("(?s).*[.!?][”’»\")]*"))
                        .as(words)
                        .isTrue();
            }
        }
    }

    @Test
    void noPassageIsOverTheLimit() {
        assertThat(documents.values().stream()
                        .flatMap(document -> Texts.passages(document).stream())
                        .mapToInt(passage -> passage.split("\\s+").length))
                .allMatch(words -> words <= 240);
    }

    @Test
    void figuresWithNoBreakSpacesStayWhole() {
        String text = documents.get(OE_WATCH).text();
        assertThat(text).contains("\u00A0");
        assertThat(Texts.passages(documents.get(OE_WATCH)))
                .anyMatch(passage -> passage.matches("(?s).*150\\s?\u00A0?thousand.*"));
    }

    @Test
    void theRussianTitlesInGuillemetsAreNotCut() {
        assertThat(blockAt(OE_WATCH, 14)).startsWith("prose: ").contains("«").contains("»");
        assertThat(blockAt(OE_WATCH, 8)).startsWith("prose: ");
    }

    @Test
    void theFirstLineOfTheSecondAndTheNoticeInTheLastAreBoilerplate() {
        assertThat(blockAt(TALENT, 1)).isEqualTo("boilerplate: " + line(TALENT, 1));
        assertThat(blockAt(EXILES, 49)).isEqualTo("boilerplate: " + line(EXILES, 49));
        assertThat(blocks().filter(passage -> passage.startsWith("boilerplate: ")))
                .hasSize(2);
    }

    @Test
    void theTitleThatStandsTwiceIsAHeadingTwice() {
        assertThat(blockAt(TALENT, 3)).isEqualTo("heading: " + line(TALENT, 3));
        assertThat(blockAt(TALENT, 7)).isEqualTo("heading: " + line(TALENT, 7));
        assertThat(blockAt(TALENT, 4)).isEqualTo("prose: " + line(TALENT, 4) + "\n" + line(TALENT, 5));
    }

    @Test
    void theCaptionsOfThePicturesAreCaptions() {
        for (int line : new int[] {9, 27, 43}) {
            assertThat(blockAt(TALENT, line)).isEqualTo("caption: " + line(TALENT, line));
        }
        assertThat(blocks().filter(passage -> passage.startsWith("caption: "))).hasSize(3);
    }

    @Test
    void theBulletsAreOneList() {
        assertThat(blockAt(TALENT, 33)).startsWith("list: •").isEqualTo(blockAt(TALENT, 35));
        assertThat(blocks().filter(passage -> passage.startsWith("list: "))).hasSize(1);
    }

    @Test
    void thePullQuotesAndTheLinesThatSayWhoseTheyAreAreQuotes() {
        assertThat(blockAt(EXILES, 18)).isEqualTo("quote: " + line(EXILES, 18) + "\n\n" + line(EXILES, 20));
        assertThat(blockAt(EXILES, 39)).isEqualTo("quote: " + line(EXILES, 39) + "\n\n" + line(EXILES, 41));
        assertThat(blockAt(OE_WATCH, 3)).isEqualTo("quote: " + line(OE_WATCH, 3));
        assertThat(blocks().filter(passage -> passage.startsWith("quote: "))).hasSize(3);
    }

    @Test
    void theHeadingsAreHeadings() {
        for (int line : new int[] {14, 18, 29, 39}) {
            assertThat(blockAt(TALENT, line)).isEqualTo("heading: " + line(TALENT, line));
        }
        for (int line : new int[] {2, 8, 15}) {
            assertThat(blockAt(REVERSING, line)).isEqualTo("heading: " + line(REVERSING, line));
        }
        for (int line : new int[] {1, 13, 28}) {
            assertThat(blockAt(EXILES, line)).isEqualTo("heading: " + line(EXILES, line));
        }
        assertThat(Texts.passages(documents.get(EXODUS))).noneMatch(passage -> passage.startsWith("heading: "));
    }

    @Test
    void theLineThatBreaksInsideASentenceIsMended() {
        assertThat(blockAt(EXILES, 34))
                .isEqualTo(blockAt(EXILES, 35))
                .endsWith(line(EXILES, 35).strip());
    }

    @Test
    void oneLineEndBetweenParagraphsIsEnough() {
        assertThat(Texts.tiles(documents.get(REVERSING))).hasSizeGreaterThanOrEqualTo(21);
        assertThat(blockAt(REVERSING, 4)).doesNotContain("\n");
    }

    @Test
    void theBareYearIsInTheLastPassage() {
        assertThat(Texts.passages(documents.get(EXODUS)))
                .last()
                .asString()
                .startsWith("prose: ")
                .endsWith(" 2022");
    }

    private Stream<String> blocks() {
        return documents.values().stream().flatMap(document -> Texts.passages(document).stream());
    }

    /** The passage, with its block, that holds the first letter of a line. */
    private String blockAt(String id, int number) {
        Document document = documents.get(id);
        Span line = Lines.trim(document.text(), lines(id, number, number));
        return Texts.tiles(document).stream()
                .filter(passage -> passage.span().contains(new Span(line.start(), line.start() + 1)))
                .map(passage -> passage.block().word() + ": " + passage.span().in(document.text()))
                .findFirst()
                .orElseThrow();
    }

    private String title(String id) {
        return documents.get(id).metadata().title();
    }

    private String line(String id, int number) {
        return documents.get(id).text().split("\n", -1)[number - 1].replaceAll("^[\\s\\u00A0]+|[\\s\\u00A0]+$", "");
    }

    private Span lines(String id, int first, int last) {
        String text = documents.get(id).text();
        int start = 0;
        for (int i = 1; i < first; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = start;
        for (int i = first; i <= last; i++) {
            int next = text.indexOf('\n', i == first ? end : end + 1);
            end = next < 0 ? text.length() : next;
        }
        return new Span(start, end);
    }

    private static int lineOf(Document document, int at) {
        return 1
                + (int) document.text()
                        .substring(0, at)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
