package wherein.hyphen;

import java.util.List;
import wherein.hyphen.Compounds.Pattern;

/**
 * Tells of each line end behind a hyphen whether it breaks a word, parts a compound, or may do either.
 *
 * <p>The text itself goes before all: what it has elsewhere as one word, or as a compound, is that here. Then come the lists: an
 * English word, and a name such as Finland. What is neither is a word, unless both parts are words, or the language
 * writes such compounds; then nobody can tell, and both readings hold. A part that is no word by itself, as most parts of broken
 * words are, is so taken for one without a list for its language. Before a capital, and at digits, a line end breaks nothing,
 * unless the text or a list says that it does: a wrong name is worse than none.
 *
 * <p>Other documents are not asked, since what a document says would then depend on which of them are indexed, and when.
 */
final class Judge {

    /** What a line end behind a hyphen is. */
    enum Way {
        /** The parts are one word, and the hyphen is none of it. */
        JOINED,
        /** They are one word, or two with a hyphen between. */
        OPEN,
        /** They are two words with a hyphen between. */
        COMPOUND,
        /** They have nothing to do with each other. */
        LEFT
    }

    /** Shorter parts are syllables in many a text in which they are words as well. */
    private static final int LEAST = 4;

    /** What may stand before the hyphen of a group of thousands. */
    private static final int GROUP = 3;

    private final String text;
    private final boolean english;
    private final Compounds compounds;
    private final DocumentWords words = new DocumentWords();

    /** For {@code breaks}, all of them, in {@code text}. */
    Judge(String text, String language, List<LineBreak> breaks) {
        this.text = text;
        this.english = language.isEmpty() || language.equals("en") || language.startsWith("en-");
        this.compounds = Compounds.of(language);
        for (int i = 0; i < breaks.size(); i++) {
            Parts parts = parts(breaks, i);
            words.ask(parts.whole());
            words.ask(parts.head);
            words.ask(parts.tail);
            words.ask(parts.head, parts.tail);
        }
        words.read(text, breaks);
    }

    /** The two parts of what a line end breaks, each as a whole where other line ends break it too. */
    private record Parts(String head, String tail) {
        String whole() {
            return head + tail;
        }
    }

    /** More parts than these has no word. */
    private static final int MOST_PARTS = 8;

    private Parts parts(List<LineBreak> breaks, int i) {
        StringBuilder head = new StringBuilder();
        int first = i;
        while (first > 0 && i - first < MOST_PARTS && breaks.get(first - 1).runsInto(breaks.get(first))) {
            first--;
        }
        for (int k = first; k <= i; k++) {
            head.append(DocumentWords.folded(
                    text, breaks.get(k).head(), breaks.get(k).hyphen()));
        }
        StringBuilder tail = new StringBuilder();
        int last = i;
        while (last + 1 < breaks.size()
                && last - i < MOST_PARTS
                && breaks.get(last).runsInto(breaks.get(last + 1))) {
            last++;
        }
        for (int k = i; k <= last; k++) {
            tail.append(DocumentWords.folded(
                    text, breaks.get(k).tail(), breaks.get(k).end()));
        }
        return new Parts(head.toString(), tail.toString());
    }

    /** What number {@code i} of {@code breaks} is. */
    Way of(List<LineBreak> breaks, int i) {
        LineBreak each = breaks.get(i);
        int before = text.codePointBefore(each.hyphen());
        int behind = text.codePointAt(each.tail());
        if (!LineBreaks.isInWord(before) || !LineBreaks.isInWord(behind)) {
            return numbers(each, before, behind);
        }
        if (each.soft()) {
            return Way.JOINED;
        }
        Parts parts = parts(breaks, i);
        int joined = words.count(parts.whole());
        int compound = words.count(parts.head, parts.tail);
        if (joined != compound) {
            return joined > compound ? Way.JOINED : Way.COMPOUND;
        }
        if (joined > 0) {
            return Way.OPEN;
        }
        boolean capital = Character.isUpperCase(behind) || Character.isTitleCase(behind);
        boolean capitals = capital && isInCapitals(each.head(), each.hyphen()) && isInCapitals(each.tail(), each.end());
        boolean name = Character.isUpperCase(text.codePointAt(each.head()));
        if ((!capital || capitals) && isListed(parts.whole(), name)) {
            // Nobody breaks a word behind its first letter: e-mail.
            return parts.head.length() > 1 ? Way.JOINED : Way.OPEN;
        }
        if (capital) {
            return each.isOneLine() ? Way.COMPOUND : Way.LEFT;
        }
        if (compounds.and().contains(parts.tail) && (!english || isWord(parts.head) || startsCompounds(parts))) {
            return Way.LEFT;
        }
        if (parts.head.length() < 2 || parts.tail.length() < 2 || !Character.isLowerCase(behind)) {
            return each.isOneLine() ? Way.COMPOUND : Way.LEFT;
        }
        return mayBeCompound(parts, name) ? Way.OPEN : Way.JOINED;
    }

    private boolean mayBeCompound(Parts parts, boolean name) {
        boolean known = isWord(parts.tail);
        // A short prefix may be a syllable: ex-perto, pro-zent.
        boolean certain = known || !english && parts.head.length() >= LEAST;
        for (Pattern pattern : compounds.patterns()) {
            if (pattern.matches(parts.head, parts.tail) && (certain || !pattern.isPrefix())) {
                return true;
            }
        }
        // The rest of a name may be a short word: Robin-son.
        boolean tail = known && (english && !name || parts.tail.length() >= LEAST);
        return tail && (isWord(parts.head) || english && name);
    }

    /** Whether the language writes compounds that begin so, whatever follows. */
    private boolean startsCompounds(Parts parts) {
        return compounds.patterns().stream()
                .anyMatch(pattern -> pattern.isPrefix() && pattern.matches(parts.head, parts.tail));
    }

    /** Whether the text, or the list, has {@code part} as a word. */
    private boolean isWord(String part) {
        return english && EnglishWords.contain(part) || part.length() >= LEAST && words.count(part) > 0;
    }

    private boolean isListed(String whole, boolean name) {
        return english && EnglishWords.contain(whole) || name && NamesLikeCompounds.contain(whole);
    }

    /** Thousands that a line end parts, as in {@code 150,-} and {@code 000}; a range, or what is counted, is a compound. */
    private Way numbers(LineBreak each, int before, int behind) {
        boolean digits = Character.isDigit(behind);
        if (!Character.isDigit(before) && !LineBreaks.isInWord(before)) {
            boolean grouped = digits
                    && before == (english ? ',' : '.')
                    && each.end() - each.tail() == GROUP
                    && each.hyphen() - each.head() > 1
                    && Character.isDigit(text.charAt(each.hyphen() - 2));
            return grouped ? Way.JOINED : Way.LEFT;
        }
        return each.isOneLine() && !each.soft() ? Way.COMPOUND : Way.LEFT;
    }

    private boolean isInCapitals(int start, int end) {
        return end - start > 1 && text.substring(start, end).codePoints().noneMatch(Character::isLowerCase);
    }
}
