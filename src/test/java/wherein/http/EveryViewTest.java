package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What has to hold in every view, whatever it shows. */
@Tag("long")
class EveryViewTest extends OnPage {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"JUDGED", "JUDGED_DOCUMENT"})
    void A1_A2_axeFindsNothingWideAndNarrowLightAndDarkAndNothingScrollsSideways(View view) {
        view.show(browser, site.address());
        assertFitForAll(view.word());
        browser.run("localStorage.clear()");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /?q=brain+drain&stance=critical&date.from=2022                | .hit
            /?q=Russia&date.from=2022&date.to=2023                        | .named a
            /?q=zyzzyva&stance=critical                                   | .absence button
            /documents/oe-watch-brain-drain?q=brain+drain#c=1410-1782     | .target
            /documents/soldatov-borogan-exodus                            | .mentions-here a
            /mentions?type=country&id=GE&source=ShareAmerica              | .kwic a.result
            /mentions?type=figure&q=emigration&group=document             | .kwic a.result
            /figures?unit=percent                                         | .plot .mark
            /entities?type=person&q=exile                                 | .counts a.result
            /timeline?series=country:Russia&series=q:exile&by=month       | .plot .mark
            /timeline?series=country:Russia&by=year&sort=rate-bars        | .plot .mark
            /together?rows=country&columns=person                         | .matrix td a
            /together?rows=country&columns=country                        | .matrix td a
            /sides?q=brain+drain&side.by=stance&side.of=critical&side.of=pro-kremlin&side.of=analytical | .compared > section
            /tray                                                         | #tray .lead
            """)
    void A1_A2_soItIsInTheirOtherStates(String path, String css) {
        open(path);
        browser.awaitShown(css);
        assertFitForAll(path);
    }

    @ParameterizedTest
    @EnumSource(names = {"JUDGED", "JUDGED_DOCUMENT"})
    void A1_A2_soItIsWhereReadersJudge(View view) throws Exception {
        try (Served judged = Served.judged(folder.resolve("index"), folder, true)) {
            view.show(browser, judged.address());
            assertFitForAll(view.word());
            browser.run("localStorage.clear()");
            browser.leaveQuietly(List.of(judged.address() + "/", "about:"));
        }
    }

    @Test
    void everyViewOfThePageIsOneOfThem() {
        open("/");
        browser.awaitShown(".tabs a");
        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('main > section, main > article')].map((each) => each.id)"))
                .isEqualTo(List.of(
                        "search",
                        "mentions",
                        "figures",
                        "entities",
                        "timeline",
                        "together",
                        "sides",
                        "tray",
                        "report",
                        "document"));
    }

    private static void assertFitForAll(String view) {
        for (int width : List.of(1280, 360)) {
            browser.size(width, width == 360 ? 700 : 900);
            for (String scheme : List.of("light", "dark")) {
                browser.scheme(scheme);
                assertThat(browser.violations())
                        .as(view + " " + width + " " + scheme)
                        .isEmpty();
            }
            assertFits(width);
        }
        // A zoom of 200 % halves the width that a page has.
        for (int width : List.of(640, 320)) {
            browser.size(width, 700);
            assertFits(width);
        }
    }
}
