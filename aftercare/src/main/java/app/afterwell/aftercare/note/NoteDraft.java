package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a therapist writes about a visit.
 *
 * @param session the structured part; its date is always the day of the visit, whatever is sent
 * @param decisions what has been decided about the plan so far
 * @param strokes free marks on the body chart
 */
public record NoteDraft(
        SessionFindings session,
        @Valid NoteText text,
        List<Decision> decisions,
        @Size(max = PenStroke.MOST) List<PenStroke> strokes) {

    public NoteDraft {
        decisions = List.copyOf(decisions);
        strokes = List.copyOf(strokes);
    }

    /** A draft in which nothing is decided or drawn yet. */
    public NoteDraft(SessionFindings session, NoteText text) {
        this(session, text, List.of(), List.of());
    }
}
