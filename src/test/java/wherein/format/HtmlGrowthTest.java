package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wherein.Growth;

/** The work of a page grows with it, whatever it is made of. */
class HtmlGrowthTest {

    /** A page may nest 512 tags deep, which is not seen to grow no more in less than this. */
    private static final int SMALL = 9_000;

    @Test
    @Tag("long")
    void theWorkOfAPageGrowsWithIt() throws Exception {
        Map<String, IntFunction<String>> pages = new TreeMap<>();
        pages.put("marks in one paragraph", of("<p>", "A word<sup>1</sup>, ", ""));
        pages.put("links to notes", of("<p>", "A word<a href='#n1'>[1]</a>. ", "<p id=n1>[1] A note."));
        pages.put("marks in brackets", of("<p>", "A word[<a href='#fn1'>1</a>] ", "<p id=fn1>A note."));
        pages.put("hidden elements", of("<div>", "<p hidden>No.</p><p aria-hidden=true>A.</p>", "</div>"));
        pages.put("hidden elements in hidden ones", of("", "<div hidden>a", ""));
        pages.put("twins in twins", of("", "<div aria-hidden=true>a", ""));
        pages.put(
                "elements with names",
                of("<div>", "<div class='related menu x' id=share>A <a href=x>b</a></div>", "</div>"));
        pages.put("names of one element", of("<div class='", "related menu-", "'><p>A word is here."));
        pages.put(
                "elements in one another", of("", "<div class=related><p>A sentence is here, of some words.</p>", ""));
        pages.put("tables in tables", of("", "<table><tr><td>a<td>", ""));
        pages.put("rows", of("<table>", "<tr><td>a<td>b</tr>", "</table>"));
        pages.put("headings of links", of("", "<h2>Related</h2><a href=x>A word</a>", ""));
        pages.put("separators of a title", of("<title>", "a - b | ", "</title><p>A."));
        pages.put("authors", of("", "<meta name=author content='A B; C D'>", "<p>A."));
        pages.put("times", of("", "<p><time datetime=2022-05-03>A</time></p>", ""));
        pages.put("properties", of("", "<b itemprop=author itemscope>a", ""));
        pages.put(
                "JSON-LD",
                of(
                        "<script type='application/ld+json'>[",
                        "{\"@type\": \"Article\", \"author\": \"A\"},",
                        "{}]</script><p>A."));
        pages.put("JSON-LD in itself", of("<script type='application/ld+json'>", "{\"@graph\": [", "</script><p>A."));
        pages.put("breaks", of("<p>", "a<br>", ""));
        pages.put("lists of notes", of("<ol class=footnotes>", "<li>A note.", "</ol>"));
        Growth growth = new Growth(SMALL);
        for (Map.Entry<String, IntFunction<String>> page : pages.entrySet()) {
            growth.measure(page.getKey(), page.getValue(), HtmlGrowthTest::read);
        }
        growth.measure(
                "entities",
                of("<!DOCTYPE html [<!ENTITY a \"word\">]><html><p>", "&a; &b; ", "</p></html>"),
                page -> Html.readXhtml(page).text().length());
        growth.measure(
                "elements of XML in one another",
                of("<html xmlns='http://www.w3.org/1999/xhtml'><body>", "<div>a", ""),
                page -> Html.readXhtml(page).text().length());
        growth.check();
    }

    @Test
    void entitiesOfEntitiesAreNotPutInOverAndOver() {
        String value = "x".repeat(1_000);
        String page = "<!DOCTYPE html [<!ENTITY a \"" + value + "\"><!ENTITY b SYSTEM \"file:///etc/hosts\">]>"
                + "<html><body><p>" + "&a;".repeat(100_000) + "&b;</p></body></html>";
        String text = Html.readXhtml(page).text();
        assertThat(text.length()).isLessThan(1_500_000);
        assertThat(text).endsWith("&a;&b;\n\n");
    }

    private static IntFunction<String> of(String first, String again, String last) {
        return size -> first + again.repeat(size / again.length()) + last;
    }

    private static int read(String page) {
        return Html.read(page).text().length();
    }
}
