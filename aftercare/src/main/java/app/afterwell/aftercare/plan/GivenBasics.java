package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.domain.AppointmentId;
import java.time.LocalDate;
import java.util.List;

/**
 * What a client does until their plan is there.
 *
 * @param startsOn the day of the visit
 * @param endsOn the last day on which it is shown
 */
public record GivenBasics(AppointmentId appointment, LocalDate startsOn, LocalDate endsOn, List<PlanItem> items) {

    public GivenBasics {
        items = List.copyOf(items);
    }
}
