package wherein.format;

import java.util.ArrayList;
import java.util.List;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.Lines;
import wherein.document.NoteKind;
import wherein.document.Region;
import wherein.text.Span;

/**
 * Writes the text of a document: a paragraph for each thing that stands for itself, an empty line between two, and what each
 * is. Any run of white space is one space. Takes no more than was said.
 */
final class TextWriter {

    private static final String BETWEEN = "\n\n";

    private final long most;
    private final StringBuilder text = new StringBuilder();
    private final List<Region> regions = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();
    private int paragraph;

    /**
     * A writer of nothing yet.
     *
     * @param most the greatest number of characters, UTF-16, that are taken
     */
    TextWriter(long most) {
        this.most = most;
    }

    /** A further writer that takes as much. */
    TextWriter apart() {
        return new TextWriter(most);
    }

    /** Writes on in the paragraph. */
    TextWriter words(CharSequence words) throws UnreadableException {
        check(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                space();
            } else if (c >= ' ' && c != 0xAD && c != 0xFFFE && c != 0xFFFF) {
                text.append(c);
            }
        }
        return this;
    }

    /** Writes {@code words} as they are, lines and all. */
    TextWriter verbatim(CharSequence words) throws UnreadableException {
        check(words.length());
        text.append(words);
        return this;
    }

    private void check(int more) throws UnreadableException {
        if (text.length() + (long) more > most) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE, "its text is longer than " + most + " bytes; see --max-document");
        }
    }

    /** A space, where there is none. */
    void space() {
        if (text.length() > paragraph && !Lines.isSpace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    /** Ends the line, but not the paragraph. */
    void line() {
        if (text.length() > paragraph) {
            if (text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            text.append('\n');
        }
    }

    /** Ends the paragraph, if anything stands in it, and says what it was. */
    void end(Block block) {
        while (text.length() > paragraph && Lines.isSpace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        if (text.length() > paragraph) {
            regions.add(new Region(new Span(paragraph, text.length()), block));
            text.append(BETWEEN);
            paragraph = text.length();
        }
    }

    /** What comes next stands on the page that is called so. */
    void page(String label) {
        cues.add(new Cue(paragraph, Cue.Kind.PAGE, label));
    }

    /** Writes the paragraphs of {@code other}, as they are there; the paragraph here has ended. */
    void append(TextWriter other) throws UnreadableException {
        append(other.text, other.regions);
    }

    /** Writes {@code added}, in which {@code runs} are of known blocks, as paragraphs of their own. */
    void append(CharSequence added, List<Region> runs) throws UnreadableException {
        check(added.length());
        for (Region region : runs) {
            Span span = region.span();
            text.append(added, span.start(), span.end());
            end(region.block());
        }
    }

    /** All paragraphs, each as one of {@code block}. */
    void append(TextWriter other, Block block) throws UnreadableException {
        for (Region region : other.regions) {
            check(region.span().length());
            text.append(other.text, region.span().start(), region.span().end());
            end(block);
        }
    }

    /** The number of paragraphs that have ended. */
    int paragraphs() {
        return regions.size();
    }

    boolean isEmpty() {
        return regions.isEmpty() && text.length() == paragraph;
    }

    /** The number of characters. */
    int length() {
        return text.length();
    }

    /** All of it on one line. */
    String flat() {
        return text.toString().replace('\n', ' ').replaceAll(" {2,}", " ").strip();
    }

    String text() {
        return text.toString();
    }

    List<Region> regions() {
        return regions;
    }

    List<Cue> cues() {
        return cues;
    }
}
