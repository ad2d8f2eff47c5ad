package wherein.format;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Pages that are XML: an element may be closed in itself, and CDATA are words. Entities that the page declares itself are
 * put in their places; what would have to be fetched is not.
 */
final class Xhtml {

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml\\s");

    private static final Pattern NAMESPACE =
            Pattern.compile("xmlns(?::\\w+)?\\s*=\\s*[\"']http://www\\.w3\\.org/1999/xhtml[\"']");

    /** The beginning of a page, in which its namespace stands. */
    private static final int BEGINNING = 4_096;

    private static final String DOCTYPE = "<!DOCTYPE";

    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s+([\\w.-]{1,50})\\s+(?:\"([^\"]{0,1000})\"|'([^']{0,1000})')\\s*>");

    private static final Pattern REFERENCE = Pattern.compile("&([A-Za-z_][\\w.-]{0,49});");

    /** An internal subset of more characters is no page's. */
    private static final int SUBSET = 100_000;

    /** So many characters come of the entities of a page at most: references beyond are left as they stand. */
    private static final int EXPANDED = 1_000_000;

    private Xhtml() {}

    /** Whether {@code page} says that it is XML. */
    static boolean isXhtml(String page) {
        String beginning = page.substring(0, Math.min(BEGINNING, page.length()));
        return DECLARED.matcher(beginning).find()
                && NAMESPACE.matcher(beginning).find();
    }

    /** The elements of {@code page}; never fails. Nothing is fetched. */
    static Document parse(String page) {
        return Jsoup.parse(withEntities(page), "", Parser.xmlParser());
    }

    /** The page with its own entities in their places, and without the part in which they are declared. */
    private static String withEntities(String page) {
        int doctype = page.substring(0, Math.min(BEGINNING, page.length())).indexOf(DOCTYPE);
        int opening = doctype < 0 ? -1 : page.indexOf('[', doctype);
        int end = doctype < 0 ? -1 : page.indexOf('>', doctype);
        if (opening < 0 || opening > end) {
            return page;
        }
        Matcher closing =
                Pattern.compile("\\]\\s*>").matcher(page).region(opening, Math.min(page.length(), opening + SUBSET));
        if (!closing.find()) {
            return page;
        }
        Map<String, String> entities = new HashMap<>();
        Matcher entity = ENTITY.matcher(page).region(opening, closing.start());
        while (entity.find()) {
            entities.putIfAbsent(entity.group(1), entity.group(2) != null ? entity.group(2) : entity.group(3));
        }
        String rest = page.substring(0, doctype) + page.substring(closing.end());
        int[] left = {EXPANDED};
        return REFERENCE.matcher(rest).replaceAll(found -> {
            String value = entities.get(found.group(1));
            boolean fits = value != null && (left[0] -= value.length()) >= 0;
            return Matcher.quoteReplacement(fits ? value : found.group());
        });
    }
}
