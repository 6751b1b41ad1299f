package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.plan.Curve;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.Symptom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The question as the client sees it.
 *
 * @param id null if nothing is asked now and the client tells us of their own accord
 * @param afterHours 24, 48 or 72; null if unasked
 * @param answered whether this question was answered already
 * @param country of the location, ISO 3166-1 alpha-2; it decides the emergency number
 * @param painAfter the pain with which the client left
 * @param worked the areas that were worked on
 * @param items what could have been done, to be ticked; those ticked already are done
 * @param signs what each symptom would come to for this client if it were told alone, so that the page can show the
 *     emergency help before anything is sent
 * @param askPregnancy whether the pregnancy signs are asked
 */
public record CheckInView(
        @Nullable CheckInId id,
        PlanId plan,
        ClientId client,
        String clientName,
        @Nullable Integer afterHours,
        CheckInStatus status,
        @Nullable Instant dueAt,
        boolean answered,
        LocalDate visitDay,
        ZoneId zone,
        String practitionerName,
        String locationName,
        String locationPhone,
        String country,
        @Nullable Integer painAfter,
        List<BodyArea> worked,
        List<ItemToTick> items,
        Map<Symptom, Outcome> signs,
        boolean askPregnancy,
        Curve curve) {

    public CheckInView {
        worked = List.copyOf(worked);
        items = List.copyOf(items);
        signs = Map.copyOf(signs);
    }

    /** An item of the plan. */
    public record ItemToTick(String item, String title, boolean done) {}
}
