package wherein.format;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Which tables of a page are tables, with rows of which the cells belong together, and which only lay the page out, as was
 * done before there were style sheets: those with a table, a heading, a form or running text in a cell.
 */
final class HtmlTables {

    private static final Set<String> OF_A_PAGE =
            Set.of("table", "h1", "h2", "h3", "h4", "form", "article", "nav", "hr", "center");

    /** A cell of more characters is running text, unless the table has headers. */
    private static final int LONG = 1_000;

    /** A cell with so many paragraphs is running text, unless the table has headers. */
    private static final int PARAGRAPHS = 2;

    private final Set<Element> rows = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Looks at the tables of {@code page}, once.
     *
     * @param all whether all are tables of data but those with a table in a cell
     */
    HtmlTables(Element page, boolean all) {
        page.traverse(new Look(all));
    }

    /** Whether {@code element} is a row of which the cells are to stand together. */
    boolean isRow(Element element) {
        return rows.contains(element);
    }

    private static final class Table {
        private final Element element;
        private final Set<Element> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        private boolean layout;
        private boolean headed;
        private boolean running;
        private int cells;
        private int widest;
        private int characters;
        private int paragraphs;
        private boolean brokenLine;

        Table(Element element) {
            this.element = element;
            this.layout = element.attr("role").equals("presentation")
                    || element.attr("role").equals("none");
        }

        void row(Element row) {
            rows.add(row);
            cells = 0;
        }

        void cell(boolean header) {
            headed |= header;
            widest = Math.max(widest, ++cells);
            characters = 0;
            paragraphs = 0;
            brokenLine = false;
        }

        void words(String words) {
            if (!words.isBlank()) {
                characters += words.strip().length();
                running |= characters > LONG;
                brokenLine = false;
            }
        }

        void breakLine() {
            running |= brokenLine && characters > 0;
            brokenLine = true;
        }

        void paragraph() {
            running |= ++paragraphs >= PARAGRAPHS;
        }
    }

    private final class Look implements NodeVisitor {
        private final boolean all;
        private final Deque<Table> open = new ArrayDeque<>();

        Look(boolean all) {
            this.all = all;
        }

        @Override
        public void head(Node node, int depth) {
            Table table = open.peek();
            if (node instanceof TextNode words && table != null) {
                table.words(words.getWholeText());
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (table != null) {
                    look(table, element, name);
                }
                if (name.equals("table")) {
                    open.push(new Table(element));
                }
            }
        }

        private void look(Table table, Element element, String name) {
            switch (name) {
                case "tr" -> table.row(element);
                case "td" -> table.cell(false);
                case "th" -> table.cell(true);
                case "caption", "thead" -> table.headed = true;
                case "br" -> table.breakLine();
                case "p" -> table.paragraph();
                default -> table.layout |= (!all || name.equals("table")) && OF_A_PAGE.contains(name);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            Table table = open.peek();
            if (table == null || table.element != node) {
                return;
            }
            open.pop();
            boolean running = table.running && !table.headed && !all;
            boolean alone = table.rows.size() == 1 && !table.headed && !all;
            if (!table.layout && !running && !alone && table.widest > 1) {
                rows.addAll(table.rows);
            }
        }
    }
}
