package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would come for if a time were free. Days and times are by the location's clock.
 *
 * @param location null for any
 * @param practitioners empty for anybody
 * @param days empty for any day of the week
 * @param from earliest start
 * @param to latest end; midnight ({@code 00:00}) is the end of the day
 * @param last last date, included
 * @param notes the desk's; staff only
 */
public record WaitlistWish(
        ClientId client,
        ServiceId service,
        @Nullable LocationId location,
        Set<PractitionerId> practitioners,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime to,
        LocalDate first,
        LocalDate last,
        @Size(max = 500) @Nullable String notes) {

    public WaitlistWish {
        practitioners = Set.copyOf(practitioners);
        days = Set.copyOf(days);
    }

    /** Whether a visit then would do. */
    boolean fits(LocalDate day, LocalTime start, LocalTime end) {
        boolean ends = to.equals(LocalTime.MIDNIGHT) || !end.isAfter(to) && !end.equals(LocalTime.MIDNIGHT);
        return !day.isBefore(first)
                && !day.isAfter(last)
                && (days.isEmpty() || days.contains(day.getDayOfWeek()))
                && !start.isBefore(from)
                && ends;
    }
}
