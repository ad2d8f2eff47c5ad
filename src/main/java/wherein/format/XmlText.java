package wherein.format;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import wherein.document.Metadata;
import wherein.text.LanguageTag;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;
import wherein.time.WrittenDate;

/**
 * XML of any vocabulary (TEI, DocBook, what a database wrote): the words of its elements, and no attributes. An element with
 * words of its own is a paragraph with all that is marked in it; one of nothing but elements is no more than their order; a
 * few short elements beside each other are a row. Of a feed (RSS, Atom) each item is a document. Nothing is fetched, entities
 * are put in their places within limits, and what is no sound XML is read as far as it goes. Time grows as the text does.
 */
public final class XmlText {

    private static final Set<String> HEADINGS = Set.of("title", "head", "heading", "subtitle", "header");

    /** Elements that are paragraphs of their own within others. */
    private static final Set<String> BLOCKS = Set.of(
            "para",
            "simpara",
            "formalpara",
            "item",
            "listitem",
            "member",
            "verse",
            "line",
            "lg",
            "l",
            "sp",
            "speech",
            "abstract",
            "address",
            "programlisting",
            "screen",
            "literallayout",
            "caption",
            "figdesc",
            "section",
            "chapter");

    /** Notes stand in the midst of the sentence that they belong to, and are read behind its paragraph. */
    private static final Set<String> NOTES = Set.of("note", "footnote", "fn", "endnote");

    private static final Map<String, String> TABLES = Map.of(
            "table",
            "table",
            "informaltable",
            "table",
            "row",
            "tr",
            "tr",
            "tr",
            "entry",
            "td",
            "cell",
            "td",
            "td",
            "td",
            "th",
            "th");

    private static final Set<String> ITEMS = Set.of("item", "entry");

    /** Elements beside each other with no more words than so many characters are a row. */
    private static final int LONGEST_ROW = 300;

    private static final int WIDEST_ROW = 50;

    private static final int LONGEST_TITLE = 300;

    /** Further notes stay where they are: moving one takes time as its neighbours are many. */
    private static final int MOST_NOTES = 5_000;

    /** The elements that have words of their own, or are within one that has, and the outermost such around each. */
    private final Map<Element, Element> worded = new IdentityHashMap<>();

    private XmlText() {}

    /** Reads {@code xml} and hands each document in it to {@code extracts}. */
    public static void read(String xml, Extracts extracts) {
        Document document = Xhtml.parse(xml);
        Element root = document.firstElementChild();
        if (root == null) {
            extracts.add(Extract.of("", Metadata.UNKNOWN, List.of()));
        } else if (Set.of("rss", "rdf", "feed").contains(name(root))) {
            feed(root, extracts);
        } else {
            Metadata metadata = metadata(title(root), "", List.of(), EdtfDate.UNKNOWN, root.attr("xml:lang"), "");
            HtmlText text = new XmlText().text(root);
            extracts.add(Extract.of(text.text(), metadata, text.regions()));
        }
    }

    private static void feed(Element root, Extracts extracts) {
        Element channel = Optional.ofNullable(child(root, "channel")).orElse(root);
        String source = said(channel, "title");
        String language = said(channel, "language");
        int number = 0;
        for (Element item : items(root, channel)) {
            number++;
            String title = Jsoup.parse(said(item, "title")).text();
            String content = first(item, "encoded", "content", "description", "summary");
            HtmlText text = HtmlText.ofConverted(Jsoup.parse(content).body());
            boolean empty = text.text().isBlank();
            extracts.add(new Extract(
                    empty ? title : text.text(),
                    Optional.of(first(item, "guid", "id")).filter(id -> !id.isEmpty()),
                    "#" + number,
                    metadata(
                            title,
                            source,
                            authors(item),
                            date(first(item, "pubdate", "published", "date", "updated", "issued")),
                            language.isEmpty() ? root.attr("xml:lang") : language,
                            link(item)),
                    empty ? List.of() : text.regions(),
                    List.of(),
                    Map.of(),
                    0));
        }
    }

    private static List<Element> items(Element root, Element channel) {
        List<Element> items = new ArrayList<>();
        for (Element parent : root == channel ? List.of(root) : List.of(channel, root)) {
            parent.children().stream()
                    .filter(each -> ITEMS.contains(name(each)))
                    .forEach(items::add);
        }
        return items;
    }

    private static List<String> authors(Element item) {
        List<String> authors = new ArrayList<>();
        for (Element each : item.children()) {
            if (Set.of("author", "creator").contains(name(each))) {
                Element person = child(each, "name");
                String author = (person == null ? each : person).text().strip();
                if (!author.isEmpty() && !authors.contains(author)) {
                    authors.add(author);
                }
            }
        }
        return authors;
    }

    private static String link(Element item) {
        for (Element each : item.children()) {
            if (name(each).equals("link")
                    && !Set.of("self", "edit", "enclosure", "replies").contains(each.attr("rel"))) {
                return each.hasAttr("href") ? each.attr("href") : each.text().strip();
            }
        }
        return "";
    }

    private static EdtfDate date(String text) {
        if (text.isEmpty()) {
            return EdtfDate.UNKNOWN;
        }
        try {
            WrittenDate written = RecordDates.parse(text);
            return written.isAmbiguous() ? EdtfDate.UNKNOWN : written.dayFirst();
        } catch (EdtfException e) {
            return EdtfDate.UNKNOWN;
        }
    }

    private static Metadata metadata(
            String title, String source, List<String> authors, EdtfDate date, String language, String url) {
        String tag = LanguageTag.family(language).isEmpty() ? "" : language.strip();
        return new Metadata(clipped(title), source, authors, date, "", tag, url, Map.of());
    }

    private static String clipped(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
    }

    /** The words of the first title. */
    private static String title(Element root) {
        for (Element each : root.getAllElements()) {
            if (name(each).equals("title") && each.hasText()) {
                return each.text().strip();
            }
        }
        return "";
    }

    private static String first(Element item, String... names) {
        for (String name : names) {
            String said = said(item, name);
            if (!said.isEmpty()) {
                return said;
            }
        }
        return "";
    }

    /** What the child {@code name} says, as HTML if it holds elements; empty where there is none. */
    private static String said(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : (child.childrenSize() > 0 ? child.html() : child.wholeText()).strip();
    }

    private static Element child(Element parent, String name) {
        return parent.children().stream()
                .filter(each -> name(each).equals(name) && each.hasText())
                .findFirst()
                .orElse(null);
    }

    /** The name without its namespace, in small letters. */
    private static String name(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** Makes a page of the elements of {@code root}, whose text is theirs. */
    private HtmlText text(Element root) {
        List<Element> all = new ArrayList<>(root.getAllElements());
        Map<Element, String> names = new IdentityHashMap<>();
        List<Element> notes = new ArrayList<>();
        for (Element each : all) {
            // Parents come before their children.
            Element parent = each == root ? null : each.parent();
            boolean within = parent != null && worded.containsKey(parent);
            boolean own = hasWords(each);
            boolean leaf = each.childrenSize() == 0;
            String name = name(each);
            if (own || leaf) {
                worded.put(each, within ? worded.get(parent) : each);
            }
            names.put(each, made(name, within, own || leaf, parent));
            if (within && NOTES.contains(name) && notes.size() < MOST_NOTES) {
                notes.add(each);
            }
        }
        for (Element each : all) {
            if (!worded.containsKey(each) && isRow(each)) {
                names.put(each, "p");
                List<Element> cells = new ArrayList<>(each.children());
                boolean begun = false;
                for (Element cell : cells) {
                    names.put(cell, "span");
                    if (cell.hasText()) {
                        if (begun) {
                            cell.before(new TextNode("; "));
                        }
                        begun = true;
                    }
                }
            }
        }
        // From the last on, since each comes right behind the paragraph.
        notes.reversed().forEach(note -> worded.get(note.parent()).after(note));
        names.forEach((element, name) -> {
            element.clearAttributes();
            element.tagName(name);
        });
        Element body = new Element("body");
        body.appendChild(root);
        return HtmlText.ofConverted(body);
    }

    private static String made(String name, boolean within, boolean words, Element parent) {
        String table = TABLES.get(name);
        if (table != null && (!within || table.equals("table"))) {
            return table;
        }
        if (NOTES.contains(name)) {
            return "p";
        }
        if (within && words && !BLOCKS.contains(name) && !HtmlText.isBlock(name)) {
            return "span";
        }
        if (words && HEADINGS.contains(name) && parent != null) {
            return "h2";
        }
        return words ? "p" : "div";
    }

    private static boolean hasWords(Element element) {
        for (Node each : element.childNodes()) {
            if (each instanceof TextNode text && !text.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the elements in {@code parent} are short, of no kind that stands alone, and hold no others. */
    private static boolean isRow(Element parent) {
        if (parent.childrenSize() < 2 || parent.childrenSize() > WIDEST_ROW || TABLES.containsKey(name(parent))) {
            return false;
        }
        int length = 0;
        for (Element each : parent.children()) {
            String name = name(each);
            if (each.childrenSize() > 0
                    || BLOCKS.contains(name)
                    || HtmlText.isBlock(name)
                    || HEADINGS.contains(name)
                    || NOTES.contains(name)
                    || TABLES.containsKey(name)) {
                return false;
            }
            length += each.wholeText().length();
            if (length > LONGEST_ROW) {
                return false;
            }
        }
        return true;
    }
}
