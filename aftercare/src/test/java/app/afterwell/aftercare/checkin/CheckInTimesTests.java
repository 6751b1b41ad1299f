package app.afterwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInTimesTests {

    private static final List<Duration> OFFSETS =
            List.of(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72));

    /** Worked out by hand; a dash means that the question is left out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # by day, nothing moves
                    2026-11-24T12:30:00Z | Europe/London    | 2026-11-24T13:00:00Z | 2026-11-25T12:30:00Z, 2026-11-26T12:30:00Z, 2026-11-27T12:30:00Z
                    # 21:15 in London: the next morning
                    2026-11-24T21:15:00Z | Europe/London    | 2026-11-24T22:00:00Z | 2026-11-26T08:00:00Z, 2026-11-27T08:00:00Z, 2026-11-28T08:00:00Z
                    # 20:00 is still allowed, 07:59 is not
                    2026-11-24T20:00:00Z | Europe/London    | 2026-11-24T20:10:00Z | 2026-11-25T20:00:00Z, 2026-11-26T20:00:00Z, 2026-11-27T20:00:00Z
                    2026-11-24T07:59:00Z | Europe/London    | 2026-11-24T08:10:00Z | 2026-11-25T08:00:00Z, 2026-11-26T08:00:00Z, 2026-11-27T08:00:00Z
                    # a visit in London whose client lives in New York: 17:00 there is 12:00, 10:00 there is 05:00
                    2026-11-24T17:00:00Z | America/New_York | 2026-11-24T17:10:00Z | 2026-11-25T17:00:00Z, 2026-11-26T17:00:00Z, 2026-11-27T17:00:00Z
                    2026-11-24T10:00:00Z | America/New_York | 2026-11-24T10:10:00Z | 2026-11-25T13:00:00Z, 2026-11-26T13:00:00Z, 2026-11-27T13:00:00Z
                    # clocks go forward on 28 March 2027 at 01:00Z: 24 hours later is 19:30 and then 20:30 by the clock
                    2027-03-26T19:30:00Z | Europe/London    | 2027-03-26T20:00:00Z | 2027-03-27T19:30:00Z, 2027-03-29T07:00:00Z, 2027-03-30T07:00:00Z
                    # clocks go back on 25 October 2026 at 01:00Z: 08:30 becomes 07:30, which waits half an hour
                    2026-10-24T07:30:00Z | Europe/London    | 2026-10-24T08:00:00Z | 2026-10-25T08:00:00Z, 2026-10-26T08:00:00Z, 2026-10-27T08:00:00Z
                    # signed at 23:50 on the eve of the change
                    2027-03-27T22:50:00Z | Europe/London    | 2027-03-27T23:50:00Z | 2027-03-29T07:00:00Z, 2027-03-30T07:00:00Z, 2027-03-31T07:00:00Z
                    # over a leap day
                    2028-02-28T10:00:00Z | Europe/London    | 2028-02-28T11:00:00Z | 2028-02-29T10:00:00Z, 2028-03-01T10:00:00Z, 2028-03-02T10:00:00Z
                    # signed 30 hours late: the first is past
                    2026-11-24T12:30:00Z | Europe/London    | 2026-11-25T18:30:00Z | -, 2026-11-26T12:30:00Z, 2026-11-27T12:30:00Z
                    # signed at the very moment of the first
                    2026-11-24T12:30:00Z | Europe/London    | 2026-11-25T12:30:00Z | -, 2026-11-26T12:30:00Z, 2026-11-27T12:30:00Z
                    # 26 hours late, but the first was moved to the morning that is still to come
                    2026-11-24T21:15:00Z | Europe/London    | 2026-11-25T23:15:00Z | 2026-11-26T08:00:00Z, 2026-11-27T08:00:00Z, 2026-11-28T08:00:00Z
                    # a week late: nothing is asked
                    2026-11-24T12:30:00Z | Europe/London    | 2026-12-01T12:30:00Z | -, -, -
                    """)
    void asks_by_day_in_the_clients_zone_and_leaves_out_what_is_past(
            Instant visitEnd, ZoneId zone, Instant now, String expected) {
        var all = Arrays.stream(expected.split(", ")).toList();
        var hours = List.of(24, 48, 72);
        var want = hours.stream()
                .filter(hour -> !all.get(hours.indexOf(hour)).equals("-"))
                .map(hour -> new CheckInTimes.Time(hour, Instant.parse(all.get(hours.indexOf(hour)))))
                .toList();

        assertThat(CheckInTimes.after(visitEnd, OFFSETS, zone, now)).isEqualTo(want);
    }

    @Test
    void a_morning_that_begins_in_a_gap_of_the_clock_is_asked_after_it() {
        // No zone skips eight in the morning, so the rule is tried where the day itself begins late.
        var zone = ZoneId.of("America/Sao_Paulo");
        var due = CheckInTimes.outOfTheNight(Instant.parse("2018-11-04T02:30:00Z"), zone);

        assertThat(due).isEqualTo(Instant.parse("2018-11-04T10:00:00Z"));
    }
}
