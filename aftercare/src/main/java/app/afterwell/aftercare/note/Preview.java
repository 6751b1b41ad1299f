package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.domain.BodyArea;
import java.util.List;
import java.util.Map;

/**
 * What would follow from a draft if it were signed now.
 *
 * @param digest names this very plan; a signature must repeat it
 * @param care what to be careful about in this session
 * @param titles the titles of all items that the plan names, by item code, for withheld and review rows too
 * @param decisions those of the draft's decisions that still have something to say about this plan
 * @param decided what the client would get by these decisions; what is still to be decided is left out
 * @param pressureReasonsMissing areas whose pressure needs a reason before the note can be signed
 */
public record Preview(
        PlanResult plan,
        String digest,
        List<CareWarning> care,
        ExpectedBand band,
        Map<String, String> titles,
        List<Decision> decisions,
        PlanResult decided,
        List<BodyArea> pressureReasonsMissing) {

    public Preview {
        care = List.copyOf(care);
        titles = Map.copyOf(titles);
        decisions = List.copyOf(decisions);
        pressureReasonsMissing = List.copyOf(pressureReasonsMissing);
    }
}
