package app.afterwell.aftercare.followup;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Symptom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tasks as tests raise them. */
final class OpenTasks {

    private OpenTasks() {}

    static RaiseTask task(
            TaskKind kind,
            Urgency urgency,
            String cause,
            ClientId client,
            PractitionerId practitioner,
            AppointmentId appointment,
            Instant due) {
        return new RaiseTask(
                kind,
                urgency,
                cause,
                List.of(cause),
                client,
                practitioner,
                appointment,
                null,
                null,
                new TaskView.Detail(
                        Outcome.URGENT,
                        List.of(cause),
                        List.of(Symptom.NEW_NUMBNESS),
                        4,
                        3,
                        List.of(),
                        List.of(),
                        20.0,
                        "My left foot is numb.",
                        List.of()),
                due);
    }

    static String newCause() {
        return "test:" + UUID.randomUUID();
    }
}
