package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.VisitStatus;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments to list, by start; what is null does not narrow.
 *
 * @param from first start
 * @param to first start that is too late
 * @param statuses empty for all
 * @param page from 0
 * @param size at most 200
 */
public record AppointmentFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable PractitionerId practitioner,
        @Nullable ClientId client,
        @Nullable LocationId location,
        Set<VisitStatus> statuses,
        @Min(0) @Max(100_000) int page,
        @Min(1) @Max(200) int size) {

    public AppointmentFilter {
        statuses = Set.copyOf(statuses);
    }

    /** All that start in [from, to), the first 200 of them. */
    public static AppointmentFilter between(Instant from, Instant to) {
        return new AppointmentFilter(from, to, null, null, null, Set.of(), 0, 200);
    }

    /** All of a client, the first 200 of them. */
    public static AppointmentFilter of(ClientId client) {
        return new AppointmentFilter(null, null, null, client, null, Set.of(), 0, 200);
    }
}
