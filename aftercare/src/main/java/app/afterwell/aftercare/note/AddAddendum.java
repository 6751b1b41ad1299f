package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Asks for something to be added to a signed note. */
public record AddAddendum(
        AppointmentId appointment,
        @NotBlank @Size(max = 500) String reason,
        @NotBlank @Size(max = NoteText.MAX) String text) {}
