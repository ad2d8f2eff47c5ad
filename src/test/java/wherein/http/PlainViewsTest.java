package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers without scripts see. */
class PlainViewsTest extends OnLedger {

    @Test
    void I10_withoutScriptsEveryViewGivesATableOrTheTextThatTheServerMade() throws Exception {
        browser.scripts(false);
        try {
            for (String view : List.of(
                    "/mentions?type=country&id=GE",
                    "/figures",
                    "/entities?type=person&q=russia",
                    "/timeline?series=country:RU&by=month",
                    "/together?rows=country&columns=stance",
                    "/report")) {
                open(view);
                browser.awaitShown("main p a");
                browser.await("the tables of " + view, () -> browser.address().contains("/plain/"));
                browser.awaitShown(view.equals("/report") ? "main p" : "main table td");
                assertThat(browser.address()).endsWith("/plain" + view);
            }
            open("/mentions?type=country&id=GE");
            browser.awaitShown("main table td");
            int mentions = api("/mentions?type=country&id=GE&limit=0")
                    .at("/total/mentions")
                    .asInt();
            assertThat(browser.all("main tbody tr")).hasSize(mentions);
            open("/mentions?type=country");
            browser.awaitShown("main table td");
            assertThat(browser.all("main tbody tr")).hasSize(100);
            browser.click("main a[href*='cursor=']");
            browser.await("the next", () -> browser.address().contains("cursor="));
            browser.awaitShown("main table td");
            open("/mentions?type=boat");
            browser.await(
                    "what is wrong", () -> browser.texts("main p").toString().contains("is none of"));
            assertThat(browser.console())
                    .as("of what could not be answered")
                    .allMatch(message -> message.contains("400"));
            open("/documents/shareamerica-talent");
            browser.awaitShown("main noscript a, main p a");
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void I10_whatCannotBeAnsweredIsNoAnswer() throws Exception {
        for (String asked :
                new String[] {"mentions?type=boat", "timeline?by=week", "together?list=0", "figures?cursor=x"}) {
            HttpResponse<String> answer = answer(site.address() + "/plain/" + asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(400);
            assertThat(answer.headers().firstValue("ETag")).as(asked).isEmpty();
        }
        assertThat(answer(site.address() + "/plain/mentions?id=RU").statusCode())
                .isEqualTo(200);
    }

    @Test
    void I10_whatStandsInDocumentsIsTextThere() throws Exception {
        String page = answer(site.address() + "/plain/mentions?q=%3Cscript%3E").body();
        assertThat(page).doesNotContain("<script");
        assertThat(answer(site.address() + "/mentions?q=%22%3E%3Cscript%3E").body())
                .doesNotContain("\"><script>\"");
    }
}
