package wherein.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import wherein.document.Block;
import wherein.document.Lines;
import wherein.document.Metadata;
import wherein.document.Region;
import wherein.text.Span;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** The text of an HTML page: a paragraph for each block, an empty line between two, and what each block is. */
public final class Html {

    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "head");
    private static final Map<String, Block> BLOCKS = Map.ofEntries(
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
            Map.entry("blockquote", Block.QUOTE),
            Map.entry("nav", Block.BOILERPLATE),
            Map.entry("footer", Block.BOILERPLATE),
            Map.entry("form", Block.BOILERPLATE));

    /** Where a page says in which charset it is, within its first bytes (WHATWG HTML, section 13.2.3.2). */
    private static final Pattern CHARSET = Pattern.compile(
            "(?i)<(?:meta\\b[^>]*?\\bcharset|\\?xml\\b[^>]*?\\bencoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

    private static final int FIRST = 1_024;

    private Html() {}

    /** The charset that the page says it is in; empty if it says none that is known, or UTF-16, which could not be read so. */
    public static Optional<Charset> charset(byte[] page) {
        String first = new String(page, 0, Math.min(page.length, FIRST), StandardCharsets.ISO_8859_1);
        return CHARSET.matcher(first)
                .results()
                .findFirst()
                .flatMap(said -> Charsets.named(said.group(1)))
                .filter(charset -> !charset.name().startsWith("UTF"));
    }

    /** Reads the page {@code html}; never fails, as no browser does. */
    public static Extract read(String html) {
        org.jsoup.nodes.Document page = Jsoup.parse(html);
        Writer writer = new Writer();
        page.body().traverse(writer);
        writer.close();
        return Extract.of(writer.text.toString(), metadata(page), writer.regions);
    }

    private static Metadata metadata(org.jsoup.nodes.Document page) {
        String title = meta(page, "meta[property=og:title]");
        List<String> author = page.select("meta[name=author], meta[property=article:author]").stream()
                .map(element -> element.attr("content").strip())
                .filter(name -> !name.isEmpty() && !name.startsWith("http"))
                .distinct()
                .toList();
        String date = meta(page, "meta[property=article:published_time], meta[name=date], meta[name=DC.date]");
        return new Metadata(
                title.isEmpty() ? page.title().strip() : title,
                meta(page, "meta[property=og:site_name]"),
                author,
                day(date),
                "",
                page.select("html").attr("lang").strip(),
                page.select("link[rel=canonical]").attr("href").strip(),
                Map.of());
    }

    private static String meta(org.jsoup.nodes.Document page, String selector) {
        Element found = page.select(selector).first();
        return found == null ? "" : found.attr("content").strip();
    }

    /** The day of a time stamp; a page that writes its date otherwise has none. */
    private static EdtfDate day(String stamp) {
        try {
            return EdtfDate.parse(stamp.substring(0, Math.min(10, stamp.length())));
        } catch (EdtfException e) {
            return EdtfDate.UNKNOWN;
        }
    }

    /** Writes the text while the tree is walked. */
    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final List<Region> regions = new ArrayList<>();
        private int paragraph;
        private Block block = Block.PROSE;
        private Element silent;

        @Override
        public void head(Node node, int depth) {
            if (silent != null) {
                return;
            }
            if (node instanceof TextNode words) {
                write(words);
            } else if (node instanceof Element element) {
                if (SILENT.contains(element.normalName()) || element.hasAttr("hidden")) {
                    silent = element;
                } else if (element.normalName().equals("br")) {
                    text.append('\n');
                } else if (element.isBlock() || element.normalName().matches("td|th")) {
                    close();
                    block = blockOf(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (silent != null) {
                silent = silent == node ? null : silent;
            } else if (node instanceof Element element && element.isBlock()) {
                close();
                block = element.parent() == null ? Block.PROSE : blockOf(element.parent());
            }
        }

        private void write(TextNode node) {
            String words = node.getWholeText();
            boolean preformatted = node.parent() instanceof Element parent && parent.closest("pre") != null;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
                if (!space || preformatted) {
                    text.append(c);
                } else if (text.length() > paragraph && !Lines.isSpace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
            }
        }

        /** Ends the paragraph, if anything stands in it. */
        void close() {
            while (text.length() > paragraph && Lines.isSpace(text.charAt(text.length() - 1))) {
                text.setLength(text.length() - 1);
            }
            if (text.length() > paragraph) {
                regions.add(new Region(new Span(paragraph, text.length()), block));
                text.append("\n\n");
                paragraph = text.length();
            }
        }

        /** What the nearest element that says so says. */
        private static Block blockOf(Element element) {
            for (Element at = element; at != null; at = at.parent()) {
                Block block = BLOCKS.get(at.normalName());
                if (block != null) {
                    return block;
                }
            }
            return Block.PROSE;
        }
    }
}
