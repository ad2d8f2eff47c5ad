package wherein.format;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import wherein.document.Block;
import wherein.document.Region;
import wherein.text.Span;

/**
 * What Markdown (CommonMark, with the tables of GitHub and with notes) says of the lines of a text. The text keeps its
 * marks, so that offsets hold in the file.
 *
 * <p>Time grows as the text does: blocks nest {@value #DEEPEST} deep at most, what would nest deeper is text, and the marks
 * inside paragraphs are not read. The library's tree of a text takes up to 200 times its memory, so a text is read in
 * pieces, cut where no block is open; only a paragraph, a quotation, a table or code that is longer makes a longer piece.
 */
public final class Markdown {

    private static final int DEEPEST = 24;

    /** Nobody writes a heading of more UTF-16 units; what is longer and stands above a rule is a paragraph. */
    private static final int LONGEST_HEADING = 200;

    /** A greater number before a paragraph is a year and no item's. */
    private static final int GREATEST_ITEM = 999;

    /** UTF-16 units that are read at once. */
    private static final int PIECE = 1 << 14;

    /** What a line of a piece has on the average at least, so that a piece has no more lines than are read soon. */
    private static final int LEAST_OF_A_LINE = 16;

    /** A paragraph of more lines is cut where a piece ends. */
    private static final int MOST_LINES = 2_000;

    /** Reads blocks alone. Safe for use by several threads, as the library says. */
    private static final Parser BLOCKS = Parser.builder()
            .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();

    /** Reads a heading with what is marked in it. */
    private static final Parser INLINES = Parser.builder().build();

    private final String text;
    private final List<Region> regions = new ArrayList<>();
    private String title = "";
    private boolean begun;

    /** Where in the text the piece begins that is read. */
    private int from;

    /** Whether the piece begins with an item of the list that the piece before ended with. */
    private boolean inList;

    /** Whether that list is one, and no paragraph after a year. */
    private boolean inCounted;

    private Markdown(String text) {
        this.text = text;
    }

    /** Reads {@code text}; never fails, since any text is Markdown. */
    public static Markdown of(String text) {
        return of(text, PIECE);
    }

    /** As {@link #of(String)}, {@code piece} units at once; what is read is the same for every number. */
    public static Markdown of(String text, int piece) {
        Markdown markdown = new Markdown(text);
        int length = piece;
        while (markdown.from < text.length()) {
            length = markdown.read(length) ? piece : (int) Math.min(Integer.MAX_VALUE, 2L * length);
        }
        return markdown;
    }

    /**
     * The headings, items, quotations, rows of tables, code and notes, in order, none over another. What is in none of them
     * is a paragraph that the text says nothing of.
     */
    public List<Region> regions() {
        return regions;
    }

    /** The words of the heading of the first level that the text begins with, without marks; empty if it begins with another. */
    public String title() {
        return title;
    }

    /**
     * Reads about {@code length} units and keeps the blocks that have ended there; what follows decides what becomes of the
     * last, with which the next piece begins. False if none has ended.
     */
    private boolean read(int length) {
        int end = end(length);
        Node blocks = BLOCKS.parse(text.substring(from, end));
        Node last = end == text.length() ? null : open(blocks);
        boolean inItem = last instanceof ListBlock && last.getFirstChild() != last.getLastChild();
        Node open = inItem ? last.getLastChild() : last;
        int next = open == null ? end : lines(open).start();
        if (open != null && next == from) {
            if (!isEndless(open)) {
                return false;
            }
            open = null;
            next = end;
            inItem = false;
        }
        boolean counted = last instanceof OrderedList list && isCounted(list);
        if (open != null) {
            open.unlink();
        }
        if (!begun && blocks.getFirstChild() != null) {
            begun = true;
            title(blocks.getFirstChild());
        }
        blocks(blocks, null);
        inList = inItem;
        inCounted = counted;
        from = next;
        return true;
    }

    /** Where a piece of about {@code length} units ends, before the sign that ends a line; sooner where lines are short. */
    private int end(int length) {
        int most = Math.max(1, length / LEAST_OF_A_LINE);
        int end = from;
        for (int lines = 0; end < text.length() && end - from < length; end++) {
            boolean ends = endsLine(text.charAt(end)) && (end == from || text.charAt(end - 1) != '\r');
            if (ends && ++lines > most) {
                return end;
            }
        }
        while (end < text.length() && !endsLine(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * Whether {@code block} ends with a paragraph of so many lines that it is cut here. The library copies the lines of a
     * paragraph for each further line; and cut or not, a paragraph is one of which the text says nothing.
     */
    private static boolean isEndless(Node block) {
        Node last = block;
        while (!(last instanceof Paragraph) && last.getLastChild() != null) {
            last = last.getLastChild();
        }
        return last instanceof Paragraph && last.getSourceSpans().size() > MOST_LINES;
    }

    /** The block that may go on, which is the last; addresses stand in the paragraph that comes after them. */
    private static Node open(Node blocks) {
        Node open = blocks.getLastChild();
        while (open != null && open.getPrevious() instanceof LinkReferenceDefinition before) {
            open.unlink();
            open = before;
        }
        return open;
    }

    private void title(Node first) {
        if (first instanceof Heading heading && heading.getLevel() == 1) {
            StringBuilder words = new StringBuilder();
            words(INLINES.parse(lines(heading).in(text)), words);
            title = words.toString().strip();
        }
    }

    private static void words(Node node, StringBuilder words) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text literal -> words.append(literal.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak end -> words.append(' ');
                case HardLineBreak end -> words.append(' ');
                default -> words(child, words);
            }
        }
    }

    /** Goes through the blocks in {@code parent}; {@code within} is what it makes of paragraphs, null for nothing. */
    private void blocks(Node parent, Block within) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case BlockQuote quote -> add(quote, Block.QUOTE);
                case OrderedList list -> blocks(list, isCounted(list) ? Block.LIST : within);
                case BulletList list -> blocks(list, Block.LIST);
                case ListItem item -> item(item, within);
                case Heading heading -> heading(heading, within);
                case TableBlock table -> rows(table, within == null ? Block.PROSE : within);
                case FencedCodeBlock code -> add(code, within == null ? Block.PROSE : within);
                case IndentedCodeBlock code -> add(code, within == null ? Block.PROSE : within);
                case FootnoteDefinition note -> blocks(note, Block.PROSE);
                case ThematicBreak rule -> add(rule, Block.BOILERPLATE);
                case LinkReferenceDefinition address -> add(address, Block.BOILERPLATE);
                case HtmlBlock html -> add(html, isComment(html) ? Block.BOILERPLATE : within);
                case Paragraph paragraph -> add(paragraph, within);
                default -> blocks(node, within);
            }
        }
    }

    private void item(ListItem item, Block within) {
        if (item.getFirstChild() == null) {
            add(item, within);
        } else {
            blocks(item, within);
        }
    }

    private boolean isCounted(OrderedList list) {
        boolean goesOn = inList && list.getPrevious() == null && list.getParent() instanceof Document;
        Integer first = list.getMarkerStartNumber();
        return goesOn ? inCounted : first == null || first <= GREATEST_ITEM;
    }

    private static boolean isComment(HtmlBlock html) {
        String literal = html.getLiteral().strip();
        return literal.startsWith("<!--") && literal.indexOf("-->") == literal.length() - 3;
    }

    private void heading(Heading heading, Block within) {
        Span span = lines(heading);
        boolean underlined = heading.getSourceSpans().size() > 1;
        if (within == null && underlined && span.length() > LONGEST_HEADING) {
            int underline = from + heading.getSourceSpans().getLast().getInputIndex();
            regions.add(new Region(new Span(underline, span.end()), Block.BOILERPLATE));
        } else {
            regions.add(new Region(span, within == null ? Block.HEADING : within));
        }
    }

    /** A region for each row, so that its cells stay together; the line of dashes goes with the names of the columns. */
    private void rows(TableBlock table, Block block) {
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow && !row.getSourceSpans().isEmpty()) {
                    add(row, block);
                }
            }
            if (part == table.getFirstChild() && !regions.isEmpty()) {
                SourceSpan dashes = table.getSourceSpans().get(1);
                Region names = regions.removeLast();
                int end = from + dashes.getInputIndex() + dashes.getLength();
                regions.add(new Region(new Span(names.span().start(), end), block));
            }
        }
    }

    private void add(Node node, Block block) {
        if (block != null && !node.getSourceSpans().isEmpty()) {
            regions.add(new Region(lines(node), block));
        }
    }

    /** From the start of the line on which {@code node} begins, with the marks before it, to its end. */
    private Span lines(Node node) {
        int start = from + node.getSourceSpans().getFirst().getInputIndex();
        while (start > from && !endsLine(text.charAt(start - 1))) {
            start--;
        }
        SourceSpan last = node.getSourceSpans().getLast();
        return new Span(start, from + last.getInputIndex() + last.getLength());
    }

    /** Whether a line of Markdown ends with {@code c}; other separators are in the midst of one. */
    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }
}
