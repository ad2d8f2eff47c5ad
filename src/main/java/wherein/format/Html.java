package wherein.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import wherein.document.Metadata;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** The text of an HTML page: a paragraph for each block, an empty line between two, and what each block is. */
public final class Html {

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
        Metadata metadata = metadata(page);
        HtmlUnseen.remove(page.body());
        NoteMarks.remove(page.body());
        HtmlText text = HtmlText.ofPage(page.body());
        Boilerplate boilerplate = Boilerplate.of(page.body(), text, metadata.title());
        return Extract.of(text.text(), metadata, text.regions(boilerplate::has));
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
}
