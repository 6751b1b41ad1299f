package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A location shut though its week says open, by its own clock.
 *
 * @param to the end, no longer within
 * @param label what the day board calls it
 */
public record Closure(
        UUID id,
        LocationId location,
        LocalDateTime from,
        LocalDateTime to,
        @NotBlank @Size(max = 200) String label) {}
