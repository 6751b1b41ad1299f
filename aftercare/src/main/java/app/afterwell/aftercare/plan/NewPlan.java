package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.DecidedPlan;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan about to be issued. */
public record NewPlan(
        PlanId id,
        NoteId note,
        AppointmentId appointment,
        ClientId client,
        PractitionerId practitioner,
        TimeSlot slot,
        ZoneId zone,
        SessionFindings session,
        @Nullable SafetyProfile safety,
        History history,
        DecidedPlan plan,
        List<Decision> decisions,
        ExpectedBand band,
        String digest,
        Instant issuedAt) {

    private static final int LAST_QUESTION_DAY = 3;

    public NewPlan {
        decisions = List.copyOf(decisions);
        // As exact as the database keeps it, so that what is read back is what was signed.
        issuedAt = issuedAt.truncatedTo(ChronoUnit.MICROS);
        slot = new TimeSlot(
                slot.start().truncatedTo(ChronoUnit.MICROS), slot.end().truncatedTo(ChronoUnit.MICROS));
    }

    LocalDate startsOn() {
        return session.date();
    }

    /** The last day on which anything is to be done or asked. */
    LocalDate endsOn() {
        int last = Stream.concat(plan.decided().offered().stream(), plan.decided().later().stream())
                .map(PlanItem::days)
                .flatMap(Collection::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return startsOn().plusDays(Math.max(last, LAST_QUESTION_DAY));
    }

    /** What the plan stands on, as it will be read back. */
    public PlanBasis basis() {
        return new PlanBasis(
                id,
                note,
                appointment,
                client,
                practitioner,
                plan.said().protocol().version(),
                startsOn(),
                endsOn(),
                slot.end(),
                zone,
                session,
                safety,
                history,
                plan.said(),
                plan.decided(),
                band);
    }

    /** The strongest pressure of the session, 1 to 5; null if none was noted. */
    public @Nullable Integer maxPressure() {
        OptionalInt strongest = session.areas().stream()
                .flatMap(area -> Stream.ofNullable(area.pressure()))
                .mapToInt(pressure -> pressure.level())
                .max();
        return strongest.isPresent() ? (Integer) strongest.getAsInt() : null;
    }
}
