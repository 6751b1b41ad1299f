package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A date on which a practitioner's hours at a location differ from their week's.
 *
 * @param hours instead of the week's; empty for the week's again (for a day off there is {@link TimeOff})
 */
public record OwnHours(PractitionerId practitioner, LocationId location, LocalDate day, List<Span> hours) {

    public OwnHours {
        hours = List.copyOf(hours);
    }

    /** @param to the end, no longer within; midnight ({@code 00:00}) is the end of the day */
    public record Span(LocalTime from, LocalTime to) {

        boolean overlaps(Span other) {
            return (to.equals(LocalTime.MIDNIGHT) || other.from.isBefore(to))
                    && (other.to.equals(LocalTime.MIDNIGHT) || from.isBefore(other.to));
        }
    }
}
