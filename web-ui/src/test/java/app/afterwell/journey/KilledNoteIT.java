package app.afterwell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard.TypeOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed in the middle of typing, and started again. */
class KilledNoteIT {

    private static final double PATIENCE_MILLIS = 60_000;
    private static final double KEY_MILLIS = 60;
    private static final String FIRST = "Tight hamstrings on the left since the walk on Sunday. ";
    private static final String SECOND =
            "Worse when sitting for long, better in the morning; no numbness, no tingling, sleeps well. ";
    private static final String THIRD = "And this was typed while nobody was there to hear it.";

    @Test
    void atMostTheLastTwoSecondsAreMissingOnTheServerAndTheBrowserHasThem(@TempDir Path data) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (var application = new ApplicationProcess(data, "--afterwell.demo=true");
                var chromium = new Chromium();
                var api = new ApiClinic(application.address())) {
            var visit = api.arrived("Ruth Callaghan", Instant.now().truncatedTo(ChronoUnit.MINUTES));
            var therapist = new Person(chromium.browser(), application.address(), 1180, 820, ColorScheme.LIGHT)
                    .signIn("therapist@demo.test");
            var note = new NotePage(therapist, visit).open();
            var field = note.text(NotePage.SUBJECTIVE);
            field.click();
            field.pressSequentially(FIRST);
            note.saved();

            var typedAt = new ArrayList<Long>();
            for (int at = 0; at < SECOND.length(); at++) {
                therapist.page().keyboard().type(SECOND.substring(at, at + 1), new TypeOptions().setDelay(KEY_MILLIS));
                typedAt.add(System.nanoTime());
            }
            long killed = System.nanoTime();
            application.kill();
            therapist.page().keyboard().type(THIRD);
            note.keptHere();
            assertThat(field).hasValue(FIRST + SECOND + THIRD);
            assertThat(note.local()).contains(THIRD);

            application.start();
            // Nobody has signed in again, so this is what the server had when it died.
            var stored = api.text(visit, "subjective");
            long due = typedAt.stream()
                    .filter(at -> killed - at > TimeUnit.SECONDS.toNanos(2))
                    .count();
            assertThat(FIRST + SECOND).startsWith(stored);
            assertThat(stored.length()).isGreaterThanOrEqualTo(FIRST.length() + (int) due);

            assertThat(note.signInOver()).isVisible();
            assertThat(field).hasValue(FIRST + SECOND + THIRD);
            note.signInAgain();
            note.saved();
            assertThat(note.text(NotePage.SUBJECTIVE)).hasValue(FIRST + SECOND + THIRD);
            assertThat(api.text(visit, "subjective")).isEqualTo(FIRST + SECOND + THIRD);
            assertThat(api.note(visit).get("copies")).isEmpty();
            therapist.leave();
        }
    }
}
