package wherein.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests in one real browser, which begins each with a wide and light screen. */
@InTheBrowser
@ExtendWith(OnBrowser.OneBrowser.class)
abstract class OnBrowser {

    static Browser browser;

    /** Starts the browser for the first class of a run that wants it, and lets it end with the run. */
    static final class OneBrowser implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            browser = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OneBrowser.class))
                    .computeIfAbsent(Browser.class, key -> start(), Browser.class);
        }

        private static Browser start() {
            try {
                return Browser.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void aReaderWithAWideLightScreen() {
        browser.size(1280, 900);
        browser.scheme("light");
    }
}
