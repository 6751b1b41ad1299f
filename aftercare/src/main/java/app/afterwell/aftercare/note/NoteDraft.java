package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.SessionFindings;
import jakarta.validation.Valid;

/**
 * What a therapist writes about a visit.
 *
 * @param session the structured part; its date is always the day of the visit, whatever is sent
 */
public record NoteDraft(SessionFindings session, @Valid NoteText text) {}
