package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.checkin.CheckInView.ItemToTick;
import app.afterwell.aftercare.engine.CheckInAnswer;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.followup.TaskBook;
import app.afterwell.aftercare.plan.CareAccess;
import app.afterwell.aftercare.plan.Curve;
import app.afterwell.aftercare.plan.IssuedPlans;
import app.afterwell.aftercare.plan.PlanBasis;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import jakarta.validation.Valid;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Asks clients how they are and takes their answers. */
@Service
@Validated
@Transactional
public class CheckIns {

    /** The same answer again within this time is the same answer: a double tap, a request sent twice. */
    private static final Duration REPEAT = Duration.ofMinutes(2);

    /** An answer so shortly before its question is the answer to it. */
    private static final Duration EARLY = Duration.ofHours(3);

    private final CheckInRows checkIns;
    private final IssuedPlans plans;
    private final TaskBook tasks;
    private final Protocols protocols;
    private final Visits visits;
    private final ClientDirectory clients;
    private final CareAccess access;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    CheckIns(
            CheckInRows checkIns,
            IssuedPlans plans,
            TaskBook tasks,
            Protocols protocols,
            Visits visits,
            ClientDirectory clients,
            CareAccess access,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient sql,
            Clock clock) {
        this.checkIns = checkIns;
        this.plans = plans;
        this.tasks = tasks;
        this.protocols = protocols;
        this.visits = visits;
        this.clients = clients;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** What the client would answer now: the question that is open, or an unasked one of their newest plan. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('CLIENT') and principal.actsFor(#client)")
    public Optional<CheckInView> open(ClientId client) {
        return sql.sql("""
                select id from aftercare_plan where client_id = :client and superseded_by is null
                order by visit_start desc, id limit 1
                """)
                .param("client", client.value())
                .query(UUID.class)
                .optional()
                .map(id -> {
                    var plan = plans.basis(new PlanId(id));
                    var all = checkIns.ofPlan(id);
                    return view(plan, all, toAnswer(all));
                });
    }

    /** One question, for its client or a therapist who treats them. */
    @PreAuthorize("hasAnyRole('CLIENT','THERAPIST')")
    public CheckInView checkIn(CheckInId checkIn) {
        var question = checkIns.findById(checkIn.value()).orElseThrow(() -> missing(checkIn));
        var who = access.requireReader(question.client(), "check-in " + checkIn);
        if (!who.actsFor(question.client())) {
            audit.record("check-in.read", "check-in:" + checkIn, question.client(), null);
        }
        var plan = plans.basis(question.plan());
        return view(plan, checkIns.ofPlan(question.plan().value()), question);
    }

    /**
     * The question that a link opens; looking spends nothing.
     *
     * @throws NotFoundException for a link that is spent, outdated or unknown
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public CheckInView byToken(String token) {
        var question = linked(token)
                .flatMap(link -> checkIns.findById(link.checkIn()))
                .filter(CheckIn::isOpen)
                .orElseThrow(() -> new NotFoundException("check-in link"));
        return view(
                plans.basis(question.plan()), checkIns.ofPlan(question.plan().value()), question);
    }

    /**
     * Takes the client's answer: to the question that is open, or unasked. If another plan stands in this one's place
     * by now, it is an answer about that one.
     */
    @PreAuthorize("hasRole('CLIENT')")
    public Answered answer(PlanId id, @Valid AnswerCheckIn answer) {
        access.requireSelf(plans.basis(id).client(), "plan " + id);
        var plan = plans.basis(plans.lockInForce(id));
        var all = checkIns.ofPlanToChange(plan.id().value());
        var repeated = repeated(all, answer);
        if (repeated.isPresent()) {
            return answered(plan, all, repeated.get());
        }
        @Nullable CheckIn open = toAnswer(all);
        return take(plan, all, open == null ? CheckIn.unasked(plan.id(), plan.client()) : open, answer);
    }

    /**
     * Takes the answer that a link stands for, and spends the link.
     *
     * @throws NotFoundException for a link that is spent, outdated or unknown
     */
    @PreAuthorize("permitAll()")
    public Answered answerByToken(String token, @Valid AnswerCheckIn answer) {
        // Not as an entity: it must be read afresh once the lock is held.
        var link = linked(token).orElseThrow(() -> new NotFoundException("check-in link"));
        var plan = plans.basis(plans.lockInForce(link.plan()));
        var all = checkIns.ofPlanToChange(plan.id().value());
        var question = checkIns.findById(link.checkIn()).orElseThrow(() -> new NotFoundException("check-in link"));
        if (question.isAnswered() && question.told().repeats(answer, clock.instant(), REPEAT)) {
            return answered(plan, all, question);
        }
        if (!question.isOpen()) {
            throw new NotFoundException("check-in link");
        }
        return take(plan, all, question, answer);
    }

    private record Link(UUID checkIn, PlanId plan) {}

    /** What a link that is still good stands for. */
    private Optional<Link> linked(String token) {
        return sql.sql("""
                select c.id, c.plan_id from check_in_link l join check_in c on c.id = l.check_in_id
                where l.token_hash = :hash and l.good_until > :now
                """)
                .param("hash", CheckInLinks.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Link(row.getObject("id", UUID.class), new PlanId(row.getObject("plan_id", UUID.class))))
                .optional();
    }

    /** What an answer came to, to be read again. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('CLIENT','THERAPIST')")
    public Answered answered(CheckInId checkIn) {
        var question =
                checkIns.findById(checkIn.value()).filter(CheckIn::isAnswered).orElseThrow(() -> missing(checkIn));
        access.requireReader(question.client(), "check-in " + checkIn);
        return answered(
                plans.basis(question.plan()), checkIns.ofPlan(question.plan().value()), question);
    }

    private static NotFoundException missing(CheckInId checkIn) {
        return new NotFoundException("check-in " + checkIn);
    }

    /** The question that an answer given now answers; null if it is told unasked. */
    private @Nullable CheckIn toAnswer(List<CheckIn> all) {
        var soon = clock.instant().plus(EARLY);
        return all.stream()
                .filter(question -> question.status() == CheckInStatus.ASKED
                        || (question.status() == CheckInStatus.PLANNED && dueBy(question, soon)))
                .max(Comparator.comparing(question -> Objects.requireNonNullElse(question.dueAt(), Instant.MIN)))
                .orElse(null);
    }

    private static boolean dueBy(CheckIn question, Instant time) {
        var due = question.dueAt();
        return due != null && !due.isAfter(time);
    }

    private Optional<CheckIn> repeated(List<CheckIn> all, AnswerCheckIn answer) {
        var now = clock.instant();
        return all.stream()
                .filter(CheckIn::isAnswered)
                .filter(question -> question.told().repeats(answer, now, REPEAT))
                .findFirst();
    }

    private Answered take(PlanBasis plan, List<CheckIn> all, CheckIn question, AnswerCheckIn answer) {
        var now = clock.instant();
        double hours = plan.hoursAt(now);
        var told = new CheckInAnswer(hours, answer.pain(), answer.areas(), answer.symptoms());
        var result = protocols
                .version(plan.protocolVersion())
                .triage(told, earlier(all), plan.session(), plan.safety(), plan.history());
        @Nullable
        TaskId task = result.outcome() == Outcome.AS_EXPECTED
                ? null
                : tasks.raiseAlert(
                        plan.id(), Alerts.of(plan, new CheckInId(question.id()), answer, told, result, now), now);
        if (result.outcome().compareTo(Outcome.URGENT) >= 0) {
            plans.pauseSelfCare(plan, now);
        }
        plans.tick(plan, answer.done(), plan.dayAt(now), now);
        question.answer(answer, hours, result, task, now);
        checkIns.save(question);
        checkIns.flush();
        events.publishEvent(new CheckInAnswered(new CheckInId(question.id()), plan.id(), plan.client()));
        return answered(plan, checkIns.ofPlan(plan.id().value()), question);
    }

    private static List<CheckInAnswer> earlier(List<CheckIn> all) {
        return all.stream()
                .filter(CheckIn::isAnswered)
                .map(question -> question.told().answer())
                .sorted(Comparator.comparingDouble(CheckInAnswer::hours))
                .toList();
    }

    private Answered answered(PlanBasis plan, List<CheckIn> all, CheckIn question) {
        var told = question.told();
        var visit = visit(plan);
        var next = all.stream()
                .filter(other -> other.status() == CheckInStatus.PLANNED)
                .map(CheckIn::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Answered(
                new CheckInId(question.id()),
                plan.id(),
                told.result().outcome(),
                told.result().headline(),
                told.result().guidance(),
                told.task(),
                told.at(),
                told.answer().pain().value(),
                plan.band().upperEdge(told.answer().hours()),
                next,
                plans.paused(plan.id()),
                visit.practitionerName(),
                visit.locationPhone(),
                visit.country(),
                curve(plan, all));
    }

    private static Curve curve(PlanBasis plan, List<CheckIn> all) {
        return new Curve(
                plan.band(),
                all.stream()
                        .filter(CheckIn::isAnswered)
                        .map(CheckIn::told)
                        .sorted(Comparator.comparingDouble(told -> told.answer().hours()))
                        .map(told -> new Curve.Point(
                                told.answer().hours(),
                                told.answer().pain().value(),
                                plan.band().upperEdge(told.answer().hours()),
                                told.result().outcome()))
                        .toList());
    }

    private CheckInView view(PlanBasis plan, List<CheckIn> all, @Nullable CheckIn question) {
        var now = clock.instant();
        var visit = visit(plan);
        @Nullable ClientCard card = clients.cards(Set.of(plan.client())).get(plan.client());
        @Nullable PainScore after = plan.session().painAfter();
        return new CheckInView(
                question == null ? null : new CheckInId(question.id()),
                plan.id(),
                plan.client(),
                card == null ? "" : card.name(),
                question == null ? null : question.afterHours(),
                question == null ? CheckInStatus.PLANNED : question.status(),
                question == null ? null : question.dueAt(),
                question != null && question.isAnswered(),
                plan.startsOn(),
                plan.zone(),
                visit.practitionerName(),
                visit.locationName(),
                visit.locationPhone(),
                visit.country(),
                after == null ? null : after.value(),
                plan.session().areas().stream().map(WorkedArea::area).toList(),
                items(plan, plan.dayAt(now)),
                signs(plan, now),
                askPregnancy(plan),
                curve(plan, all));
    }

    private Visit visit(PlanBasis plan) {
        return visits.visit(plan.appointment()).orElseThrow(() -> new NotFoundException("visit " + plan.appointment()));
    }

    private List<ItemToTick> items(PlanBasis plan, int today) {
        var ticked = sql
                .sql("select item from plan_tick where plan_id = :plan and day = :day and state = 'DONE'")
                .param("plan", plan.id().value())
                .param("day", today)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
        return plan.decided().offered().stream()
                .filter(item -> item.days().contains(today))
                .collect(Collectors.toMap(PlanItem::item, PlanItem::title, (one, other) -> one, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(item -> new ItemToTick(item.getKey(), item.getValue(), ticked.contains(item.getKey())))
                .toList();
    }

    private Map<Symptom, Outcome> signs(PlanBasis plan, Instant now) {
        var protocol = protocols.version(plan.protocolVersion());
        var pain = new PainScore(plan.band().baseline());
        var signs = new EnumMap<Symptom, Outcome>(Symptom.class);
        for (var symptom : Symptom.values()) {
            var alone = new CheckInAnswer(plan.hoursAt(now), pain, List.of(), Set.of(symptom));
            signs.put(
                    symptom,
                    protocol.triage(alone, List.of(), plan.session(), plan.safety(), plan.history())
                            .outcome());
        }
        return signs;
    }

    /** The pregnancy signs are asked unless a form that was once confirmed rules pregnancy out. */
    private static boolean askPregnancy(PlanBasis plan) {
        var safety = plan.safety();
        return safety == null || safety.confirmedOn() == null || safety.has(Condition.PREGNANCY);
    }
}
