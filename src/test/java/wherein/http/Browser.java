package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as Debian has it, without a window, with the few things that a test of the page does in it. */
final class Browser implements AutoCloseable {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern REQUEST = Pattern.compile("\"request\":\\{.*?\"url\":\"([^\"]+)\"");

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile) {
        this.profile = profile;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                // Who scrolls smoothly is waited for; what is asked of motion is asked by itself.
                "--force-prefers-reduced-motion",
                "--lang=en",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // Named by the property and not by a builder, whose class file javac cannot read without a warning.
        System.setProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, DRIVER.getPath());
        this.driver = new ChromeDriver(options);
        // Whichever window has the focus of the machine, the page has its own.
        driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        size(1280, 900);
    }

    /** Starts the browser; where there is none the tests are skipped, or fail if everything is to run. */
    static Browser start() throws IOException {
        for (File file : List.of(CHROMIUM, DRIVER)) {
            if (!file.canExecute()) {
                String message = "no chromium at " + file + ": install the packages chromium and chromium-driver";
                if (Boolean.getBoolean("wherein.everything")) {
                    fail(message);
                }
                abort(message);
            }
        }
        return new Browser(Files.createTempDirectory("wherein-browser"));
    }

    /** Loads an address anew. */
    void open(String address) {
        if (document(driver.getCurrentUrl()).equals(document(address))) {
            // An address which differs in its fragment alone is loaded from another document only.
            leave();
        }
        driver.get(address);
    }

    private static String document(String address) {
        return address.replaceFirst("#.*", "");
    }

    /** Forgets what the pages of a server have kept in the browser; none of them may be open. */
    void forget(String server) {
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", server, "storageTypes", "local_storage"));
    }

    /** The address shown. */
    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** The texts of what {@code css} names. */
    List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    /** Waits until what {@code css} names has this text. */
    void awaitText(String css, String text) {
        await(css + " to be \"" + text + "\"", () -> texts(css).contains(text));
    }

    /** Waits until {@code css} names something that is shown. */
    void awaitShown(String css) {
        await(css, () -> all(css).stream().anyMatch(WebElement::isDisplayed));
    }

    /** Something that becomes true. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    /** Waits until something holds. */
    void await(String what, Condition condition) {
        new WebDriverWait(driver, PATIENCE)
                .pollingEvery(Duration.ofMillis(25))
                .ignoring(StaleElementReferenceException.class)
                .withMessage("waited for " + what)
                .until(each -> condition.holds());
    }

    void click(String css) {
        one(css).click();
    }

    /** Presses keys wherever the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Puts a text in the place of what is in a field. */
    void write(String css, String text) {
        one(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void back() {
        driver.navigate().back();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script until it calls the last of its arguments, and gives what it calls it with. */
    Object runUntilDone(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** The text of what has the focus. */
    String focused() {
        return driver.switchTo().activeElement().getText();
    }

    /** Makes the window show so many pixels. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Prefers the scheme {@code light} or {@code dark}. */
    void scheme(String scheme) {
        prefers("prefers-color-scheme", scheme);
    }

    /** Makes a media feature have a value; all others are as they are. */
    void prefers(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Makes answers take so much longer and come at so many bytes a second, from now on and from nothing kept; 0 for as fast as they are. */
    void network(int latencyMillis, int bytesPerSecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        latencyMillis,
                        "downloadThroughput",
                        bytesPerSecond == 0 ? -1 : bytesPerSecond,
                        "uploadThroughput",
                        bytesPerSecond == 0 ? -1 : bytesPerSecond));
    }

    /** Moves the focus with the tabulator, on or back, until it is on what {@code css} names; answers with how often that was pressed. */
    int tabTo(String css, boolean back) {
        for (int i = 1; i <= 200; i++) {
            press(back ? Keys.chord(Keys.SHIFT, Keys.TAB) : Keys.TAB);
            if (run("return document.activeElement.matches(arguments[0])", css).equals(true)) {
                return i;
            }
        }
        return fail("the tabulator does not lead to " + css);
    }

    /** Drags the pointer over the words of an element, from its left edge to its right one. */
    void selectOver(WebElement words) {
        int half = words.getSize().getWidth() / 2;
        new Actions(driver)
                .moveToElement(words, -half, 0)
                .clickAndHold()
                .moveToElement(words, half, 0)
                .release()
                .perform();
    }

    /** Drags the pointer from the middle of one element to that of another. */
    void drag(WebElement from, WebElement to) {
        new Actions(driver).clickAndHold(from).moveToElement(to).release().perform();
    }

    /** What is printed of the page, as a text on one line. */
    String printed() throws IOException {
        Object data = driver.executeCdpCommand("Page.printToPDF", Map.of("displayHeaderFooter", false))
                .get("data");
        try (PDDocument document = Loader.loadPDF(Base64.getDecoder().decode((String) data))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** What was copied; from now on pages may copy, and ask for it. */
    String clipboard() {
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        return (String) run("return navigator.clipboard.readText()");
    }

    /** Whatever is downloaded from now on is put into this folder under its own name. */
    void downloadTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /**
     * Scrolls to the end of the page, a screen a frame, and tells what that took. Time of the processor says what the
     * page costs; the wall time of a task also what else the machine was at.
     */
    String scrolled() {
        driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
        double before = taskSeconds();
        List<?> tasks = (List<?>) driver.executeAsyncScript("""
                const done = arguments[0];
                const tasks = [];
                const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))));
                observer.observe({ type: 'longtask' });
                const step = () => {
                  const from = scrollY;
                  scrollBy(0, innerHeight);
                  scrollY > from ? requestAnimationFrame(step) : setTimeout(() => { observer.disconnect(); done(tasks); }, 100);
                };
                step();
                """);
        double screens = ((Number) run("return document.documentElement.scrollHeight / innerHeight")).doubleValue();
        return String.format(
                java.util.Locale.ROOT,
                "%.0f screens, %.1f ms of the main thread each; tasks over 50 ms of wall time: %s",
                screens,
                (taskSeconds() - before) * 1000 / screens,
                tasks);
    }

    private double taskSeconds() {
        List<?> metrics = (List<?>)
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return metrics.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> each.get("name").equals("TaskDuration"))
                .mapToDouble(each -> ((Number) each.get("value")).doubleValue())
                .sum();
    }

    /** Lets the scripts of pages run, or not. */
    void scripts(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** What is shown, somewhat smaller, as WebP: so it takes a quarter of what it takes in other formats. */
    byte[] picture(int width, int height) {
        Map<String, Object> part =
                Map.of("x", 0, "y", run("return scrollY"), "width", width, "height", height, "scale", 0.75);
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of("format", "webp", "quality", 16, "captureBeyondViewport", false, "clip", part))
                .get("data");
        return Base64.getDecoder().decode((String) data);
    }

    /** What axe finds against WCAG 2.0 to 2.2, levels A and AA. */
    List<String> violations() {
        return new AxeBuilder()
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze(driver)
                        .getViolations()
                        .stream()
                        .map(Browser::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " "
                                + node.getAny().stream()
                                        .map(each -> each.getMessage())
                                        .toList())
                        .toList();
    }

    /** Leaves the page, which would go on asking whether the collection has changed, and looks at what it left. */
    void leaveQuietly(List<String> hosts) {
        leave();
        assertQuiet(hosts);
    }

    private void leave() {
        driver.get("about:blank");
    }

    /** Fails if a page wrote to the console or asked another host than {@code hosts} since the last call. */
    void assertQuiet(List<String> hosts) {
        assertThat(console()).as("messages in the console").isEmpty();
        assertThat(requests())
                .as("requests")
                .allMatch(url -> url.startsWith("data:")
                        || url.startsWith("chrome://")
                        || hosts.stream().anyMatch(url::startsWith));
    }

    /** The messages in the console since the last call. */
    List<String> console() {
        List<String> messages = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            messages.add(entry.getLevel() + " " + entry.getMessage());
        }
        return messages;
    }

    private List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            if (entry.getMessage().contains("\"Network.requestWillBeSent\"")) {
                Matcher url = REQUEST.matcher(entry.getMessage());
                while (url.find()) {
                    urls.add(url.group(1));
                }
            }
        }
        return urls;
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }
}
