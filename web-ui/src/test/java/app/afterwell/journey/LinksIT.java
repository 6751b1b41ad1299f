package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody in a hurry does not wait for a page before they follow the next link. */
@LiveClinic
class LinksIT {

    /** Follows one link, and another some milliseconds later, whether or not the first page has come. */
    private static final String HURRY = """
            ({first, then, after}) => {
              document.querySelector(first).click();
              setTimeout(() => document.querySelector(then).click(), after);
            }
            """;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void theLinkThatWasFollowedLastIsTheOneThatCounts() {
        var therapist = new Person(chromium.browser(), "http://127.0.0.1:" + port, 1180, 820, ColorScheme.LIGHT)
                .signIn("therapist@demo.test");
        for (int millis = 0; millis <= 60; millis += 3) {
            therapist.go("day");
            therapist
                    .page()
                    .evaluate(HURRY, Map.of("first", "ol.visits li a", "then", "header.who a.btn", "after", millis));
            assertThat(therapist.page()).hasURL(Pattern.compile(".*/sessions/.*"));
            assertThat(therapist.settle().page().locator(".session-page")).isVisible();
        }
        assertThat(therapist.mishaps()).as("script errors").isEmpty();
        therapist.leave();
    }
}
