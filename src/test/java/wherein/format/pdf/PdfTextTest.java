package wherein.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Pdfs;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.NoteKind;
import wherein.format.Extract;
import wherein.format.UnreadableException;

/** What is read of pages, and in which order. */
class PdfTextTest {

    private static final String[] LEFT = {
        "The ropewalk of Tarn ran along the",
        "quay for half a mile, and in winter",
        "the spinners warmed their hands at",
        "the tar kettles before they could",
        "lay a single strand of hemp."
    };

    private static final String[] RIGHT = {
        "Nobody counted how many miles of",
        "cable left the yard, but the clerk",
        "wrote down each coil in a book with",
        "a green cover, which was lost when",
        "the lower town was under water."
    };

    @TempDir
    Path folder;

    private final Pdfs pdf = Pdfs.pages();

    @AfterEach
    void close() throws IOException {
        pdf.close();
    }

    @Test
    void columnsAreReadOneAfterTheOtherHoweverTheyAreDrawn() throws Exception {
        pdf.page().bold(72, 720, 18, "What the ropewalk made in the years of the great frost");
        for (int i = 0; i < LEFT.length; i++) {
            pdf.text(72, 690 - 12 * i, 10, LEFT[i]).text(320, 690 - 12 * i, 10, RIGHT[i]);
        }
        assertThat(paragraphs())
                .containsExactly(
                        "What the ropewalk made in the years of the great frost",
                        String.join(" ", LEFT),
                        String.join(" ", RIGHT));
    }

    @Test
    void columnsWhoseLinesDoNotStandSideBySideAreReadOneAfterTheOther() throws Exception {
        pdf.page().lines(72, 690, 10, LEFT).lines(320, 685, 10, RIGHT);
        assertThat(paragraphs()).containsExactly(String.join(" ", LEFT), String.join(" ", RIGHT));
    }

    @Test
    void whatStandsAcrossColumnsPartsThem() throws Exception {
        pdf.page().lines(72, 700, 10, LEFT).lines(320, 700, 10, RIGHT);
        pdf.bold(72, 610, 14, "A heading that goes over both of the columns of this page");
        pdf.lines(72, 580, 10, RIGHT).lines(320, 580, 10, LEFT);
        assertThat(paragraphs())
                .containsExactly(
                        String.join(" ", LEFT),
                        String.join(" ", RIGHT),
                        "A heading that goes over both of the columns of this page",
                        String.join(" ", RIGHT),
                        String.join(" ", LEFT));
    }

    @Test
    void aParagraphThatAColumnCutsIsOne() throws Exception {
        pdf.page().lines(72, 700, 10, Arrays.copyOf(LEFT, 4));
        pdf.lines(320, 700, 10, LEFT[4].replace("lay", "lay"), RIGHT[0], RIGHT[1], RIGHT[2]);
        assertThat(paragraphs().getFirst()).contains("before they could lay a single strand");
    }

    @Test
    void theRowsOfATableStayTogether() throws Exception {
        pdf.page();
        String[][] rows = {
            {"Harbour", "Boats", "Keeper"},
            {"Vellmouth", "41", "Ingrid Tarpold"},
            {"Kesselby", "17", "Osmo Hartley"},
            {"Upper Brenk", "8", "Nobody since the flood"}
        };
        for (int i = 0; i < rows.length; i++) {
            pdf.text(72, 700 - 14 * i, 10, rows[i][0]).text(220, 700 - 14 * i, 10, rows[i][1]);
            pdf.text(320, 700 - 14 * i, 10, rows[i][2]);
        }
        assertThat(paragraphs())
                .containsExactly(
                        "Harbour\tBoats\tKeeper",
                        "Vellmouth\t41\tIngrid Tarpold",
                        "Kesselby\t17\tOsmo Hartley",
                        "Upper Brenk\t8\tNobody since the flood");
    }

    @Test
    void paragraphsAreToldByIndentsAndBySpace() throws Exception {
        pdf.page()
                .text(86, 700, 10, "The first of the paragraphs begins with an indent, as those of")
                .text(72, 688, 10, "books do, and has two lines that reach to the margin of it all.")
                .text(86, 676, 10, "So does the second, which has its own two lines, and goes on")
                .text(72, 664, 10, "as long as is needed to show where it ends, which is just here.")
                .text(72, 640, 10, "The third has no indent but some space above, as letters have");
        assertThat(paragraphs()).hasSize(3);
    }

    @Test
    void aHyphenAtTheEndOfALineKeepsItsLineBreak() throws Exception {
        pdf.page().lines(72, 700, 10, "The spinners asked the govern-", "ment for a long-term arrange-", "ment.");
        assertThat(read().text()).isEqualTo("The spinners asked the govern-\nment for a long-term arrange-\nment.");
    }

    @Test
    void runningHeadsAndPageNumbersAreBoilerplateAndCutNoSentence() throws Exception {
        for (int page = 1; page <= 4; page++) {
            pdf.page()
                    .text(72, 760, 8, "Tarn Papers 9")
                    .text(480, 760, 8, "Of ropes")
                    .text(300, 30, 8, "" + page);
            pdf.lines(
                    72,
                    700,
                    10,
                    "The clerk went on from page to page until all of it was told and the",
                    "book with the cover of green cloth was full, and then he sat down and");
        }
        Extract read = read();
        assertThat(read.text())
                .containsOnlyOnce("\n\nTarn Papers 9 Of ropes\n\n4")
                .startsWith("The clerk");
        assertThat(read.text().split("\n\n")[0]).hasSizeGreaterThan(500);
        assertThat(blocks(read, Block.BOILERPLATE))
                .contains("Tarn Papers 9 Of ropes", "1", "2", "3", "4")
                .hasSize(8);
    }

    @Test
    void aNumberAtTheEdgeOfAPageThatIsNotItsOwnIsText() throws Exception {
        for (int page = 1; page <= 3; page++) {
            pdf.page().lines(72, 700, 10, "A page with a number below that is no page's number at all.", "1890");
        }
        assertThat(blocks(read(), Block.BOILERPLATE)).noneMatch("1890"::equals);
    }

    @Test
    void theMarkOfANoteIsNoPartOfTheWordOrNumberBeforeIt() throws Exception {
        pdf.page().text(72, 700, 12, "The flood drowned 300");
        float end = 72 + Pdfs.width(12, "The flood drowned 300");
        pdf.text(end, 705, 7, "2").text(end + 4, 700, 12, " people in Serbia");
        float second = end + 4 + Pdfs.width(12, " people in Serbia");
        pdf.text(second, 705, 7, "14").text(second + 8, 700, 12, ", and 40 km");
        float third = second + 8 + Pdfs.width(12, ", and 40 km");
        pdf.text(third, 705, 7, "2").text(third + 4, 700, 12, " of land.");
        assertThat(read().text()).isEqualTo("The flood drowned 300 people in Serbia, and 40 km² of land.");
    }

    @Test
    void notesStandBehindTheTextThatTheirPageCuts() throws Exception {
        pdf.page()
                .lines(
                        72,
                        130,
                        10,
                        "On the last lines of the first page a sentence begins and goes on to",
                        "the next page, where it comes to its end after some more of the");
        pdf.lines(72, 60, 7, "1 A note in small letters at the foot of the page.");
        pdf.page().lines(72, 720, 10, "words that it needs.", "", "Another.");
        assertThat(paragraphs())
                .containsExactly(
                        "On the last lines of the first page a sentence begins and goes on to the next page, where it comes"
                                + " to its end after some more of the words that it needs.",
                        "1 A note in small letters at the foot of the page.",
                        "Another.");
        assertThat(read().cues().stream().map(Cue::label)).containsExactly("1", "2", "1", "2");
    }

    @Test
    void glyphsDrawnTwiceOffThePageOrUpwardDoNotGetBetween() throws Exception {
        pdf.page().text(72, 700, 10, "Printed twice to look bold.").text(72.3f, 700, 10, "Printed twice to look bold.");
        pdf.text(900, 700, 10, "Off the page.").upward(30, 300, 10, "Up the margin");
        assertThat(paragraphs()).containsExactly("Printed twice to look bold.", "Up the margin");
    }

    @Test
    void lettersThatAreSpacedOutAreWords() throws Exception {
        pdf.page().spaced(3).text(72, 700, 10, "Spaced letters here");
        assertThat(read().text()).isEqualTo("Spaced letters here");
    }

    @Test
    void largeLettersAreHeadingsAndTheLargestTheTitle() throws Exception {
        pdf.page().text(72, 720, 20, "Of ropes and frost").bold(72, 690, 10, "What was found");
        pdf.lines(72, 670, 10, LEFT);
        Extract read = read();
        assertThat(blocks(read, Block.HEADING)).containsExactly("Of ropes and frost", "What was found");
        assertThat(read.metadata().title()).isEqualTo("Of ropes and frost");
        assertThat(read.origins()).containsEntry("title", "largest letters of the first page");
    }

    @Test
    void aTitleThatNamesAProgramOrAFileIsNone() throws Exception {
        pdf.page().text(72, 720, 20, "Of ropes and frost").lines(72, 670, 10, LEFT);
        for (String title : List.of("Microsoft Word - ropes.doc", "untitled", "ropes.indd", "Slide 1", " - ")) {
            pdf.with(document -> document.getDocumentInformation().setTitle(title));
            assertThat(read().metadata().title()).as(title).isEqualTo("Of ropes and frost");
        }
        pdf.with(document -> document.getDocumentInformation().setTitle("Ropes"));
        assertThat(read().metadata().title()).isEqualTo("Ropes");
    }

    @Test
    void theDayOfMakingIsItsDateAndItsOriginTellsSo() throws Exception {
        Calendar made = new GregorianCalendar(2022, Calendar.MARCH, 4);
        made.setTimeZone(TimeZone.getTimeZone("UTC"));
        pdf.page().text(72, 700, 10, "Ropes.").with(document -> {
            document.getDocumentInformation().setCreationDate(made);
            document.getDocumentInformation().setAuthor("Ada Keel; Bo Reef");
        });
        Extract read = read();
        assertThat(read.metadata().date().edtf()).isEqualTo("2022-03-04");
        assertThat(read.metadata().author()).containsExactly("Ada Keel", "Bo Reef");
        assertThat(read.origins()).containsEntry("date", "CreationDate").containsEntry("author", "Author");
    }

    @Test
    void aLanguageThatTheTextCannotBeInIsNone() throws Exception {
        pdf.page().text(72, 700, 10, "Ropes and frost.");
        pdf.with(document -> document.getDocumentCatalog().setLanguage("ru-RU"));
        assertThat(read().metadata().language()).isEmpty();
        pdf.with(document -> document.getDocumentCatalog().setLanguage("en_GB"));
        assertThat(read().metadata().language()).isEqualTo("en-GB");
    }

    @Test
    void aFileIsDamagedWhereverItIsCut() throws Exception {
        for (int page = 0; page < 5; page++) {
            pdf.page().lines(72, 700, 10, LEFT);
        }
        byte[] whole = Files.readAllBytes(pdf.save(folder.resolve("whole.pdf")));
        for (int tenths = 1; tenths < 10; tenths++) {
            Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, whole.length * tenths / 10));
            assertThatThrownBy(() -> Extracted.pdf(cut, 1 << 20))
                    .as("%d tenths", tenths)
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void aPageThatCannotBeUnpackedIsDamage() throws Exception {
        pdf.page().lines(72, 700, 10, LEFT);
        byte[] bytes = Files.readAllBytes(pdf.save(folder.resolve("whole.pdf")));
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = text.indexOf("stream", text.indexOf("FlateDecode")) + 30;
        Arrays.fill(bytes, at, at + 40, (byte) 0xFF);
        Path broken = Files.write(folder.resolve("broken.pdf"), bytes);
        assertThatThrownBy(() -> Extracted.pdf(broken, 1 << 20))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("page 1");
    }

    @Test
    void oneWithAnEmptyPasswordIsReadAndOneWithAnotherIsNot() throws Exception {
        pdf.page().text(72, 700, 10, "Sealed.");
        pdf.with(document -> protect(document, ""));
        assertThat(read().text()).isEqualTo("Sealed.");
        Pdfs locked = Pdfs.pages().page().text(72, 700, 10, "Sealed.").with(document -> protect(document, "key"));
        Path file = locked.save(folder.resolve("locked.pdf"));
        locked.close();
        assertThatThrownBy(() -> Extracted.pdf(file, 1 << 20))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void aPageIsCalledAsItsDocumentCallsItAndCountedForLinks() throws Exception {
        pdf.page().lines(72, 700, 10, "Foreword.").page().lines(72, 700, 10, "Chapter.");
        pdf.with(document -> {
            PDPageLabels labels = new PDPageLabels(document);
            PDPageLabelRange roman = new PDPageLabelRange();
            roman.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
            roman.setStart(12);
            labels.setLabelItem(0, roman);
            PDPageLabelRange plain = new PDPageLabelRange();
            plain.setStyle(PDPageLabelRange.STYLE_DECIMAL);
            labels.setLabelItem(1, plain);
            document.getDocumentCatalog().setPageLabels(labels);
        });
        assertThat(read().cues())
                .extracting(cue -> cue.label() + " is " + cue.page())
                .containsExactly("xii is 1", "1 is 2");
    }

    @Test
    void whatIsFilledIntoAFormIsReadBehindItsLabel() throws Exception {
        pdf.page().text(72, 700, 11, "Name of the boat:").text(72, 660, 11, "Seaworthy:");
        pdf.with(document -> {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("boat");
            field.getCOSObject().setString(COSName.V, "Grey Heron");
            put(document, form, field, 697);
            PDCheckBox box = new PDCheckBox(form);
            box.setPartialName("sound");
            box.getWidgets().getFirst().setAppearanceState("Yes");
            put(document, form, box, 657);
        });
        assertThat(read().text())
                .containsPattern("Name of the boat:\\s+Grey Heron")
                .containsPattern("Seaworthy:\\s+☒");
    }

    private static void put(PDDocument document, PDAcroForm form, PDField field, float y) {
        try {
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            widget.setRectangle(new PDRectangle(166, y, 200, 14));
            widget.setPage(document.getPage(0));
            document.getPage(0).getAnnotations().add(widget);
            form.getFields().add(field);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void pagesWithoutTextAreToldAsPerhapsScanned() throws Exception {
        pdf.page().text(300, 30, 8, "1").page().text(300, 30, 8, "2");
        Path file = pdf.save(folder.resolve("scanned.pdf"));
        assertThatThrownBy(() -> Extracted.pdf(file, 1 << 20))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(NoteKind.PDF_WITHOUT_TEXT));
    }

    private static void protect(org.apache.pdfbox.pdmodel.PDDocument document, String password) {
        try {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> paragraphs() throws Exception {
        return List.of(read().text().split("\n\n"));
    }

    private static List<String> blocks(Extract read, Block block) {
        List<String> texts = new ArrayList<>();
        read.regions().stream()
                .filter(region -> region.block() == block)
                .forEach(region -> texts.add(region.span().in(read.text())));
        return texts;
    }

    private Extract read() throws Exception {
        return Extracted.pdf(pdf.save(folder.resolve("a.pdf")), 1 << 20);
    }
}
