package wherein.document;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import wherein.text.Span;

/** Tells what each paragraph of a document is, by its own look and by what stands around it. */
final class Blocks {

    private static final Pattern BULLET =
            Pattern.compile("^(?:[•‣◦▪●○∙·*–-]\\s+|\\(?\\d{1,3}[.)]\\s+|\\(?[a-zа-я]\\)\\s+)");
    private static final Pattern CAPTION = Pattern.compile(
            "^(?:(?:Photo|Photograph|Image|Picture|Figure \\d+|Fig\\. ?\\d+|Caption|Фото|Иллюстрация|Рис\\. ?\\d+)"
                    + "(?: by [^:]{1,60})?\\s*[:.].*"
                    + "|.*\\((?:©|Photo|Image|Picture|Credit|Courtesy|Фото)[^()]*\\)\\s*"
                    + "|.*\\([^()]{2,80}/(?:AP|AFP|Reuters|Getty Images|EPA|TASS|ТАСС|РИА Новости)\\)\\s*"
                    + "|©.*)$",
            Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BYLINE =
            Pattern.compile("^(?:By|Автор|Авторы|Text|Текст)[:\\s]\\s*\\p{Lu}.{1,80}$", Pattern.DOTALL);
    private static final Pattern DATELINE = Pattern.compile(
            "^(?:\\p{L}+ \\d{1,2},? \\d{4}|\\d{1,2} \\p{L}+ \\d{4}(?: г(?:\\.|ода))?|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}"
                    + "|.*\\b(?:Published|Updated|Опубликовано|Обновлено)\\b.*\\d{4}.*)$");
    private static final int ASCII = 0x80;

    /** The categories of letters, marks and numbers, a bit each. */
    private static final int IN_WORD = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private static final Set<String> AND = Set.of("and", "by", "with", "и");
    private static final int HEADING_WORDS = 14;
    private static final int HEADING_LENGTH = 120;

    /** A longer paragraph is no caption, whatever stands at its end. */
    private static final int CAPTION_WORDS = 80;

    private static final int ATTRIBUTION_WORDS = 12;

    private final String text;
    private final List<Paragraph> paragraphs;
    private final List<List<String>> words = new ArrayList<>();
    private final String title;
    private final Set<String> authors;
    private final PullQuotes repeats;

    Blocks(Document document, List<Paragraph> paragraphs) {
        this.text = document.text();
        this.paragraphs = paragraphs;
        this.authors = Set.copyOf(words(String.join(" ", document.metadata().author())));
        this.title = String.join(" ", words(document.metadata().title()));
        paragraphs.forEach(paragraph -> words.add(words(in(paragraph))));
        this.repeats = new PullQuotes(words);
    }

    /** The block of each paragraph, in order. */
    List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            blocks.add(paragraphs.get(i).region().orElse(ofItsOwnLook(i)));
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).region().isEmpty()) {
                blocks.set(i, amongItsNeighbours(i, blocks));
            }
        }
        return blocks;
    }

    /** Whether {@code span} of {@code text} begins with the mark of an item; looks no further than that. */
    static boolean isBullet(String text, Span span) {
        return BULLET.matcher(text).region(span.start(), span.end()).lookingAt();
    }

    private Block ofItsOwnLook(int i) {
        String paragraph = in(paragraphs.get(i));
        if (words.get(i).size() <= CAPTION_WORDS && CAPTION.matcher(paragraph).matches()) {
            return Block.CAPTION;
        }
        return isBullet(text, paragraphs.get(i).span()) ? Block.LIST : Block.PROSE;
    }

    private Block amongItsNeighbours(int i, List<Block> blocks) {
        Block block = blocks.get(i);
        if (block == Block.LIST) {
            boolean numbered = Character.isDigit(in(paragraphs.get(i)).charAt(0));
            return !isLoneItem(i, blocks) ? Block.LIST : numbered && isHeading(i, blocks) ? Block.HEADING : Block.PROSE;
        }
        if (block != Block.PROSE) {
            return block;
        }
        if (isPullQuote(i) || isAttribution(i, blocks)) {
            return Block.QUOTE;
        }
        return isHeading(i, blocks) ? Block.HEADING : Block.PROSE;
    }

    /** A dash at the start of one paragraph alone is direct speech, and one number alone starts a sentence. */
    private boolean isLoneItem(int i, List<Block> blocks) {
        boolean before = i > 0 && blocks.get(i - 1) == Block.LIST;
        boolean after = i + 1 < blocks.size() && blocks.get(i + 1) == Block.LIST;
        char first = text.charAt(paragraphs.get(i).span().start());
        return !before && !after && "•‣◦▪●○∙".indexOf(first) < 0;
    }

    private boolean isHeading(int i, List<Block> blocks) {
        String paragraph = in(paragraphs.get(i));
        if (words.get(i).isEmpty()
                || paragraph.length() > HEADING_LENGTH
                || words.get(i).size() > HEADING_WORDS) {
            return false;
        }
        if (!title.isEmpty() && String.join(" ", words.get(i)).equals(title)) {
            return true;
        }
        int first = firstLetter(paragraph);
        char last = paragraph.charAt(paragraph.length() - 1);
        if (!(Character.isUpperCase(first) || Character.isDigit(first) || Character.isTitleCase(first))
                || ".,;:…-–—".indexOf(last) >= 0
                || "-–—".indexOf(paragraph.charAt(0)) >= 0
                || BYLINE.matcher(paragraph).matches()
                || DATELINE.matcher(paragraph).matches()
                || isByline(words.get(i))) {
            return false;
        }
        return headsSomething(i, blocks);
    }

    /** Nothing but the names of the authors. */
    private boolean isByline(List<String> line) {
        return !authors.isEmpty() && line.stream().allMatch(word -> authors.contains(word) || AND.contains(word));
    }

    /** Whether a longer text follows in the same part, headings between apart. */
    private boolean headsSomething(int i, List<Block> blocks) {
        for (int next = i + 1; next < paragraphs.size(); next++) {
            if (paragraphs.get(next).part() != paragraphs.get(i).part()) {
                return false;
            }
            if (blocks.get(next) != Block.PROSE && blocks.get(next) != Block.HEADING) {
                return blocks.get(next) != Block.BOILERPLATE;
            }
            String following = in(paragraphs.get(next));
            boolean sentence = ".!?…”’»\"".indexOf(following.charAt(following.length() - 1)) >= 0;
            if (words.get(next).size() > HEADING_WORDS
                    || (sentence && words.get(next).size() > words.get(i).size())) {
                return true;
            }
            if (next - i >= 4) {
                return false;
            }
        }
        return false;
    }

    /** Repeats a longer paragraph, or, in quotation marks, one that says it without them. */
    private boolean isPullQuote(int i) {
        return repeats.repeats(i, isInQuotationMarks(i));
    }

    /** The line under a pull quote that says who said it. */
    private boolean isAttribution(int i, List<Block> blocks) {
        if (i == 0
                || blocks.get(i - 1) != Block.QUOTE
                || paragraphs.get(i - 1).region().isPresent()) {
            return false;
        }
        return words.get(i).size() <= ATTRIBUTION_WORDS
                && !words.get(i).isEmpty()
                && paragraphs.get(i).part() == paragraphs.get(i - 1).part()
                && !isPullQuote(i);
    }

    private boolean isInQuotationMarks(int i) {
        String paragraph = in(paragraphs.get(i));
        return "“‘«\"„'".indexOf(paragraph.charAt(0)) >= 0
                && "”’»\"“'".indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0;
    }

    private static int firstLetter(String paragraph) {
        return paragraph
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .findFirst()
                .orElse(' ');
    }

    /** Runs of letters, marks and numbers, folded. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(text.length() / 6 + 1);
        int start = -1;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isInWord(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(folded(text.substring(start, i)));
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(folded(text.substring(start)));
        }
        return words;
    }

    private static boolean isInWord(int c) {
        return c < ASCII
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                : (IN_WORD >> Character.getType(c) & 1) != 0;
    }

    private static String folded(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= ASCII) {
                return UCharacter.foldCase(word, true);
            }
        }
        return word.toLowerCase(Locale.ROOT);
    }

    private String in(Paragraph paragraph) {
        return paragraph.span().in(text);
    }
}
