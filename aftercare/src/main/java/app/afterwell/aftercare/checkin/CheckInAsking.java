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
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the questions whose time has come, and notices who does not answer. Run twice, each does its work once. */
@Component
@Transactional
class CheckInAsking {

    private static final Duration CALL_WITHIN = Duration.ofHours(8);
    private static final Duration PUT_OFF = Duration.ofHours(24);
    private static final int STRONG_PRESSURE = 4;
    private static final Set<Condition> AT_RISK =
            Set.of(Condition.NEW_TO_BODYWORK, Condition.PREGNANCY, Condition.ANTICOAGULANTS);

    private final CheckInRows checkIns;
    private final IssuedPlans plans;
    private final TaskBook tasks;
    private final ApplicationEventPublisher events;
    private final ClientDirectory clients;
    private final CheckInSettings settings;
    private final JdbcClient sql;
    private final Clock clock;

    CheckInAsking(
            CheckInRows checkIns,
            IssuedPlans plans,
            TaskBook tasks,
            ApplicationEventPublisher events,
            ClientDirectory clients,
            CheckInSettings settings,
            JdbcClient sql,
            Clock clock) {
        this.checkIns = checkIns;
        this.plans = plans;
        this.tasks = tasks;
        this.events = events;
        this.clients = clients;
        this.settings = settings;
        this.sql = sql;
        this.clock = clock;
    }

    private record Due(CheckInId id, PlanId plan, ClientId client, LocalDate endsOn, boolean onHold) {}

    /**
     * Asks the questions that are due, the longest due first; each is asked by one instance. While a plan is on hold
     * because of an answer, a person looks after the client: its question waits a day, or is not asked if the plan is
     * over by then.
     *
     * @return how many were dealt with; as many as {@code most} if there may be more
     */
    int askDue(int most) {
        var now = clock.instant();
        var due = sql.sql("""
                select c.id, c.plan_id, c.client_id, p.ends_on, exists (
                    select from plan_pause h where h.plan_id = c.plan_id and h.cause = 'CHECK_IN' and h.resumed_at is null)
                    as on_hold
                from check_in c join aftercare_plan p on p.id = c.plan_id
                where c.status = 'PLANNED' and c.due_at <= :now order by c.due_at limit :most
                for update of c skip locked
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> new Due(
                        new CheckInId(row.getObject("id", UUID.class)),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        new ClientId(row.getObject("client_id", UUID.class)),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBoolean("on_hold")))
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        var asked = due.stream().filter(question -> !question.onHold()).toList();
        if (!asked.isEmpty()) {
            sql.sql("update check_in set status = 'ASKED', asked_at = :now, version = version + 1 where id = any(:ids)")
                    .param("now", Timestamp.from(now))
                    .param("ids", asked.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                    .update();
            asked.forEach(each -> events.publishEvent(new CheckInAsked(each.id(), each.plan(), each.client())));
            events.publishEvent(new CheckInsAsked(asked.stream().map(Due::id).toList()));
        }
        putOff(due.stream().filter(Due::onHold).toList(), now);
        return due.size();
    }

    private void putOff(List<Due> onHold, Instant now) {
        if (onHold.isEmpty()) {
            return;
        }
        var times = settings.inForce();
        var cards = clients.cards(onHold.stream().map(Due::client).collect(Collectors.toSet()));
        for (var question : onHold) {
            @Nullable ClientCard card = cards.get(question.client());
            ZoneId zone = card == null ? ZoneOffset.UTC : card.zone();
            var later = CheckInTimes.outOfTheNight(now.plus(PUT_OFF), zone, times.from(), times.until());
            boolean over = later.atZone(zone).toLocalDate().isAfter(question.endsOn());
            sql.sql("update check_in set due_at = :later, status = :status, version = version + 1 where id = :id")
                    .param("later", Timestamp.from(later))
                    .param("status", over ? "CANCELLED" : "PLANNED")
                    .param("id", question.id().value())
                    .update();
            events.publishEvent(new PlanChanged(question.plan(), question.client()));
        }
    }

    /**
     * Marks what was never answered as unknown. Where the visit was strong, the client at risk or an earlier answer not
     * as expected, the desk is to ring; otherwise it is only counted.
     *
     * @return when to look again, because a question was put off and its time is not over
     */
    Optional<Instant> noticeSilence(PlanId id) {
        var all = checkIns.ofPlanToChange(id.value());
        var givenUp = all.stream()
                .filter(CheckIn::isOpen)
                .map(CheckIn::dueAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(last -> last.plus(CheckInSchedule.SILENCE))
                .filter(time -> time.isAfter(clock.instant()));
        if (givenUp.isPresent()) {
            return givenUp;
        }
        var silent = all.stream()
                .filter(question -> question.status() == CheckInStatus.ASKED)
                .toList();
        if (silent.isEmpty()) {
            return Optional.empty();
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
        return Optional.empty();
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
