package wherein.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of HTML or XHTML: its text as a reader sees it, what of it is no part of what it is about, and what it says of itself. */
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
        return read(Xhtml.isXhtml(html) ? Xhtml.parse(html) : Jsoup.parse(html));
    }

    /** Reads the page {@code xhtml}, which is XML whether it says so or not. */
    public static Extract readXhtml(String xhtml) {
        return read(Xhtml.parse(xhtml));
    }

    private static Extract read(Document page) {
        HtmlMetadata said = new HtmlMetadata(page);
        Element body = page.body();
        HtmlUnseen.remove(body);
        NoteMarks.remove(body);
        HtmlText text = HtmlText.ofPage(body);
        Boilerplate boilerplate = Boilerplate.of(body, text, said.title());
        said.readTimes(boilerplate::holds);
        return new Extract(
                text.text(),
                Optional.empty(),
                "",
                said.metadata(),
                text.regions(boilerplate::has),
                List.of(),
                said.origins(),
                1);
    }
}
