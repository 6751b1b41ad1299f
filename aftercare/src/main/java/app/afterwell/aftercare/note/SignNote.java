package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.domain.AppointmentId;
import java.util.List;

/**
 * Asks for a note to be signed.
 *
 * @param version of the draft that was shown
 * @param digest of the plan that was shown
 * @param decisions what the therapist decided about the engine's plan
 */
public record SignNote(AppointmentId appointment, int version, String digest, List<Decision> decisions) {

    public SignNote {
        decisions = List.copyOf(decisions);
    }
}
