package app.afterwell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks the pages and leaves pictures in {@code target/screenshots}, wide and narrow, light and dark, to be looked at
 * beside the design: {@code mvn verify -pl web-ui -am -Dit.test=ScreenshotsIT -Dscreenshots}.
 */
@LiveClinic
@EnabledIfSystemProperty(named = "screenshots", matches = ".*")
class ScreenshotsIT {

    private record Stop(String email, String name, String path) {}

    private static final List<Stop> STOPS = List.of(
            new Stop("", "login", "login"),
            new Stop("desk@demo.test", "desk", "desk"),
            new Stop("desk@demo.test", "desk-rooms", "desk?view=rooms"),
            new Stop("desk@demo.test", "desk-week", "desk?view=week"),
            new Stop("desk@demo.test", "clients", "clients"),
            new Stop("desk@demo.test", "tasks-desk", "tasks"),
            new Stop("therapist@demo.test", "day", "day"),
            new Stop("therapist@demo.test", "tasks-therapist", "tasks"),
            new Stop("client@demo.test", "portal", "portal"),
            new Stop("client@demo.test", "portal-plan", "portal/plan"),
            new Stop("client@demo.test", "portal-check-in", "portal/check-in"),
            new Stop("client@demo.test", "portal-appointments", "portal/appointments"),
            new Stop("client@demo.test", "portal-account", "portal/account"),
            new Stop("owner@demo.test", "owner-home", ""));

    @LocalServerPort
    private int port;

    @Test
    void walksThePages() {
        var folder = Path.of("target", "screenshots");
        try (var chromium = new Chromium()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1440, 360)) {
                    var suffix = "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
                    walk(chromium, scheme, width, folder, suffix);
                }
            }
        }
        assertThat(folder).isNotEmptyDirectory();
    }

    private void walk(Chromium chromium, ColorScheme scheme, int width, Path folder, String suffix) {
        String signedIn = "";
        Person person = null;
        for (var stop : STOPS) {
            if (person == null || !stop.email().equals(signedIn)) {
                if (person != null) {
                    person.leave();
                }
                person = new Person(
                        chromium.browser(), "http://127.0.0.1:" + port, width, width > 600 ? 900 : 780, scheme);
                signedIn = stop.email();
                if (!signedIn.isEmpty()) {
                    person.signIn(signedIn);
                }
            }
            person.go(stop.path());
            picture(person, folder.resolve(stop.name() + suffix));
            if (stop.name().equals("day")) {
                session(person, folder.resolve("session" + suffix));
            }
        }
        if (person != null) {
            person.leave();
        }
    }

    /** The note of the client who is here. */
    private static void session(Person therapist, Path to) {
        var open = therapist.page().getByText("Open the note", new Page.GetByTextOptions().setExact(true));
        if (open.count() > 0) {
            open.first().click();
            therapist.page().getByRole(AriaRole.MAIN).first().waitFor();
            therapist.settle();
            picture(therapist, to);
        }
    }

    private static void picture(Person person, Path to) {
        person.page().screenshot(new Page.ScreenshotOptions().setPath(to).setFullPage(true));
    }
}
