package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes a practitioner's time for something other than a client. */
public record BlockTime(
        LocationId location,
        PractitionerId practitioner,
        TimeSlot slot,
        @NotBlank @Size(max = 200) String label) {}
