package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Asks how it would be if an appointment returned.
 *
 * @param first by the location's clock; the others are at the same time of day, also when the clocks change between them
 * @param length null for the service's own
 * @param room null for the first free one
 * @param everyWeeks 1 for every week
 * @param until last day, included; null if {@code count} says how many
 * @param count how many in all; null if {@code until} says for how long
 */
public record PlanSeries(
        ServiceId service,
        PractitionerId practitioner,
        LocationId location,
        LocalDateTime first,
        @Nullable Duration length,
        @Nullable RoomId room,
        @Min(1) @Max(52) int everyWeeks,
        @Nullable LocalDate until,
        @Min(1) @Max(104) @Nullable Integer count) {}
