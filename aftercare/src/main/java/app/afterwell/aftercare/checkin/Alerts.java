package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.engine.CheckInAnswer;
import app.afterwell.aftercare.engine.TriageResult;
import app.afterwell.aftercare.followup.RaiseTask;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.aftercare.plan.PlanBasis;
import app.afterwell.domain.CheckInId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What staff owe a client after an answer that is not as expected. */
final class Alerts {

    private static final Duration URGENT_WITHIN = Duration.ofHours(2);
    private static final Duration WATCH_WITHIN = Duration.ofHours(24);

    private Alerts() {}

    static RaiseTask of(
            PlanBasis plan,
            CheckInId checkIn,
            AnswerCheckIn answer,
            CheckInAnswer told,
            TriageResult result,
            Instant at) {
        var urgency = switch (result.outcome()) {
            case EMERGENCY -> Urgency.EMERGENCY;
            case URGENT -> Urgency.URGENT;
            case WATCH, AS_EXPECTED -> Urgency.TODAY;
        };
        var due = switch (urgency) {
            case EMERGENCY -> at;
            case URGENT -> at.plus(URGENT_WITHIN);
            case TODAY, SOON -> at.plus(WATCH_WITHIN);
        };
        return new RaiseTask(
                urgency == Urgency.TODAY ? TaskKind.WATCH : TaskKind.URGENT_ALERT,
                urgency,
                "plan:" + plan.id() + "/" + result.cause(),
                result.causes(),
                plan.client(),
                plan.practitioner(),
                plan.appointment(),
                plan.id(),
                checkIn,
                new TaskView.Detail(
                        result.outcome(),
                        result.causes(),
                        answer.symptoms().stream().sorted().toList(),
                        answer.pain().value(),
                        plan.band().baseline(),
                        answer.areas(),
                        List.of(),
                        told.hours(),
                        answer.note(),
                        Stream.concat(Stream.of(result.headline()), result.guidance().stream())
                                .toList()),
                due);
    }
}
