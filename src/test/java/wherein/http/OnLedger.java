package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.openqa.selenium.support.ui.Select;

/** Tests of the views of the ledger, which are held against what the API says. */
abstract class OnLedger extends OnPage {

    /** Opens an address and waits until what {@code css} names is shown. */
    static void open(String path, String css) {
        open(path);
        browser.awaitShown(css);
    }

    static HttpResponse<String> answer(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    /** What the API says to a path after that of the API. */
    static JsonNode api(String path) throws Exception {
        return new ObjectMapper()
                .readTree(answer(site.address() + "/api/v1" + path).body());
    }

    /** Chooses a value of the list with this label. */
    static void choose(String label, String value) {
        new Select(browser.one("section:not([hidden]) select[data-key='" + label + "']")).selectByValue(value);
    }

    static String link(String css) {
        return browser.one(css).getDomProperty("href");
    }
}
