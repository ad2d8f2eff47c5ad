package wherein.format;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import wherein.document.Metadata;

/** Pages of HTML that stand in other files, where all is text and nothing the frame of a site. */
final class Pages {

    private Pages() {}

    /** A page of a book, which is XHTML. */
    static Extract ofBook(byte[] page) throws UnreadableException {
        String text = Encodings.decode(page, Html.charset(page)).text();
        return text(Xhtml.parse(text));
    }

    /** A mail, of which the text has been decoded. */
    static Extract ofMail(String page) {
        return text(Jsoup.parse(page));
    }

    /** A page that was saved from the web, with its frame. */
    static Extract ofWeb(byte[] page, Optional<Charset> declared) throws UnreadableException {
        return Html.read(
                Encodings.decode(page, declared.or(() -> Html.charset(page))).text());
    }

    private static Extract text(Document page) {
        Element body = page.body();
        HtmlUnseen.remove(body);
        NoteMarks.remove(body);
        HtmlText text = HtmlText.ofPage(body);
        String language = page.select("html").attr("lang").strip();
        return Extract.of(text.text(), Metadata.UNKNOWN.withLanguage(language), text.regions());
    }
}
