package wherein.http;

import java.util.List;
import org.openqa.selenium.Keys;

/** The views of the page, each as a reader comes to see it: for pictures of them all, and for what has to hold in each. */
enum View {
    FIRST("The first visit shows what the collection holds; each number is a link.", "/", ".examples a"),

    RESULTS(
            "Results: the passages of a document stand together, with what is named in each.",
            "/?q=brain+drain",
            ".named a"),

    QUESTION("A question says above its passages what they hold.", "/?q=How+many+people+left+Russia%3F", "#held a"),

    MARKED(
            "More than one query, each in a colour and under a line of its own.",
            "/?q=brain+drain&mark.q=Kremlin",
            "#marking li + li a"),

    DOCUMENT(
            "A document: its outline, hits, parts and mentions stay beside the text.",
            "/documents/oe-watch-brain-drain?q=brain+drain#c=393-404",
            "mark.current"),

    SELECTION(
            "What can be done with the words that are selected.",
            "/documents/shareamerica-talent?q=army",
            ".text mark") {
        @Override
        void act(Browser browser) {
            browser.press("s");
            browser.awaitShown(".chosen");
        }
    },

    MENTIONS(
            "Every mention of a country, the first opened to its passage.",
            "/mentions?type=country&id=GE",
            ".kwic a.result") {
        @Override
        void act(Browser browser) {
            browser.click(".kwic .opener button");
            browser.awaitShown(".opened mark.current");
        }
    },

    FIGURES("Figures of one unit by date of publication.", "/figures?unit=people", ".plot .mark"),

    FIGURES_WHEN("The same by the dates that their sentences name.", "/figures?unit=people&x=when", ".plot .mark"),

    COUNTRIES("Countries by stance, two of them side by side.", "/entities?type=country&id=RU&id=GE", ".sides a"),

    PEOPLE("People by stance.", "/entities?type=person", "#entities a.result"),

    TIMELINE(
            "Over time: several countries, people, units or queries in one plot.",
            "/timeline?series=country:Russia&series=country:Georgia&by=year",
            ".plot .mark"),

    TOGETHER(
            "Together: each number counts mentions, and opens them.",
            "/together?rows=country&columns=stance",
            ".matrix td a"),

    COMPARE(
            "Compare: a column for each of some stances or sources.",
            "/sides?q=russia&side.by=stance",
            ".compared .hit"),

    TRAY("The tray: what was collected, in the reader's order, with notes.", "/tray", "#tray .collected blockquote") {
        @Override
        void show(Browser browser, String server) {
            browser.open(server + RESULTS.path);
            browser.awaitShown(".hit");
            for (int i = 1; i <= 2; i++) {
                browser.all(".hit .collect").get(i - 1).click();
                browser.awaitText("#to-tray", "Tray (" + i + ")");
            }
            super.show(browser, server);
        }
    },

    ABSENCE(
            "Nothing found: what was tried, and what was searched.",
            "/?q=zyzzyva+Gruzja&date.from=2022&stance=neutral",
            ".absence button"),

    REPORT("The report of the last run.", "/report", "#report h1"),

    HELP("Help at the box: every example finds something here.", "/", ".examples a") {
        @Override
        void act(Browser browser) {
            browser.click("#help-open");
            browser.awaitShown("#help tbody td");
        }
    },

    SHORTCUTS("The keys.", "/", ".examples a") {
        @Override
        void act(Browser browser) {
            browser.run("document.activeElement.blur()");
            browser.press("?");
            browser.awaitShown("#keys");
        }
    },

    JUDGED("Rows are judged by one key each.", "/mentions?type=country&id=GE", "#reviewer") {
        @Override
        void act(Browser browser) {
            browser.write("#reviewer", "Anna" + Keys.TAB);
            browser.run("document.querySelector('.kwic a.result').focus()");
            browser.press("y", "x");
            browser.await(
                    "verdicts",
                    () -> browser.all("td.verdict").size() == 2
                            && browser.all("[aria-busy]").isEmpty());
        }
    },

    JUDGED_DOCUMENT("And in the document.", "/documents/soldatov-borogan-exodus?type=country&id=GE", ".text mark") {
        @Override
        void act(Browser browser) {
            browser.press("n");
            browser.awaitShown(".stepper .judge");
        }
    };

    private final String told;
    private final String path;
    private final String awaited;

    View(String told, String path, String awaited) {
        this.told = told;
        this.path = path;
        this.awaited = awaited;
    }

    /** What it shows, in a sentence. */
    String told() {
        return told;
    }

    /** Its name in that of a file. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Opens it on a server, and waits for what it shows. */
    void show(Browser browser, String server) {
        browser.open(server + path);
        browser.awaitShown(awaited);
        act(browser);
    }

    /** What a reader does before it is as it is meant. */
    void act(Browser browser) {
        // Most show what they have by themselves.
    }

    /** Those of a server that takes no verdicts, and those of one that does. */
    static List<View> all(boolean judged) {
        return List.of(values()).stream()
                .filter(view -> view.name().startsWith("JUDGED") == judged)
                .toList();
    }
}
