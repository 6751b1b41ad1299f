package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A practitioner away, wherever they would have worked.
 *
 * @param label what the day board calls it
 */
public record TimeOff(
        UUID id,
        PractitionerId practitioner,
        TimeSlot slot,
        @NotBlank @Size(max = 200) String label) {}
