package app.afterwell.webui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.followup.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected instants were worked out by hand. */
class SnoozeTimesTests {

    @ParameterizedTest
    @CsvSource({
        // A Saturday evening before the clocks go forward: tomorrow at nine is an hour nearer.
        "TODAY, 2026-03-28T20:00:30Z, Europe/London, tomorrow, 2026-03-29T08:00:00Z",
        // … and before they go back.
        "TODAY, 2026-10-24T20:00:00Z, Europe/London, tomorrow, 2026-10-25T09:00:00Z",
        // A leap day, in a zone where it is already the next morning.
        "SOON, 2028-02-28T20:00:00Z, Pacific/Auckland, tomorrow, 2028-02-29T20:00:00Z",
        "TODAY, 2026-11-25T12:00:00Z, America/New_York, monday, 2026-11-30T14:00:00Z",
        "TODAY, 2026-11-25T12:34:56Z, America/New_York, hour, 2026-11-25T13:34:00Z",
        "URGENT, 2026-11-25T12:34:56Z, Europe/London, quarter, 2026-11-25T12:49:00Z",
        "URGENT, 2026-11-25T12:34:56Z, Europe/London, hours, 2026-11-25T15:34:00Z",
        // On a Sunday, Monday is tomorrow and not offered twice.
        "TODAY, 2026-11-22T12:00:00Z, Europe/London, monday, ",
        "URGENT, 2026-11-25T12:34:56Z, Europe/London, tomorrow, ",
        "EMERGENCY, 2026-11-25T12:34:56Z, Europe/London, quarter, "
    })
    void comesBackByTheClockOfThePlace(Urgency urgency, Instant now, ZoneId zone, String key, Instant expected) {
        var found = SnoozeTimes.of(urgency, now, zone).stream()
                .filter(choice -> choice.key().equals(key))
                .map(SnoozeTimes.Choice::at)
                .findFirst();
        assertThat(found.orElse(null)).isEqualTo(expected);
    }
}
