package wherein;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Texts of any length that are long runs of one kind: what a table, a dump, a broken extraction or a hostile client
 * brings. Each is made of a size in characters, which it keeps to within a line.
 */
public final class LongTexts {

    private static final String[] FIRST = {"Anna", "Ivan", "Maria", "Peter", "Olga", "Michael", "Elena", "Sergei"};
    private static final String[] FIRST_RUSSIAN = {"Анна", "Иван", "Мария", "Пётр", "Ольга", "Михаил", "Елена"};
    private static final String[] LETTERS = {"ba", "ke", "ro", "mi", "lu", "ta", "ne", "so", "vi", "da"};
    private static final String[] LETTERS_RUSSIAN = {"ба", "ке", "ро", "ми", "лу", "та", "не", "со", "ви", "да"};

    /** What is repeated to make a text; by the name of the text. */
    private static final String[][] UNITS = {
        {"numbers with commas", "1,"},
        {"numbers with commas and spaces", "1, "},
        {"grouped numbers", "1,234,567,890,"},
        {"numbers with spaces", "12 "},
        {"groups of three with spaces", "123 456 "},
        {"numbers on lines", "7\n"},
        {"numbers with dots", "1."},
        {"numbers with slashes", "1/2/"},
        {"numbers with dashes", "3-"},
        {"numbers with long dashes", "3–4—"},
        {"numbers with colons", "10:45:"},
        {"numbers with apostrophes", "1'234'"},
        {"numbers with plus", "1 + 1 = 2 "},
        {"numbers in brackets", "[1][2] "},
        {"numbers in round brackets", "(1) (2) "},
        {"numbers with letters", "1a2b"},
        {"numbers and semicolons", "12;13; "},
        {"numbers and bars", "12 | 13 | "},
        {"numbers with x", "10 x 20 x "},
        {"digits", "7"},
        {"superscript digits", "word¹²³ "},
        {"vulgar fractions", "½ ¼ "},
        {"fractions", "1/2 "},
        {"footnote marks", "word.[12] "},
        {"footnote marks glued", "word12,13,14 "},
        {"powers", "10^6 × "},
        {"a table of numbers", "12\t345\t6,789\t0.5\n"},
        {"a table of numbers and names", "Anna Petrova\t345\t6,789\tRussia\n"},
        {"a comma-separated table", "2022,17,\"abc\",12.5,DE\n"},
        {"years", "1999 "},
        {"years with commas", "1999, 2000, "},
        {"years with dashes", "1999-2000-"},
        {"years with slashes", "1999/2000/"},
        {"years in brackets", "(1999) "},
        {"years and and", "1999 and 2000 and "},
        {"decades", "the 1990s and the 2000s, "},
        {"centuries", "19th century, XX века, "},
        {"dates in digits", "2022-05-07 "},
        {"dates with dots", "07.05.2022 "},
        {"dates with slashes", "7/5/2022/"},
        {"dates in words", "7 May 2022, "},
        {"days of a month", "1, 2, 3 and 4 May "},
        {"months", "May June July "},
        {"months with dashes", "May-June-"},
        {"weekdays", "Monday, Tuesday, "},
        {"from to", "from 7 May to "},
        {"dates in Russian", "7 мая 2022 года, "},
        {"years in Russian", "1999 год, 2000 г., "},
        {"between and", "between 2 and "},
        {"number words", "twenty "},
        {"number words joined", "twenty-"},
        {"number words with scales", "two hundred and "},
        {"scales", "million thousand "},
        {"number words in Russian", "двадцать "},
        {"scales in Russian", "миллион тысяч "},
        {"a and half", "a half and a half and "},
        {"ordinals", "second third 4th "},
        {"percent signs", "%"},
        {"percents", "5% "},
        {"percents with dashes", "5%-"},
        {"per cent", "5 per cent of "},
        {"percents in Russian", "5 процентов "},
        {"currency signs", "$"},
        {"currencies", "$5 "},
        {"currencies with commas", "$5,"},
        {"dollars", "5 million dollars "},
        {"roubles", "5 млн рублей "},
        {"degrees", "5° "},
        {"units", "5 kg "},
        {"units glued", "5km"},
        {"unit words", "km kg "},
        {"people", "5 people and "},
        {"bounds", "more than about nearly "},
        {"bounds and numbers", "more than 5 "},
        {"bounds in Russian", "более чем около "},
        {"shares", "half of one in five of "},
        {"one in", "one in "},
        {"ratios", "3 out of 5 out of "},
        {"capitalised words", "Aaa Bbb Ccc "},
        {"capitalised words joined", "Aaa-Bbb-"},
        {"capitalised words and and", "Aaa and Bbb and "},
        {"capitalised words and of", "Aaa of the Bbb of the "},
        {"capitalised words and commas", "Aaa, Bbb, "},
        {"capitalised words on lines", "Aaa\nBbb\n"},
        {"single capitals", "A B C "},
        {"initials", "A. B. C. "},
        {"initials glued", "A.B.C."},
        {"all capitals", "AAA BBB "},
        {"all capitals on lines", "AAA BBB\n"},
        {"all capitals and dots", "AAA. BBB. "},
        {"titles", "Mr. Dr. President "},
        {"titles and a name", "President Ivan Petrov, "},
        {"Russian capitalised words", "Ааа Ббб Ввв "},
        {"Russian single capitals", "А Б В "},
        {"Russian initials", "А. Б. В. "},
        {"Russian all capitals", "ААА БББ "},
        {"Russian titles", "президент министр "},
        {"a full name", "Vladimir Putin "},
        {"a full name and commas", "Vladimir Putin, "},
        {"a full name in Russian", "Владимир Путин "},
        {"a full name with patronymic", "Владимир Владимирович Путин, "},
        {"a surname", "Putin "},
        {"a surname in Russian", "Путина "},
        {"given names", "Anna Maria Olga "},
        {"given names in Russian", "Анна Мария Ольга "},
        {"a family", "Anna and Ivan and Olga Petrov and "},
        {"possessives", "Anna's Ivan's "},
        {"a country", "Georgia "},
        {"countries", "Georgia, Russia, Germany and "},
        {"countries joined", "Russia-Georgia-"},
        {"countries in Russian", "Грузия, Россия, Германии и "},
        {"peoples", "Russian German "},
        {"abbreviations of countries", "U.S. U.K. US "},
        {"cities", "Paris, London, Georgia, "},
        {"cities in brackets", "(Paris, Texas) "},
        {"governments", "the Kremlin, the White House, "},
        {"directions", "North South New "},
        {"republics", "Republic of the "},
        {"homonyms", "Jordan Chad Georgia "},
        {"homonyms in Russian", "Чад Иордания "},
        {"quotation marks", "\""},
        {"quotation marks and words", "\"word "},
        {"opening marks", "“"},
        {"opening marks and words", "“word "},
        {"closing marks and words", "word” "},
        {"guillemets", "«слово "},
        {"guillemets closed", "«слово» "},
        {"low marks", "„Wort “"},
        {"single marks", "‘word "},
        {"quoted names", "“Aaa Bbb” "},
        {"quoted sentences", "“Aaa bbb.” He said. "},
        {"apostrophes", "'"},
        {"apostrophes and words", "don't 'tis "},
        {"opening brackets", "("},
        {"opening brackets and words", "(word "},
        {"brackets", "() "},
        {"square brackets", "[word "},
        {"braces", "{word "},
        {"asterisks", "*"},
        {"asterisks and words", "*word "},
        {"double asterisks and words", "**word "},
        {"underscores", "_word "},
        {"backticks", "`word "},
        {"backticks alone", "`"},
        {"fences", "```\n"},
        {"fences of tildes", "~~~\nword\n\n"},
        {"hashes", "#"},
        {"headings", "# Word\n\n"},
        {"headings underlined", "Word\n====\n\n"},
        {"lists", "- word\n"},
        {"lists with numbers", "1. word\n"},
        {"lists nested", "- - - "},
        {"citations in Markdown", "> "},
        {"citations in Markdown on lines", "> word\n"},
        {"links", "[word](http://example.org/word) "},
        {"links open", "[word]("},
        {"images", "![word]("},
        {"brackets of links", "[[[]"},
        {"definitions", "[1]: http://example.org\n"},
        {"bars", "| word | word |\n"},
        {"rules", "---\n"},
        {"escapes", "\\*"},
        {"tags unclosed", "<b>"},
        {"tags unclosed and words", "<div>word "},
        {"tags closed", "<p>word</p>"},
        {"tags with attributes", "<a href=\"x\">word</a> "},
        {"less-than signs", "<"},
        {"less-than signs and words", "<word "},
        {"ampersands", "&amp;&lt;&word "},
        {"comments unclosed", "<!-- word "},
        {"tables unclosed", "<table><tr><td>word"},
        {"lists unclosed", "<ul><li>word"},
        {"formatting misnested", "<b><i>word</b></i>"},
        {"closing tags", "</p></div>"},
        {"quoted blocks", "<blockquote>word"},
        {"scripts unclosed", "<script>word"},
        {"paragraphs", "A word is here.\n\n"},
        {"short lines", "a\n"},
        {"lines of words", "word word word\n"},
        {"blank lines", "\n"},
        {"blank lines with spaces", "  \n"},
        {"carriage returns", "\r"},
        {"form feeds", "word\f"},
        {"line separators", "word\u2028"},
        {"spaces", " "},
        {"spaces and words", "word    "},
        {"no-break spaces", "\u00A0"},
        {"zero-width spaces", "\u200B"},
        {"tabs", "\t"},
        {"one word", "a"},
        {"one capital word", "A"},
        {"one Russian word", "я"},
        {"words", "the word of it "},
        {"Russian words", "слово о том "},
        {"sentences", "Here is a word. And here? "},
        {"sentences without spaces", "word.Word."},
        {"dots", "."},
        {"ellipses", "word… "},
        {"dots and spaces", ". "},
        {"question marks", "?! "},
        {"commas", ","},
        {"semicolons", "word; "},
        {"colons", "Word: "},
        {"captions", "Photo: word\n\n"},
        {"hyphens", "-"},
        {"hyphenated words", "word-"},
        {"hyphens at line ends", "wor-\n"},
        {"soft hyphens", "wo\u00ADrd\u00AD"},
        {"long dashes", "— "},
        {"slashes", "/"},
        {"words with slashes", "and/or/"},
        {"addresses", "http://example.org/a/b?c=d "},
        {"mail addresses", "a@b.org "},
        {"at signs", "@word "},
        {"combining marks", "\u0301"},
        {"letters with marks", "e\u0301"},
        {"letters with many marks", "Z\u0301\u0302\u0303\u0304\u0305 "},
        {"emoji", "😀"},
        {"emoji joined", "👩‍👩‍👧 "},
        {"flags", "🇬🇪"},
        {"letters beyond the plane", "𝒳𝒴 "},
        {"lone surrogates", "\uD83D "},
        {"Hebrew", "שלום "},
        {"Hebrew and numbers", "שלום 12, "},
        {"Arabic numbers", "١٢٣، "},
        {"direction marks", "\u202Eab\u202C "},
        {"Chinese", "中国人"},
        {"Chinese numbers", "三百"},
        {"Roman numbers", "XIV "},
        {"Thai", "กขค"},
        {"bullets", "• word\n"},
        {"names of speakers", "PETROV: word.\n"},
        {"by-lines", "By Anna Petrova\n"},
        {"label numbers", "page 5, Article 12, "},
        {"street numbers", "5 Main Street, "},
        {"clock times", "at 5 pm and 6 pm "},
        {"scores", "won 3-2 and lost 2-3 "},
        {"ages", "aged 5, 12-year-old "},
        {"phone numbers", "+7 (495) 123-45-67 "},
        {"identifiers", "A1B2-C3D4-"},
        {"versions", "1.2.3.4."},
    };

    private LongTexts() {}

    /** All the texts by name, each made of a length in characters, those of words and spaces also cut into lines. */
    public static Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> texts = inOneLine();
        for (String[] unit : UNITS) {
            if (!unit[1].contains("\n") && unit[1].endsWith(" ")) {
                texts.put(unit[0] + ", on lines", size -> repeated(lined(unit[1]), size));
            }
        }
        return texts;
    }

    /** The texts by name, each made of a length in characters. */
    public static Map<String, IntFunction<String>> inOneLine() {
        Map<String, IntFunction<String>> texts = new LinkedHashMap<>();
        for (String[] unit : UNITS) {
            texts.put(unit[0], size -> repeated(unit[1], size));
        }
        texts.put("different persons", size -> numbered(size, i -> name(i, FIRST, LETTERS) + " said. "));
        texts.put(
                "different persons in Russian",
                size -> numbered(size, i -> name(i, FIRST_RUSSIAN, LETTERS_RUSSIAN) + " сказал. "));
        texts.put("different persons, then their surnames", LongTexts::surnamesAgain);
        texts.put("different words", size -> numbered(size, i -> word(i, LETTERS) + " "));
        texts.put("different capitalised words", size -> numbered(size, i -> capital(word(i, LETTERS)) + " and "));
        texts.put("different numbers", size -> numbered(size, i -> i + " people, "));
        texts.put("different years", size -> numbered(size, i -> "in " + (1000 + i % 1000) + ", "));
        texts.put(
                "different headings", size -> numbered(size, i -> "# " + capital(word(i, LETTERS)) + "\n\nIt is.\n\n"));
        texts.put("different lines", size -> numbered(size, i -> word(i, LETTERS) + "\n"));
        texts.put("different footnotes", size -> numbered(size, i -> "word[" + i + "] "));
        texts.put("tags nested", size -> nested("<div>", "word", "</div>", size));
        texts.put("formatting nested", size -> nested("<b>", "word", "</b>", size));
        texts.put("quotes nested", size -> nested("“", "word", "”", size));
        texts.put("guillemets nested", size -> nested("«", "слово", "»", size));
        texts.put("brackets nested", size -> nested("(", "word", ")", size));
        texts.put("brackets in JSON nested", size -> nested("[", "1", "]", size));
        return texts;
    }

    /** {@code unit} over and over, {@code size} characters of it. */
    public static String repeated(String unit, int size) {
        return unit.repeat(Math.ceilDiv(size, unit.length())).substring(0, size);
    }

    private static String lined(String unit) {
        return unit.repeat(Math.max(1, 70 / unit.length())).strip() + "\n";
    }

    private static String numbered(int size, IntFunction<String> piece) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append(piece.apply(i));
        }
        return text.toString();
    }

    private static String nested(String open, String inside, String close, int size) {
        int depth = size / (open.length() + close.length());
        return open.repeat(depth) + inside + close.repeat(depth);
    }

    private static String surnamesAgain(int size) {
        StringBuilder text = new StringBuilder();
        Map<Integer, String> surnames = new TreeMap<>();
        for (int i = 0; text.length() < size / 2; i++) {
            String name = name(i, FIRST, LETTERS);
            surnames.put(i, name.substring(name.indexOf(' ') + 1));
            text.append(name).append(" said. ");
        }
        for (int i = 0; text.length() < size; i++) {
            text.append(surnames.get(i % surnames.size())).append(" said. ");
        }
        return text.toString();
    }

    private static String name(int i, String[] first, String[] letters) {
        return first[i % first.length] + " " + capital(word(i, letters));
    }

    /** A word of its own for each {@code i}. */
    private static String word(int i, String[] letters) {
        StringBuilder word = new StringBuilder();
        for (int rest = i + letters.length; rest > 0; rest /= letters.length) {
            word.append(letters[rest % letters.length]);
        }
        return word.append(letters[i % 3].charAt(0)).toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
