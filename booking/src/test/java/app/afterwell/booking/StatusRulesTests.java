package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.VisitStatus;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRulesTests {

    /** One row for each status it comes from; a dash where it cannot go. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            FROM       | BOOKED   | CONFIRMED | ARRIVED      | IN_SESSION   | COMPLETED    | NO_SHOW        | CANCELLED
            BOOKED     | -        | any_time  | from_its_day | from_its_day | -            | from_its_start | any_time
            CONFIRMED  | any_time | -         | from_its_day | from_its_day | -            | from_its_start | any_time
            ARRIVED    | any_time | any_time  | -            | from_its_day | from_its_day | -              | any_time
            IN_SESSION | -        | -         | any_time     | -            | from_its_day | -              | -
            COMPLETED  | -        | -         | any_time     | any_time     | -            | -              | -
            NO_SHOW    | any_time | any_time  | from_its_day | -            | -            | -              | -
            CANCELLED  | any_time | any_time  | -            | -            | -            | -              | -
            """)
    void followsTheTable(
            VisitStatus from,
            String booked,
            String confirmed,
            String arrived,
            String inSession,
            String completed,
            String noShow,
            String cancelled) {
        var row = new String[] {booked, confirmed, arrived, inSession, completed, noShow, cancelled};
        for (var to : VisitStatus.values()) {
            var step = StatusRules.step(from, to);
            assertThat(step == null ? "-" : step.name().toLowerCase(Locale.ROOT))
                    .as(from + " to " + to)
                    .isEqualTo(row[to.ordinal()]);
        }
    }

    @Test
    void hasARowForEachStatus() {
        assertThat(StatusRules.TABLE).containsOnlyKeys(VisitStatus.values());
    }
}
