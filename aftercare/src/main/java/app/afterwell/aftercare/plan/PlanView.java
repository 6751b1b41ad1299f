package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.Because;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.PlanResult.ProtocolRef;
import app.afterwell.aftercare.engine.Strength;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An aftercare plan as its client, or a therapist who treats them, sees it.
 *
 * @param protocol the version that the plan has pinned
 * @param startsOn day 0, in the location's calendar
 * @param endsOn the last day on which anything is to be done or asked
 * @param today which day of the plan it is now, 0 being the day of the visit; greater than the last when it is over
 * @param country of the location, ISO 3166-1 alpha-2; it decides the emergency number
 * @param pause null if nothing of the plan is on hold
 * @param offered as finally decided: what was offered, kept and added
 * @param withheld what safety stopped or the therapist left out
 * @param review items that the therapist confirmed; always empty in what is decided, kept for the form of the API
 * @param checkIns the questions, by time
 * @param staff what only a therapist sees; null for the client
 */
public record PlanView(
        PlanId id,
        ClientId client,
        NoteId note,
        AppointmentId appointment,
        PractitionerId practitioner,
        String practitionerName,
        String locationName,
        String locationPhone,
        String country,
        ZoneId zone,
        Instant visitStart,
        Instant visitEnd,
        Instant issuedAt,
        LocalDate startsOn,
        LocalDate endsOn,
        int today,
        PlanState state,
        ProtocolRef protocol,
        @Nullable Pause pause,
        List<Item> offered,
        List<Item> later,
        List<LeftOut> withheld,
        List<LeftOut> review,
        List<Question> checkIns,
        Curve curve,
        @Nullable StaffPart staff) {

    public PlanView {
        offered = List.copyOf(offered);
        later = List.copyOf(later);
        withheld = List.copyOf(withheld);
        review = List.copyOf(review);
        checkIns = List.copyOf(checkIns);
    }

    /**
     * One thing to do.
     *
     * @param days days of the plan on which it is due
     * @param paused whether it is on hold
     * @param ticked days on which the client did it
     * @param kept what the client says, by day; a day that is not there is unknown
     * @param added whether the therapist brought it in against a relative rule
     */
    public record Item(
            String item,
            String title,
            List<String> steps,
            String dose,
            List<Integer> days,
            List<BodyArea> areas,
            boolean modified,
            boolean added,
            boolean paused,
            SortedSet<Integer> ticked,
            List<Because> because,
            SortedMap<Integer, Kept> kept) {

        public Item {
            steps = List.copyOf(steps);
            days = List.copyOf(days);
            areas = List.copyOf(areas);
            because = List.copyOf(because);
        }
    }

    /**
     * Something that is not in the plan.
     *
     * @param strength null if the therapist left it out
     */
    public record LeftOut(
            String item,
            String title,
            List<BodyArea> areas,
            @Nullable Strength strength,
            List<Because> because) {

        public LeftOut {
            areas = List.copyOf(areas);
            because = List.copyOf(because);
        }
    }

    /**
     * Why and since when something is on hold.
     *
     * @param cause whether an answer to a check-in or a change of the health form stopped it
     * @param items codes of what is on hold
     */
    public record Pause(Instant since, PauseCause cause, List<String> items) {

        public Pause {
            items = List.copyOf(items);
        }
    }

    /** What put items on hold. */
    public enum PauseCause {
        CHECK_IN,
        SAFETY_PROFILE
    }

    /**
     * One question about how the client is.
     *
     * @param afterHours 24, 48 or 72 as planned; null if the client told us unasked
     * @param pain null as long as it is not answered
     */
    public record Question(
            CheckInId id,
            @Nullable Integer afterHours,
            Instant dueAt,
            String status,
            @Nullable Integer pain) {}

    /**
     * What the engine said and what the therapist decided, side by side.
     *
     * @param engine the engine's result, unchanged
     */
    public record StaffPart(PlanResult engine, List<Decision> decisions, String digest) {

        public StaffPart {
            decisions = List.copyOf(decisions);
        }
    }
}
