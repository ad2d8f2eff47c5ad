package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.document.NoteKind;

class EncodingsTest {

    private static final String RUSSIAN = "Старая мельница у реки снова мелет муку. Дети бегают смотреть на колесо!";
    private static final String ENGLISH = "The old mill by the river grinds flour again; the children run to see it.";
    private static final String FRENCH = "Le vieux moulin près de la rivière a recommencé à tourner: c’est la fête.";

    private static Encodings.Decoded told(String text, NoteKind kind, String charset, String message) {
        return new Encodings.Decoded(text, Optional.of(new Encodings.Remark(kind, charset, message)));
    }

    private static Encodings.Decoded decode(byte[]... pieces) throws UnreadableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            bytes.writeBytes(piece);
        }
        return Encodings.decode(bytes.toByteArray());
    }

    private static byte[] mark(int... bytes) {
        byte[] mark = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            mark[i] = (byte) bytes[i];
        }
        return mark;
    }

    private static void assertGuessed(String charset, String text) throws Exception {
        assertThat(decode(text.getBytes(Charset.forName(charset))))
                .isEqualTo(told(
                        text,
                        NoteKind.ENCODING_GUESSED,
                        charset,
                        "not UTF-8: read as " + charset + ", told by its letters; save it as UTF-8 if that is wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ENGLISH, RUSSIAN, "😀 и\u0306 \u00A0", "a\r\nb\tc\f"})
    void soundUtf8IsReadAsItStandsWithNothingToTell(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(decode(bytes)).isEqualTo(new Encodings.Decoded(text, Optional.empty()));
        assertThat(decode(mark(0xEF, 0xBB, 0xBF), bytes)).isEqualTo(new Encodings.Decoded(text, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, RUSSIAN, FRENCH})
    void utf16IsReadWithAMarkAndWithout(String text) throws Exception {
        byte[] little = text.getBytes(StandardCharsets.UTF_16LE);
        byte[] big = text.getBytes(StandardCharsets.UTF_16BE);
        NoteKind marked = NoteKind.ENCODING_MARKED;
        NoteKind guessed = NoteKind.ENCODING_GUESSED;
        assertThat(decode(mark(0xFF, 0xFE), little)).isEqualTo(told(text, marked, "UTF-16LE", "read as UTF-16LE"));
        assertThat(decode(mark(0xFE, 0xFF), big)).isEqualTo(told(text, marked, "UTF-16BE", "read as UTF-16BE"));
        assertThat(decode(little)).isEqualTo(told(text, guessed, "UTF-16LE", "read as UTF-16LE"));
        assertThat(decode(big)).isEqualTo(told(text, guessed, "UTF-16BE", "read as UTF-16BE"));
    }

    @Test
    void utf16ThatEndsInsideACharacterIsReadAndTold() throws Exception {
        assertThat(decode(mark(0xFF, 0xFE), "mill".getBytes(StandardCharsets.UTF_16LE), mark('x')))
                .isEqualTo(told(
                        "mill\uFFFD",
                        NoteKind.ENCODING_BROKEN,
                        "UTF-16LE",
                        "read as UTF-16LE, broken characters replaced"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1251 | " + RUSSIAN,
                "windows-1251 | Мельница",
                "windows-1251 | title,source «Мельница» - Mill Gazette, page 5",
                "KOI8-R | " + RUSSIAN,
                "KOI8-R | Мельница у реки",
                "IBM866 | " + RUSSIAN,
                "IBM866 | Мельница",
                "windows-1252 | " + FRENCH,
                "windows-1252 | the café by the mill",
                "windows-1252 | Die Mühle läuft für zehn Jahre, “sagt” er"
            })
    void aSingleByteEncodingIsToldByItsLettersAndReported(String charset, String text) throws Exception {
        assertGuessed(charset, text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1250 | „Stary młyn nad rzeką znowu miele mąkę” – mówią sąsiedzi, a dzieci chodzą oglądać koło.",
                "windows-1250 | „Starý mlýn u řeky zase mele mouku“ – říkají sousedé a děti se chodí dívat na veliké kolo.",
                "windows-1250 | A régi malom a folyónál újra lisztet őröl, és a gyerekek elmennek megnézni a nagy kereket.",
                "ISO-8859-5 | " + RUSSIAN,
                "windows-1254 | Irmağın kıyısındaki eski değirmen yine un öğütüyor; çocuklar büyük çarkı görmeye geliyor.",
                "windows-1253 | Ο παλιός μύλος δίπλα στο ποτάμι αλέθει πάλι αλεύρι και τα παιδιά πηγαίνουν να τον δουν.",
                "windows-1255 | הטחנה הישנה ליד הנהר טוחנת שוב קמח והילדים הולכים לראות את הגלגל הגדול מסתובב.",
                "windows-1256 | الطاحونة القديمة عند النهر تطحن الدقيق من جديد والأطفال يذهبون لرؤية العجلة الكبيرة.",
                "windows-31j | 川のそばの古い水車がまた粉をひいている。子供たちは大きな車輪を見に行く。",
                "EUC-JP | 川のそばの古い水車がまた粉をひいている。子供たちは大きな車輪を見に行く。",
                "ISO-2022-JP | 川のそばの古い水車がまた粉をひいている。子供たちは大きな車輪を見に行く。",
                "x-windows-949 | 강가의 오래된 물레방아가 다시 밀가루를 빻는다. 아이들은 큰 바퀴를 보러 간다.",
                "Big5 | 河邊的老磨坊又開始磨麵粉了。孩子們都去看那個大輪子，我們也在那裡。",
                "GB18030 | 河边的老磨坊又开始磨面粉了。孩子们都去看那个大轮子，我们也在那里。"
            })
    void anyOtherCharsetIsToldByASentence(String charset, String text) throws Exception {
        assertGuessed(charset, text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO-8859-2 | Žena našla na půdě starou skříň a v ní dva zašlé stříbrné svícny.",
                "ISO-8859-2 | Zażółcone kartki leżały w szufladzie, więc ścierką starła z nich kurz.",
                "IBM852 | Piekarz wyjął z pieca chleb i zaśpiewał głośno na całą ulicę.",
                "KOI8-U | У їхньому дворі росте груша, а під нею спить ґречний пес.",
                "windows-1251 | Її сусід щоранку годує голубів біля під'їзду.",
                "x-MacCyrillic | Рыбаки вытащили на берег старую лодку и долго спорили о цене.",
                "ISO-8859-7 | Άνοιξε το παράθυρο και είδε τον κήπο γεμάτο πορτοκάλια.",
                "x-MacRoman | Elle a rangé les pommes séchées derrière la fenêtre, près du poêle.",
                "IBM850 | Der Bäcker möchte für das Fest fünf große Körbe Brötchen bringen.",
                "windows-1257 | Sena žvejys ryte rado tinkle didelę žuvį ir nusijuokė.",
                "windows-1252 | A naïve reader takes it for a fairy tale.",
                "windows-1252 | Þórður sá hestinn við ána og hló að honum.",
                "Big5 | 老先生每天早上都到河邊釣魚",
                "EUC-JP | おばあさんは川へ行った",
                "windows-1250 | The letter was signed by Wałęsa and by nobody else in the harbour office."
            })
    void aShortTextIsReadInTheCharsetInWhichItsWordsAreWords(String charset, String text) throws Exception {
        assertThat(decode(text.getBytes(Charset.forName(charset))).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x95, 0xA0, 0xB0, 0xC0, 0xC8, 0xD0, 0xDF, 0xE2, 0xE9, 0xF0, 0xFF})
    void aByteOrTwoThatAreDamagedMakeNoTextOneOfAnotherScript(int damage) throws Exception {
        byte[] text = (ENGLISH + " " + ENGLISH).getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < text.length; at++) {
            for (int length = 1; length <= 2; length++) {
                byte[] damaged = text.clone();
                Arrays.fill(damaged, at, Math.min(at + length, damaged.length), (byte) damage);
                assertThat(decode(damaged).text().codePoints())
                        .as("byte %d of %x", at, damage)
                        .allMatch(c -> c < 0x250
                                || c >= 0x2000 && c < 0x2200
                                || c == 0xFFFD
                                || c >= 0xFB00 && c < 0xFB07
                                || c == 0x2C6
                                || c == 0x2DC);
            }
        }
    }

    @Test
    void aTextThatEndsInTheMidstOfACharacterIsUtf8() throws Exception {
        byte[] text = (ENGLISH + " “").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(text, text.length - 1);
        assertThat(decode(cut).text()).isEqualTo(ENGLISH + " \uFFFD");
        byte[] russian = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        assertThat(decode(Arrays.copyOf(russian, 16)).text()).isEqualTo(RUSSIAN.substring(0, 8) + "\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><meta charset=koi8-r><title>Мельница</title>",
                "<!DOCTYPE html><html><head><META content='text/html; charset=KOI8-R' http-equiv='Content-Type'>Река",
                "<?xml version=\"1.0\" encoding=\"koi8-r\"?><html><head><title>Мука</title>"
            })
    void aPageThatSaysItsCharsetIsBelieved(String page) throws Exception {
        byte[] bytes = page.getBytes(Charset.forName("KOI8-R"));
        assertThat(Html.charset(bytes)).contains(Charset.forName("KOI8-R"));
        assertThat(Encodings.decode(bytes, Html.charset(bytes)))
                .isEqualTo(new Encodings.Decoded(page, Optional.empty()));
    }

    @Test
    void aPageThatIsUtf8IsReadSoWhateverItSays() throws Exception {
        for (String end : List.of("", "\u00FF")) {
            String page = "<meta charset=windows-1251>" + RUSSIAN;
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            assertThat(Encodings.decode(bytes, Html.charset(bytes)).text()).isEqualTo(page);
            byte[] broken = (page + end).getBytes(StandardCharsets.UTF_8);
            broken = Arrays.copyOf(broken, broken.length - end.length());
            assertThat(Encodings.decode(broken, Html.charset(broken)).text()).startsWith(page);
        }
    }

    @Test
    void aPageMayNameACharsetThatNobodyKnowsOrThatItCannotBeIn() {
        for (String name : List.of("utf-16", "x-nothing", "-", "utf-8")) {
            assertThat(Html.charset(("<meta charset=\"" + name + "\">").getBytes(StandardCharsets.US_ASCII)))
                    .as(name)
                    .isEmpty();
        }
        assertThat(Html.charset("<meta name=charset content=1>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void aLogWithColoursIsNoMail() throws Exception {
        String log = ("\u001B[1m" + ENGLISH + ENGLISH + "\u001B(B\n").repeat(3);
        assertThat(decode(log.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo((ENGLISH + ENGLISH + "\n").repeat(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0007", "\u001A", "\u001B[1;31m", "\0\0\0"})
    void aFewControlCharactersAreNoPartOfTheTextAndNoReasonToRefuseIt(String control) throws Exception {
        String text = control + ENGLISH.substring(0, 8) + control + ENGLISH.substring(8) + control;
        assertThat(decode(text.replace("\0\0\0", "\0").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Encodings.Decoded(ENGLISH, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, "He said “yes” twice.", "a café"})
    void oneBrokenByteInUtf8IsReplacedAndReported(String text) throws Exception {
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8), mark(0xFF), " end".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(told(
                        text + "\uFFFD end",
                        NoteKind.ENCODING_BROKEN,
                        "UTF-8",
                        "not sound UTF-8: 1 broken sequence replaced by U+FFFD; save the file as UTF-8 to mend it"));
    }

    @Test
    void aBinaryFileIsRefused() {
        byte[] noise = new byte[10_000];
        new Random(7).nextBytes(noise);
        for (byte[] bytes : new byte[][] {noise, {'a', 0, 'b', 'c'}, mark(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0)}) {
            assertThatThrownBy(() -> Encodings.decode(bytes))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("binary: it holds control characters that no text has; convert it to text");
        }
    }

    @Test
    void aStrayControlCharacterInALongTextIsNoBinary() throws Exception {
        String text = ENGLISH.repeat(3) + "\u001B";
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(ENGLISH.repeat(3));
    }
}
