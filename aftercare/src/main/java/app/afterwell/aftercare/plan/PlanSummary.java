package app.afterwell.aftercare.plan;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan in short, with how it went.
 *
 * @param startsOn the day of the visit in the location's calendar
 * @param gravest the gravest outcome of its check-ins; null if none was answered
 * @param unanswered how many questions were asked and not answered
 * @param remarks what the client wrote with their answers, by time
 */
public record PlanSummary(
        PlanId id,
        NoteId note,
        AppointmentId appointment,
        ClientId client,
        Instant issuedAt,
        LocalDate startsOn,
        LocalDate endsOn,
        PlanState state,
        int minutes,
        @Nullable Integer maxPressure,
        List<Adherence> adherence,
        Curve curve,
        @Nullable Outcome gravest,
        int unanswered,
        List<Remark> remarks) {

    public PlanSummary {
        adherence = List.copyOf(adherence);
        remarks = List.copyOf(remarks);
    }

    /**
     * What the client wrote with an answer, in their own words.
     *
     * @param hours after the visit's end, as at the point of the curve
     */
    public record Remark(double hours, String text) {}
}
