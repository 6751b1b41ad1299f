package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import jakarta.validation.Valid;

/**
 * Asks for a draft's session and text to be saved; what is decided and drawn stays as it is stored.
 *
 * @param version of the note on which the draft stands; 0 if nothing was saved before
 */
public record SaveDraft(
        AppointmentId appointment, int version, @Valid NoteDraft draft) {}
