package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.aftercare.engine.PlanResult.Prompt;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to know before a visit. The desk gets the care lines without their details and nothing of the rest.
 *
 * @param confirmedOn the day the health form was last confirmed; null if never
 * @param healthForm whether there is a safety profile on file at all
 * @param earlierPlans how many plans the client has had
 * @param note whether the note of this visit is begun or signed; null if neither
 * @param lastPlan how the aftercare of the last visit went
 * @param prompts for this visit
 */
public record Briefing(
        AppointmentId appointment,
        ClientId client,
        List<CareWarning> care,
        boolean healthForm,
        @Nullable LocalDate confirmedOn,
        int earlierPlans,
        @Nullable NoteStatus note,
        @Nullable PlanSummary lastPlan,
        List<Prompt> prompts) {

    public Briefing {
        care = List.copyOf(care);
        prompts = List.copyOf(prompts);
    }
}
