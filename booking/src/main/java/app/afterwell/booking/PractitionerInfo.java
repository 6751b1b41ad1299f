package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who gives treatments.
 *
 * @param version 0 for a new one
 * @param dailyLimit how many visits a day are offered with them at most; null for no limit
 */
public record PractitionerInfo(
        PractitionerId id,
        long version,
        @NotBlank String name,
        List<WorkingSpan> hours,
        List<BreakSpan> breaks,
        @Min(1) @Nullable Integer dailyLimit,
        boolean active) {

    public PractitionerInfo {
        hours = List.copyOf(hours);
        breaks = List.copyOf(breaks);
    }

    /** Whether they ever work there. */
    public boolean worksAt(LocationId location) {
        return hours.stream().anyMatch(span -> span.location().equals(location));
    }
}
