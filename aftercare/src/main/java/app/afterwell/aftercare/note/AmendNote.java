package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Asks for a new version of a signed note. */
public record AmendNote(
        AppointmentId appointment,
        @NotBlank @Size(max = 500) String reason) {}
