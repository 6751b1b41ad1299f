package app.afterwell.aftercare.followup;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as far as whoever asks may know it.
 *
 * <p>What it is called and what to say on the phone follows from kind and urgency; the roof has the words.
 *
 * @param practitionerName who treats the client
 * @param zone of the visit's location; null if there is no visit
 * @param snoozedUntil until when it sleeps; null if it is awake
 * @param assignedRole to which role it was handed over, as long as nobody has taken it on
 * @param climbedAt when it climbed because it was overdue for too long
 * @param comment what was said when it was closed, if whoever asks may read it
 * @param times how often the same cause was reported
 * @param detail why, for the therapist only; null for everybody else
 */
public record TaskView(
        TaskId id,
        TaskKind kind,
        Urgency urgency,
        TaskStatus status,
        @Nullable ClientId client,
        @Nullable String clientName,
        @Nullable String clientPhone,
        @Nullable PractitionerId practitioner,
        @Nullable String practitionerName,
        @Nullable ZoneId zone,
        @Nullable AppointmentId appointment,
        @Nullable PlanId plan,
        @Nullable CheckInId checkIn,
        Instant raisedAt,
        Instant dueAt,
        int times,
        @Nullable UserId claimedById,
        @Nullable String claimedBy,
        @Nullable Instant claimedAt,
        @Nullable Role assignedRole,
        @Nullable Instant snoozedUntil,
        @Nullable Instant climbedAt,
        @Nullable String outcome,
        @Nullable String comment,
        @Nullable String doneBy,
        @Nullable Instant doneAt,
        @Nullable Detail detail) {

    /**
     * Why there is a task; what does not apply is null or empty.
     *
     * @param causes codes of the triage rows that fit, gravest first, or of the rules that now withhold an item
     * @param items codes of the plan's items that were put on hold
     * @param hours after the visit's end
     */
    public record Detail(
            @Nullable Outcome outcome,
            List<String> causes,
            List<Symptom> symptoms,
            @Nullable Integer pain,
            @Nullable Integer painAfterVisit,
            List<BodyArea> areas,
            List<String> items,
            @Nullable Double hours,
            @Nullable String clientsWords,
            List<String> guidanceGiven) {

        public Detail {
            causes = List.copyOf(causes);
            symptoms = List.copyOf(symptoms);
            areas = List.copyOf(areas);
            items = List.copyOf(items);
            guidanceGiven = List.copyOf(guidanceGiven);
        }
    }
}
