package wherein.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class StemTest {

    private static final List<String> ROOTS = List.of(
            "hop",
            "hope",
            "happ",
            "sens",
            "poss",
            "relat",
            "act",
            "electr",
            "nation",
            "stud",
            "d",
            "l",
            "t",
            "v",
            "sk",
            "agenc",
            "us",
            "ow",
            "g",
            "be",
            "cr",
            "real",
            "beaut",
            "institut",
            "prob",
            "gentl",
            "idl",
            "earl",
            "ug");
    private static final List<String> ENDINGS = List.of(
            "", "e", "s", "es", "ed", "ing", "ping", "ped", "y", "ies", "ied", "ying", "ie", "ily", "iness", "ness",
            "ible", "ibility", "ably", "ability", "ation", "ational", "ization", "ize", "izing", "al", "ality", "ive",
            "iveness", "ous", "ously", "ement", "ement's", "ly", "fulness", "ful", "icate", "icity", "ance", "ency",
            "ant", "ial", "ization", "ism", "logi", "logy", "logical", "ye", "s'");

    private static final List<String> RUSSIAN = List.of(
            "нов", "молод", "кра", "геро", "стро", "войн", "росси", "больш", "учен", "сем", "жизн", "поез", "мо",
            "партии");
    private static final List<String> RUSSIAN_ENDINGS = List.of(
            "", "ый", "ий", "ой", "ая", "ое", "ие", "ые", "ого", "ему", "ыми", "ую", "ей", "й", "я", "и", "е", "ями",
            "ость", "остью", "ейший", "ейшими", "ить", "ил", "ивший", "ившись", "ящий", "ться", "ует", "ённый",
            "ёнными", "ь", "ью", "ия", "ии", "ией");

    @Test
    void everyWordBeginsAsItsStemDoesAndIsToldToHaveIt() throws Exception {
        for (String root : ROOTS) {
            ENDINGS.forEach(ending -> check(root + ending));
        }
        for (String root : RUSSIAN) {
            // й stands behind a vowel, and nowhere else.
            RUSSIAN_ENDINGS.stream()
                    .map(root::concat)
                    .filter(word -> !word.matches(".*[^аеёиоуыэюя]й.*"))
                    .forEach(StemTest::check);
        }
        try (Stream<Path> texts =
                Files.list(Path.of("seeds")).filter(path -> path.toString().endsWith(".md"))) {
            for (Path text : texts.toList()) {
                AnalysedWord.of(Files.readString(text)).forEach(StemTest::check);
            }
        }
    }

    @Test
    void soDoesAnyTextThatIsCutToWords() {
        Seeded.times(300, random -> {
            String root = Seeded.one(random, ROOTS) + Seeded.one(random, ENDINGS) + Seeded.one(random, ENDINGS);
            check(root);
        });
    }

    private static void check(String text) {
        AnalysedWord.of(text).forEach(StemTest::check);
    }

    private static void check(AnalysedWord word) {
        if (!Stem.isStem(word.stem())) {
            return;
        }
        Stem stem = new Stem(word.stem());
        assertThat(stem.beginnings())
                .as(word.form() + " of " + word.stem())
                .anyMatch(beginning -> word.form().startsWith(beginning));
        assertThat(stem.mayTakeIn(word.form()))
                .as(word.form() + " has the stem " + word.stem())
                .isTrue();
    }

    @Test
    void aWordOfAnotherStemIsNotTakenIn() {
        Stem emigr = new Stem("=emigr");
        assertThat(List.of("emigrate", "emigrants", "emigration", "emigre")).allMatch(emigr::mayTakeIn);
        assertThat(List.of("emi", "emit", "immigrate", "emigrat.e", "u.s", "", "эмигр"))
                .noneMatch(emigr::mayTakeIn);
        Stem nov = new Stem("=нов");
        // Folded: новый, новейший.
        assertThat(List.of("новыи", "нового", "новая", "новеишии")).allMatch(nov::mayTakeIn);
        assertThat(List.of("новость", "новгород")).noneMatch(nov::mayTakeIn);
    }

    @Test
    void aFormIsNoStem() {
        assertThatThrownBy(() -> new Stem("fog")).hasMessageContaining("fog");
        assertThat(Stem.isStem("")).isFalse();
    }

    @Test
    void aTextHoldsAWordIfALetterADigitOrAPictureIsLeftOfIt() {
        assertThat(List.of("a", "Я", "7", "語", "🚢", "«a»", "…é", "ß")).allMatch(AnalysedWord::isIn);
        assertThat(List.of(
                        "", " ", "???", "…", "!", "\u200b", "\ufeff", "\ufffd", "\u0301", "\u3164", "\u202e", "—",
                        "\"\""))
                .noneMatch(AnalysedWord::isIn);
    }
}
