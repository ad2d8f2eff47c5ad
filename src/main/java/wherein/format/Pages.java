package wherein.format;

import java.util.Optional;

/** Pages of HTML that stand in other files, where all is text and nothing the frame of a site. */
final class Pages {

    private Pages() {}

    /** A page of a book, which is XHTML. */
    static Extract ofBook(byte[] page) throws UnreadableException {
        return Html.read(Encodings.decode(page, Html.charset(page)).text());
    }

    /** A mail, of which the text has been decoded. */
    static Extract ofMail(String page) {
        return Html.read(page);
    }

    /** A page that was saved from the web, with its frame. */
    static Extract ofWeb(byte[] page, Optional<java.nio.charset.Charset> declared) throws UnreadableException {
        return Html.read(
                Encodings.decode(page, declared.or(() -> Html.charset(page))).text());
    }
}
