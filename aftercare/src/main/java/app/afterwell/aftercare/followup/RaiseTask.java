package app.afterwell.aftercare.followup;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff come to owe.
 *
 * @param causeKey one cause has at most one open task; the key names it, such as {@code plan:018f…/NEW_NUMBNESS}
 * @param causes codes of all that is behind it
 */
public record RaiseTask(
        TaskKind kind,
        Urgency urgency,
        String causeKey,
        List<String> causes,
        ClientId client,
        @Nullable PractitionerId practitioner,
        @Nullable AppointmentId appointment,
        @Nullable PlanId plan,
        @Nullable CheckInId checkIn,
        TaskView.Detail detail,
        Instant dueAt) {

    public RaiseTask {
        causes = List.copyOf(causes);
    }
}
