package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.SafetyProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan stands on: all that is needed to judge an answer to it or to decide it again.
 *
 * @param said by the engine
 * @param decided what the client got
 */
public record PlanBasis(
        PlanId id,
        NoteId note,
        AppointmentId appointment,
        ClientId client,
        PractitionerId practitioner,
        int protocolVersion,
        LocalDate startsOn,
        LocalDate endsOn,
        Instant visitEnd,
        ZoneId zone,
        SessionFindings session,
        @Nullable SafetyProfile safety,
        History history,
        PlanResult said,
        PlanResult decided,
        ExpectedBand band) {

    /** Whether the client got this item. */
    public boolean has(String item) {
        return items().anyMatch(entry -> entry.item().equals(item));
    }

    /** Whether the client got this item, to be done on that day of the plan. */
    public boolean has(String item, int day) {
        return items().anyMatch(
                        entry -> entry.item().equals(item) && entry.days().contains(day));
    }

    /** What the client got, what is folded away included. */
    public Stream<PlanItem> items() {
        return Stream.concat(decided.offered().stream(), decided.later().stream());
    }

    /** Hours since the visit's end, 0 before it. */
    public double hoursAt(Instant time) {
        return Math.max(0, Duration.between(visitEnd, time).toSeconds() / 3600.0);
    }

    /** Which day of the plan it is, 0 being the day of the visit and before. */
    public int dayAt(Instant time) {
        return (int)
                Math.max(0, ChronoUnit.DAYS.between(startsOn, time.atZone(zone).toLocalDate()));
    }
}
