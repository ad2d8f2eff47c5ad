package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.document.Block;
import wherein.document.NoteKind;

class XmlTextTest {

    private static List<Extract> read(String xml) {
        List<Extract> extracts = new ArrayList<>();
        XmlText.read(xml, new Extracts() {
            @Override
            public void add(Extract extract) {
                extracts.add(extract);
            }

            @Override
            public void tell(NoteKind kind, int line, String message) {
                throw new AssertionError(message);
            }

            @Override
            public void read(long bytes) {}
        });
        return extracts;
    }

    /** Its paragraphs, with a mark before headings. */
    private static List<String> paragraphs(String xml) {
        Extract extract = read(xml).getFirst();
        return extract.regions().stream()
                .map(region -> (region.block() == Block.HEADING ? "# " : "")
                        + region.span().in(extract.text()))
                .toList();
    }

    @Test
    void anElementWithWordsIsAParagraphAndWhatIsMarkedInItStaysInIt() {
        assertThat(paragraphs("""
                <?xml version="1.0"?>
                <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en_GB"><teiHeader><titleStmt>
                  <title>The ferry book</title><author>Ida Holm</author></titleStmt></teiHeader>
                <text><body><div><head>First <hi>winter</hi></head>
                  <p>The ferry to <placeName>Norway</placeName> lay
                    in ice<note>Until <date>March</date>.</note> for 40 days.</p>
                  <list><item>one <hi rend="i">rope</hi></item><item>two lamps</item></list>
                </div></body></text></TEI>
                """))
                .containsExactly(
                        "# The ferry book",
                        "Ida Holm",
                        "# First winter",
                        "The ferry to Norway lay in ice for 40 days.",
                        "Until March.",
                        "one rope",
                        "two lamps");
    }

    @Test
    void theTitleAndTheLanguageAreTakenFromTheDocument() {
        Extract extract = read("<book xml:lang='de'><title>Das Fährbuch</title><para>Eis.</para></book>")
                .getFirst();
        assertThat(extract.metadata().title()).isEqualTo("Das Fährbuch");
        assertThat(extract.metadata().language()).isEqualTo("de");
        assertThat(extract.within()).isEmpty();
    }

    @Test
    void aFewShortElementsAreARow() {
        assertThat(paragraphs("<quarries><quarry><face>North</face><stone>8,100</stone></quarry>"
                        + "<quarry><face>South</face><stone>2,750</stone></quarry></quarries>"))
                .containsExactly("North; 8,100", "South; 2,750");
    }

    @Test
    void eachItemOfAFeedIsADocument() {
        String rss = """
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                     xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Harbour Post</title><language>en-us</language>
                <item><title>Ice &amp; fog</title><link>https://example.org/1</link><guid>post-1</guid>
                  <dc:creator>Ida Holm</dc:creator><pubDate>Sat, 04 Mar 2023 10:00:00 GMT</pubDate>
                  <description>Short.</description>
                  <content:encoded><![CDATA[<p>The ferry lay in ice.</p><p>It left in <b>May</b>.</p>]]></content:encoded></item>
                <item><title>Only a title</title></item>
                </channel></rss>
                """;
        List<Extract> items = read(rss);
        assertThat(items).extracting(Extract::within).containsExactly("#1", "#2");
        Extract first = items.getFirst();
        assertThat(first.text())
                .contains("The ferry lay in ice.")
                .contains("It left in May.")
                .doesNotContain("Short");
        assertThat(first.id()).contains("post-1");
        assertThat(first.metadata().title()).isEqualTo("Ice & fog");
        assertThat(first.metadata().source()).isEqualTo("Harbour Post");
        assertThat(first.metadata().author()).containsExactly("Ida Holm");
        assertThat(first.metadata().date().edtf()).isEqualTo("2023-03-04");
        assertThat(first.metadata().url()).isEqualTo("https://example.org/1");
        assertThat(first.metadata().language()).isEqualTo("en-us");
        assertThat(items.getLast().text()).isEqualTo("Only a title");
        assertThat(items.getLast().id()).isEmpty();
    }

    @Test
    void anAtomFeedIsReadAsWell() {
        Extract entry = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Log</title><entry><title>Tide</title>
                <id>urn:7</id><updated>2021-05-02T08:00:00Z</updated><author><name>Per Dahl</name></author>
                <link rel="self" href="https://example.org/self"/><link href="https://example.org/7"/>
                <content type="xhtml"><div><p>High at noon.</p></div></content></entry></feed>
                """).getFirst();
        assertThat(entry.text().strip()).isEqualTo("High at noon.");
        assertThat(entry.metadata().date().edtf()).isEqualTo("2021-05-02");
        assertThat(entry.metadata().author()).containsExactly("Per Dahl");
        assertThat(entry.metadata().url()).isEqualTo("https://example.org/7");
        assertThat(entry.id()).contains("urn:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a><b>fog &x;</b></a>",
                "<a><b>fog</b><c>mill",
                "<a><b>fog</c></b> & <",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a>fog</a>"
            })
    void whatIsNotSoundIsReadAsFarAsItGoesAndNothingIsFetched(String xml) {
        assertThat(read(xml).getFirst().text()).contains("fog").doesNotContain("/");
    }

    @Test
    void entitiesMultiplyNoText() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"fogfogfogfog\">");
        for (int i = 1; i < 20; i++) {
            bomb.append("<!ENTITY x%d \"%s\">".formatted(i, ("&x" + (i - 1) + ";").repeat(10)));
        }
        String xml = bomb.append("]><a>&x19;</a>").toString();
        assertThat(read(xml).getFirst().text().length()).isLessThan(10_000);
    }

    @Test
    void timeGrowsAsTheTextDoes() {
        for (String piece :
                List.of("<a>", "<a>x", "<a><b/>", "<note>x", "<p><note>x</note></p>", "<a/>", "&x;", "]]>", "<!--")) {
            assertThat(read("<r>" + piece.repeat(20_000))).hasSize(1);
        }
    }
}
