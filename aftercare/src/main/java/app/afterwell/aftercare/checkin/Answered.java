package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.plan.Curve;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.TaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer came to, in the client's words.
 *
 * @param guidance what to do now, in order
 * @param task the task that staff got or that was raised; null if none was needed
 * @param next when the client is asked again; null if not
 * @param paused whether the plan's self-care is on hold now
 */
public record Answered(
        CheckInId id,
        PlanId plan,
        Outcome outcome,
        String headline,
        List<String> guidance,
        @Nullable TaskId task,
        Instant at,
        int pain,
        double expected,
        @Nullable Instant next,
        boolean paused,
        String practitionerName,
        String locationPhone,
        String country,
        Curve curve) {

    public Answered {
        guidance = List.copyOf(guidance);
    }
}
