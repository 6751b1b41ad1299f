package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.followup.RaiseTask;
import app.afterwell.aftercare.followup.TaskBook;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.aftercare.plan.IssuedPlans;
import app.afterwell.aftercare.plan.PlanBasis;
import app.afterwell.aftercare.plan.PlanChanged;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the questions whose time has come, and notices who does not answer. Run twice, each does its work once. */
@Component
@Transactional
class CheckInAsking {

    private static final Duration CALL_WITHIN = Duration.ofHours(8);
    private static final int STRONG_PRESSURE = 4;
    private static final Set<Condition> AT_RISK =
            Set.of(Condition.NEW_TO_BODYWORK, Condition.PREGNANCY, Condition.ANTICOAGULANTS);

    private final CheckInRows checkIns;
    private final IssuedPlans plans;
    private final TaskBook tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckInAsking(
            CheckInRows checkIns, IssuedPlans plans, TaskBook tasks, ApplicationEventPublisher events, Clock clock) {
        this.checkIns = checkIns;
        this.plans = plans;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    void ask(CheckInId id) {
        checkIns.findById(id.value())
                .filter(question -> question.ask(clock.instant()))
                .ifPresent(question -> {
                    checkIns.save(question);
                    events.publishEvent(new CheckInAsked(id, question.plan(), question.client()));
                    events.publishEvent(new PlanChanged(question.plan(), question.client()));
                });
    }

    /**
     * Marks what was never answered as unknown. Where the visit was strong, the client at risk or an earlier answer not
     * as expected, the desk is to ring; otherwise it is only counted.
     */
    void noticeSilence(PlanId id) {
        var all = checkIns.ofPlan(id.value());
        var silent = all.stream()
                .filter(question -> question.status() == CheckInStatus.ASKED)
                .toList();
        if (silent.isEmpty()) {
            return;
        }
        silent.forEach(CheckIn::unknown);
        checkIns.saveAll(silent);
        var plan = plans.basis(id);
        events.publishEvent(new PlanChanged(id, plan.client()));
        boolean lastAnswered = all.stream()
                .filter(question -> question.afterHours() != null)
                .reduce((earlier, later) -> later)
                .filter(CheckIn::isAnswered)
                .isPresent();
        boolean worried = all.stream()
                .filter(CheckIn::isAnswered)
                .anyMatch(question -> question.told().result().outcome() != Outcome.AS_EXPECTED);
        if (!lastAnswered && (worried || atRisk(plan))) {
            tasks.raise(new RaiseTask(
                    TaskKind.SILENT_CLIENT,
                    Urgency.TODAY,
                    "silence:" + id,
                    List.of("no-answer"),
                    plan.client(),
                    plan.practitioner(),
                    plan.appointment(),
                    id,
                    null,
                    new TaskView.Detail(
                            null,
                            List.of("no-answer"),
                            List.of(),
                            null,
                            plan.band().baseline(),
                            List.of(),
                            List.of(),
                            null,
                            null,
                            List.of()),
                    clock.instant().plus(CALL_WITHIN)));
        }
    }

    private static boolean atRisk(PlanBasis plan) {
        boolean strong = plan.session().areas().stream()
                .map(area -> area.pressure())
                .filter(Objects::nonNull)
                .anyMatch(pressure -> pressure.level() >= STRONG_PRESSURE);
        var safety = plan.safety();
        return strong || (safety != null && AT_RISK.stream().anyMatch(safety::has));
    }
}
