package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books every time of a series, or none.
 *
 * @param length null for the service's own
 * @param notes the desk's, for each of them
 * @param joins an appointment that the series goes on from, and that belongs to it then; null for none
 * @param times as they were looked at and, where they were taken, changed
 */
public record BookSeries(
        ClientId client,
        ServiceId service,
        LocationId location,
        @Min(1) @Max(52) int everyWeeks,
        @Nullable Duration length,
        @Size(max = 2000) @Nullable String notes,
        @Nullable AppointmentId joins,
        @Size(min = 1, max = 104) List<Time> times) {

    public BookSeries {
        times = List.copyOf(times);
    }

    /** @param room null for the first free one */
    public record Time(
            PractitionerId practitioner,
            Instant start,
            @Nullable RoomId room) {}
}
