package wherein.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wherein.text.Span;

/**
 * Cuts a document into passages, which tile it.
 *
 * <p>A passage is a paragraph. One of more than {@value #MOST_WORDS} words is cut at sentence ends into pieces of about
 * equal length; one of fewer than {@value #LEAST_WORDS} words is joined to its neighbour, if both are prose of one part
 * under one heading. Items of a list are joined, and a quotation with the line that says whose it is. No sentence is
 * cut, but for one of more than {@value #LONGEST_SENTENCE} characters, which is cut between words.
 */
public final class Splitter {

    /** What Markdown puts before a heading, and under it. */
    private static final Pattern MARK = Pattern.compile("^#{1,6}\\s+");

    private static final Pattern UNDERLINE = Pattern.compile("[=-]{3,}");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final int MOST_WORDS = 200;
    private static final int LEAST_WORDS = 25;

    /** How far joining or a sentence end may go beyond the limit. */
    private static final int SLACK_WORDS = 30;

    /** What no writer ends for so long is a table or a dump, not a sentence. */
    private static final int LONGEST_SENTENCE = 10_000;

    /** Headings one under another are one heading up to so many characters; of more the last ones count. */
    private static final int LONGEST_HEADING = 1_000;

    /** UTF-16 units of one character with all its marks; what has more is none. */
    private static final int LONGEST_CHARACTER = 500;

    private static final int LETTERS_OF_A_WORD = 4;

    /** A run of text on its way to be a passage. */
    private record Piece(Span span, Block block, int part, int words) {}

    /** The passages of {@code document}, in order; none for a text of white space alone. */
    public List<Passage> split(Document document) {
        String text = document.text();
        List<Paragraph> paragraphs = new Paragraphs(document).all();
        List<Block> blocks = new Blocks(document, paragraphs).all();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Span span = paragraph.span();
            pieces.add(new Piece(span, blocks.get(i), paragraph.part(), words(text, span)));
        }
        List<Piece> fitting = new ArrayList<>();
        for (Piece piece : join(pieces)) {
            fitting.addAll(cut(document, piece));
        }
        return passages(document, fitting);
    }

    private static List<Piece> join(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Piece last = joined.isEmpty() ? null : joined.getLast();
            boolean isLast = i + 1 == pieces.size() || !sameRun(piece, pieces.get(i + 1));
            if (last != null && sameRun(last, piece) && belongTogether(last, piece, isLast)) {
                Span span = new Span(last.span.start(), piece.span.end());
                joined.set(joined.size() - 1, new Piece(span, piece.block, piece.part, last.words + piece.words));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private static boolean sameRun(Piece one, Piece next) {
        return one.block == next.block && one.part == next.part;
    }

    /** A short paragraph waits for the next one; the last of a run has none, and goes to the one before. */
    private static boolean belongTogether(Piece last, Piece piece, boolean isLast) {
        if (last.words + piece.words > MOST_WORDS + SLACK_WORDS) {
            return false;
        }
        return switch (piece.block) {
            case PROSE -> last.words < LEAST_WORDS || (isLast && piece.words < LEAST_WORDS);
            case LIST, QUOTE, BOILERPLATE -> true;
            case HEADING, CAPTION -> false;
        };
    }

    /** Pieces of whole sentences, as many as the words of {@code piece} need, of about equal length. */
    private static List<Piece> cut(Document document, Piece piece) {
        boolean dump = piece.span.length() > LONGEST_SENTENCE;
        if (piece.words <= MOST_WORDS + SLACK_WORDS && !dump) {
            return List.of(piece);
        }
        String text = document.text();
        int count = Math.ceilDiv(piece.words, MOST_WORDS);
        double share = (double) piece.words / count;
        List<Piece> pieces = new ArrayList<>();
        int start = piece.span.start();
        int end = start;
        int words = 0;
        for (Span sentence : sentences(document, piece)) {
            int more = words(text, sentence);
            // The border nearest to an equal share: before this sentence or after it.
            boolean enough = words > 0 && words + more / 2.0 > share;
            if (enough || (end > start && sentence.end() - start > LONGEST_SENTENCE)) {
                pieces.add(new Piece(Lines.trim(text, new Span(start, end)), piece.block, piece.part, words));
                start = end;
                words = 0;
            }
            words += more;
            end = sentence.end();
        }
        pieces.add(new Piece(Lines.trim(text, new Span(start, end)), piece.block, piece.part, words));
        return pieces;
    }

    private static List<Span> sentences(Document document, Piece piece) {
        String language = document.metadata().language();
        List<Span> sentences = new ArrayList<>();
        for (Span sentence : Sentences.of(document.text(), piece.span, language)) {
            if (sentence.length() <= LONGEST_SENTENCE) {
                sentences.add(sentence);
            } else {
                sentences.addAll(cutAnywhere(document.text(), sentence));
            }
        }
        return sentences;
    }

    /** At white space where there is any, else between two characters as a reader sees them. */
    private static List<Span> cutAnywhere(String text, Span sentence) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        List<Span> pieces = new ArrayList<>();
        int start = sentence.start();
        while (sentence.end() - start > LONGEST_SENTENCE / 4) {
            int limit = start + LONGEST_SENTENCE / 4;
            int end = limit;
            while (end > start && !mayBreak(text.charAt(end - 1))) {
                end--;
            }
            if (end == start) {
                end = start + characterEnd(characters, text.substring(start, ahead(text, limit, sentence.end())));
            }
            pieces.add(new Span(start, end));
            start = end;
        }
        if (start < sentence.end()) {
            pieces.add(new Span(start, sentence.end()));
        }
        return pieces;
    }

    /** Where the character ends in which the first {@code LONGEST_SENTENCE / 4} units of {@code run} end. */
    private static int characterEnd(BreakIterator characters, String run) {
        int offset = Math.min(run.length(), LONGEST_SENTENCE / 4);
        characters.setText(run);
        return characters.isBoundary(offset) ? offset : characters.following(offset);
    }

    /** So far beyond {@code limit} as any character goes that a reader would take for one, and not between surrogates. */
    private static int ahead(String text, int limit, int end) {
        int ahead = Math.min(end, limit + LONGEST_CHARACTER);
        return ahead < end && Character.isLowSurrogate(text.charAt(ahead)) ? ahead + 1 : ahead;
    }

    /** White space but no-break spaces, which stand inside figures. */
    private static boolean mayBreak(char c) {
        return Lines.isSpace(c) && c != '\u00A0' && c != '\u2007' && c != '\u202F' && c != '\uFEFF';
    }

    private static List<Passage> passages(Document document, List<Piece> pieces) {
        List<Passage> passages = new ArrayList<>();
        String heading = "";
        Piece last = null;
        for (Piece piece : pieces) {
            if (piece.span.length() == 0) {
                continue;
            }
            String words = piece.span.in(document.text());
            boolean fresh = last == null || last.part != piece.part;
            if (fresh) {
                heading = "";
            }
            String above = heading;
            if (piece.block == Block.HEADING) {
                words = withoutMarks(words);
                boolean goesOn = !fresh && last.block == Block.HEADING;
                above = goesOn ? heading : "";
                boolean isTitle =
                        letters(words).equals(letters(document.metadata().title()));
                boolean fits = heading.length() + words.length() < LONGEST_HEADING;
                heading = isTitle ? above : goesOn && fits ? (heading + " " + words).strip() : words;
            }
            Metadata metadata = document.metadataAt(piece.span);
            String language =
                    metadata.language().isEmpty() ? document.metadata().language() : metadata.language();
            passages.add(new Passage(
                    passages.size() + 1,
                    piece.span,
                    piece.block,
                    above,
                    Languages.ofPassage(words, language),
                    metadata,
                    document.confidence(piece.span)));
            last = piece;
        }
        return passages;
    }

    /** The words of a heading without what Markdown puts around it. */
    private static String withoutMarks(String heading) {
        String words = MARK.matcher(heading).replaceFirst("");
        int line = words.lastIndexOf('\n');
        if (line >= 0
                && UNDERLINE.matcher(words).region(line + 1, words.length()).matches()) {
            return words.substring(0, line).stripTrailing();
        }
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == '#') {
            end--;
        }
        boolean closed = end < words.length() && end > 0 && Character.isWhitespace(words.charAt(end - 1));
        return closed ? words.substring(0, end).stripTrailing() : words;
    }

    /** What is left when marks, signs and white space are taken away. */
    private static String letters(String words) {
        return SIGNS.matcher(words).replaceAll("");
    }

    /**
     * Words between white space. Scripts without spaces are counted by their letters: an ideograph is a word, and so are
     * {@value #LETTERS_OF_A_WORD} of the others.
     */
    private static int words(String text, Span span) {
        int words = 0;
        int unspaced = 0;
        boolean inside = false;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (hasNoSpaces(c)) {
                unspaced++;
                inside = false;
                continue;
            }
            boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            words += (letter && !inside) || Character.isIdeographic(c) ? 1 : 0;
            inside = !Lines.isSpace(c) && (inside || letter);
        }
        return words + Math.ceilDiv(unspaced, LETTERS_OF_A_WORD);
    }

    /** Thai, Lao, Burmese, Khmer and the kana of Japanese. */
    private static boolean hasNoSpaces(char c) {
        return (c >= 0x0E00 && c < 0x0F00)
                || (c >= 0x1000 && c < 0x10A0)
                || (c >= 0x1780 && c < 0x1800)
                || (c >= 0x3040 && c < 0x3100);
    }
}
