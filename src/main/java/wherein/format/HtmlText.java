package wherein.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import wherein.document.Block;
import wherein.document.Lines;
import wherein.document.Region;
import wherein.text.Span;

/**
 * The text of a page: a paragraph for each block and for each row of a table, an empty line between two, and what each of
 * them is. The cells of a row stand on one line, with a tab between two. Takes time in proportion to the page.
 */
final class HtmlText {

    /** What browsers show on lines of its own, of whatever dialect: a parser of XML knows of no blocks. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "frameset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "noframes",
            "noscript",
            "ol",
            "optgroup",
            "option",
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "xmp");

    /** What holds no words that a reader sees on the page: code, controls, other media, readings beside their words. */
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "map",
            "select",
            "textarea",
            "datalist",
            "head",
            "rt",
            "rp",
            "rtc",
            "annotation",
            "annotation-xml",
            "applet",
            "noframes",
            "noembed");

    private static final Map<String, Block> KINDS = Map.ofEntries(
            Map.entry("h1", Block.HEADING),
            Map.entry("h2", Block.HEADING),
            Map.entry("h3", Block.HEADING),
            Map.entry("h4", Block.HEADING),
            Map.entry("h5", Block.HEADING),
            Map.entry("h6", Block.HEADING),
            Map.entry("li", Block.LIST),
            Map.entry("dt", Block.LIST),
            Map.entry("dd", Block.LIST),
            Map.entry("figcaption", Block.CAPTION),
            Map.entry("caption", Block.CAPTION),
            Map.entry("blockquote", Block.QUOTE));

    /**
     * A paragraph of the text.
     *
     * @param element the block of the page in which it begins
     * @param span where it stands
     * @param letters how many letters and digits it has
     * @param linked how many of those stand in links
     * @param block what the page says that it is
     */
    record Run(Element element, Span span, int letters, int linked, Block block) {}

    private final String text;
    private final List<Run> runs;

    private HtmlText(String text, List<Run> runs) {
        this.text = text;
        this.runs = Collections.unmodifiableList(runs);
    }

    /** The text of {@code page}, in which a table may serve to lay it out: its cells are then blocks. */
    static HtmlText ofPage(Element page) {
        return write(page, new HtmlTables(page, false));
    }

    /** The text of {@code page}, which a converter made of another format, and in which every table is one. */
    static HtmlText ofConverted(Element page) {
        return write(page, new HtmlTables(page, true));
    }

    private static HtmlText write(Element page, HtmlTables tables) {
        Writer writer = new Writer(tables);
        page.traverse(writer);
        writer.close();
        return new HtmlText(writer.text.toString(), writer.runs);
    }

    /** Whether browsers show what is called {@code name} on lines of its own. */
    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** The text. */
    String text() {
        return text;
    }

    /** Its paragraphs, in order. */
    List<Run> runs() {
        return runs;
    }

    /** The words of {@code run}. */
    String words(Run run) {
        return run.span().in(text);
    }

    /** What each paragraph is, as the page says it. */
    List<Region> regions() {
        return regions(run -> false);
    }

    /** What each paragraph is, where {@code boilerplate} tells which are no part of what the page is about. */
    List<Region> regions(Predicate<Run> boilerplate) {
        return runs.stream()
                .map(run -> new Region(run.span(), boilerplate.test(run) ? Block.BOILERPLATE : run.block()))
                .toList();
    }

    /** An element that is open while the tree is walked, with what it hands down. */
    private record Open(Element element, Element blockElement, Block block, boolean preformatted, boolean linked) {}

    /** Writes the text while the tree is walked. */
    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private final HtmlTables tables;
        private int paragraph;
        private int letters;
        private int linked;
        private Open first;
        private Element silent;

        /** The row of which the cells are written. */
        private Element row;

        private boolean brokenLine;

        /** Whether a link has ended with the last word. */
        private boolean afterLink;

        Writer(HtmlTables tables) {
            this.tables = tables;
        }

        @Override
        public void head(Node node, int depth) {
            if (silent != null) {
                return;
            }
            if (node instanceof TextNode words) {
                write(words.getWholeText());
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        private void begin(Element element) {
            String name = element.normalName();
            Open within = open.peek();
            boolean heading = within != null && within.block == Block.HEADING;
            if (SILENT.contains(name) || name.equals("button") && !heading) {
                silent = element;
                return;
            }
            if (name.equals("br")) {
                breakLine();
            } else if (BLOCKS.contains(name)) {
                close();
                if (tables.isRow(element)) {
                    row = element;
                }
            } else if (name.equals("a") && afterLink) {
                space(' ');
            }
            open.push(opened(element, name, within));
        }

        private static Open opened(Element element, String name, Open within) {
            Block block = KINDS.get(name);
            if (block == null) {
                boolean heading = element.attr("role").equals("heading");
                block = heading ? Block.HEADING : within == null ? Block.PROSE : within.block;
            }
            String style = element.attr("style");
            boolean pre = name.equals("pre")
                    || name.equals("xmp")
                    || style.contains("pre-wrap")
                    || within != null && within.preformatted;
            boolean link = name.equals("a") && element.hasAttr("href") || within != null && within.linked;
            Element blockElement = within == null || BLOCKS.contains(name) ? element : within.blockElement;
            return new Open(element, blockElement, block, pre, link);
        }

        @Override
        public void tail(Node node, int depth) {
            if (silent != null) {
                silent = silent == node ? null : silent;
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            open.pop();
            String name = element.normalName();
            if (element == row) {
                row = null;
                close();
            } else if (BLOCKS.contains(name)) {
                close();
            } else if (name.equals("a")) {
                afterLink = text.length() > paragraph;
            }
        }

        /** One break is the end of a line, two are the end of a paragraph. */
        private void breakLine() {
            if (row != null) {
                space('\t');
            } else if (brokenLine && !open.isEmpty() && !open.peek().preformatted) {
                close();
            } else {
                text.append('\n');
                brokenLine = text.length() - 1 > paragraph;
            }
        }

        private void write(String words) {
            Open within = open.peek();
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
                if (space && !(within != null && within.preformatted && row == null)) {
                    space(' ');
                    continue;
                }
                text.append(c);
                afterLink = false;
                brokenLine &= space;
                if (Character.isLetterOrDigit(c)) {
                    first = letters == 0 ? within : first;
                    letters++;
                    linked += within != null && within.linked ? 1 : 0;
                } else if (first == null && !space) {
                    first = within;
                }
            }
        }

        /** Puts {@code space} between two words, where there is none. */
        private void space(char space) {
            int end = text.length() - 1;
            if (end < paragraph) {
                return;
            }
            if (!Lines.isSpace(text.charAt(end))) {
                text.append(space);
            } else if (space == '\t' && text.charAt(end) == ' ') {
                text.setCharAt(end, space);
            }
            afterLink = false;
        }

        /** Ends the paragraph, if anything stands in it; within a row, the cell or the line of one. */
        void close() {
            if (row != null) {
                space('\t');
                return;
            }
            while (text.length() > paragraph && Lines.isSpace(text.charAt(text.length() - 1))) {
                text.setLength(text.length() - 1);
            }
            if (text.length() > paragraph) {
                int start = paragraph;
                Element element = first == null ? null : first.blockElement;
                Block block = first == null ? Block.PROSE : first.block;
                runs.add(new Run(element, new Span(start, text.length()), letters, linked, block));
                text.append("\n\n");
                paragraph = text.length();
            }
            letters = 0;
            linked = 0;
            first = null;
            brokenLine = false;
            afterLink = false;
        }
    }
}
