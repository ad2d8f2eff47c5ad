package wherein.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wherein.Scans.ENGLISH;
import static wherein.Scans.GERMAN;
import static wherein.Scans.RUSSIAN;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Pdfs;
import wherein.Scans;
import wherein.document.NoteKind;
import wherein.format.Allowance;
import wherein.format.Extract;
import wherein.format.Ocr;
import wherein.format.Tesseract;
import wherein.format.UnreadableException;
import wherein.text.Span;

/** Pages that are pictures, read by the tesseract of this machine. */
class ScansTest {

    private static Ocr ocr;

    @TempDir
    private Path folder;

    private final Extracted read = new Extracted();

    @BeforeAll
    static void findTesseract() {
        ocr = Scans.ocr();
    }

    private static Allowance allowed() {
        return new Allowance(1 << 20, Optional.of(new Tesseract(ocr, () -> {})));
    }

    private Extract scan(Path file) throws Exception {
        read.extracts.clear();
        ScanText.read(file, allowed(), read);
        return read.extracts.getFirst();
    }

    private Extract scan(Scans page) throws Exception {
        return scan(page.save(folder.resolve("page.png")));
    }

    private Extract pdf(Pdfs pdf) throws Exception {
        read.extracts.clear();
        PdfText.read(pdf.save(folder.resolve("page.pdf")), allowed(), read);
        pdf.close();
        return read.extracts.getFirst();
    }

    private static int confidence(Extract extract) {
        return wherein.document.OcrRun.confidence(
                        extract.ocr(), new Span(0, extract.text().length()))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 300})
    void aPageIsReadInWhicheverLanguageItIs(int dpi) throws Exception {
        for (String text : List.of(ENGLISH, RUSSIAN, GERMAN)) {
            Extract extract = scan(Scans.sheet(dpi).text(11, 1, text).noise(900, dpi));
            assertThat(Scans.right(text, extract.text())).as(extract.text()).isGreaterThan(0.93);
            assertThat(confidence(extract)).isBetween(80, 100);
            assertThat(extract.ocr().getFirst().span().start()).isZero();
            assertThat(extract.ocr().getLast().span().end())
                    .isEqualTo(extract.text().length());
        }
    }

    @Test
    void columnsAreReadOneAfterTheOtherBelowTheHeadingAboveBoth() throws Exception {
        Extract extract =
                scan(Scans.sheet(200).text(22, 1, "Boats in the harbour").columns(11, 2, ENGLISH, GERMAN));
        assertThat(extract.metadata().title()).isEqualTo("Boats in the harbour");
        assertThat(extract.text().indexOf("Das Hafenamt"))
                .isGreaterThan(extract.text().indexOf("that he carried."));
        assertThat(Scans.right(ENGLISH + " " + GERMAN, extract.text())).isGreaterThan(0.93);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whicheverWayAPageLiesItIsRead(int quarters) throws Exception {
        String upright = scan(Scans.sheet(200).columns(11, 1, ENGLISH, RUSSIAN)).text();
        String turned = scan(Scans.sheet(200).columns(11, 1, ENGLISH, RUSSIAN).turned(quarters))
                .text();
        assertThat(Scans.right(upright, turned)).as(turned).isGreaterThan(0.95);
        assertThat(turned.indexOf("Портовая")).isGreaterThan(turned.indexOf("carried"));
    }

    @Test
    void theWorseAPageIsTheLessSureItIs() throws Exception {
        int clean = confidence(scan(Scans.sheet(200).text(11, 1, ENGLISH)));
        int noisy = confidence(scan(Scans.sheet(200).text(11, 1, ENGLISH).noise(100, 5)));
        assertThat(noisy).isLessThan(clean);
    }

    @Test
    void aTextIsReadInTheLanguagesThatAreSaidAlone() throws Exception {
        Scans page = Scans.sheet(200).text(11, 1, RUSSIAN);
        Path file = page.save(folder.resolve("page.png"));
        ScanText.read(file, new Allowance(1 << 20, Optional.of(new Tesseract(ocr.in("en"), () -> {}))), read);
        assertThat(read.extracts.getFirst().text()).doesNotContain("контора");
        assertThat(ocr.in("ru-RU").languages()).containsExactly("rus");
        assertThat(ocr.in("ka")).isEqualTo(ocr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "gif", "bmp"})
    void eachFormatOfPicturesIsRead(String format) throws Exception {
        Path file = Scans.sheet(150).text(12, 1, ENGLISH).save(folder.resolve("page." + format));
        assertThat(scan(file).text()).startsWith("The harbour office");
        assertThat(read.extracts.getFirst().cues()).isEmpty();
    }

    @Test
    void thePagesOfATiffAreOneTextThatKnowsThem() throws Exception {
        Path file = Scans.save(
                folder.resolve("pages.tif"),
                Scans.sheet(150).text(12, 1, ENGLISH),
                Scans.sheet(150).text(12, 1, RUSSIAN));
        Extract extract = scan(file);
        assertThat(extract.cues()).extracting(cue -> cue.label()).containsExactly("1", "2");
        assertThat(extract.text().substring(extract.cues().get(1).start())).startsWith("Портовая");
    }

    @Test
    void aPdfIsReadPageByPageAndOnlyPicturesByOcr() throws Exception {
        Pdfs pdf = Pdfs.pages().page().lines(72, 700, 11, "Nobody draws this page: it has letters of its own.");
        pdf.page().picture(Scans.sheet(200).text(12, 1, ENGLISH).image());
        pdf.page().lines(72, 700, 11, "Nor this one, which is the third.");
        Extract extract = pdf(pdf);
        assertThat(extract.text()).startsWith("Nobody draws").endsWith("the third.");
        assertThat(Scans.right(ENGLISH, extract.text())).isGreaterThan(0.95);
        assertThat(extract.cues()).extracting(cue -> cue.label()).containsExactly("1", "2", "3");
        Span read = new Span(
                extract.ocr().getFirst().span().start(),
                extract.ocr().getLast().span().end());
        assertThat(read.in(extract.text())).startsWith("The harbour").endsWith("carried.");
    }

    @Test
    void lettersOverAPictureAreNotReadTwice() throws Exception {
        Pdfs pdf = Pdfs.pages()
                .page()
                .picture(Scans.sheet(200).text(12, 1, ENGLISH).image());
        pdf.text(72, 60, 10, "Copied by the reading room.");
        Extract extract = pdf(pdf);
        assertThat(extract.text())
                .containsOnlyOnce("Copied by the reading room.")
                .contains("The harbour office");
        assertThat(extract.ocr()).noneMatch(run -> run.span().in(extract.text()).contains("reading room"));
    }

    @Test
    void whatSomebodyHasReadBeforeIsNotReadAgain() throws Exception {
        Pdfs pdf = Pdfs.pages()
                .page()
                .picture(Scans.sheet(200).text(12, 1, ENGLISH).image());
        pdf.hidden(72, 700, 10, "Somebody read this before.");
        Extract extract = pdf(pdf);
        assertThat(extract.text()).isEqualTo("Somebody read this before.");
        assertThat(extract.ocr()).isEmpty();
    }

    @Test
    void pagesThatNobodyReadsAreTold() throws Exception {
        Pdfs pdf = Pdfs.pages().page().lines(72, 700, 11, "Words.");
        pdf.page().picture(Scans.sheet(100).text(12, 1, ENGLISH).image());
        PdfText.read(pdf.save(folder.resolve("mixed.pdf")), Allowance.of(1 << 20), read);
        pdf.close();
        assertThat(read.notes)
                .containsExactly(
                        "SCANNED_PAGES not indexed: its page 2, a picture without text; index with --ocr, where "
                                + "tesseract is installed");
    }

    @Test
    void aPictureWithoutWordsIsTold() {
        assertThatThrownBy(() -> scan(Scans.sheet(150)))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(NoteKind.WORDLESS));
    }

    @Test
    void aListOfFilesIsNoPicture() throws Exception {
        Path other = Scans.sheet(150).text(12, 1, ENGLISH).save(folder.resolve("other.png"));
        Path list = Files.writeString(folder.resolve("list.png"), other + "\n");
        assertThatThrownBy(() -> scan(list))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aPictureOfAbsurdSizeIsRefusedBeforeItIsUnpacked() throws Exception {
        Path file = Scans.sheet(20).save(folder.resolve("large.png"));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        Files.write(file, bytes);
        assertThatThrownBy(() -> scan(file)).isInstanceOf(UnreadableException.class);
    }
}
