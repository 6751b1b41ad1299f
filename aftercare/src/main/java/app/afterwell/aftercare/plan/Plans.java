package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.CatalogueItem;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.engine.PlanResult.WithheldItem;
import app.afterwell.aftercare.plan.PlanView.Item;
import app.afterwell.aftercare.plan.PlanView.LeftOut;
import app.afterwell.aftercare.plan.PlanView.Pause;
import app.afterwell.aftercare.plan.PlanView.PauseCause;
import app.afterwell.aftercare.plan.PlanView.Question;
import app.afterwell.aftercare.plan.PlanView.StaffPart;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.Role;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.Visits;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The aftercare plans, for their clients and for the therapists who treat them. */
@Service
@Transactional
@PreAuthorize("hasAnyRole('CLIENT','THERAPIST')")
public class Plans {

    private static final int MOST = 1_000;

    private final IssuedPlans plans;
    private final Summaries summaries;
    private final CareAccess access;
    private final Protocols protocols;
    private final SafetyProfiles profiles;
    private final Visits visits;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Plans(
            IssuedPlans plans,
            Summaries summaries,
            CareAccess access,
            Protocols protocols,
            SafetyProfiles profiles,
            Visits visits,
            AuditTrail audit,
            JdbcClient sql,
            Clock clock) {
        this.plans = plans;
        this.summaries = summaries;
        this.access = access;
        this.protocols = protocols;
        this.profiles = profiles;
        this.visits = visits;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** One plan; for its client without what only staff may see. */
    public PlanView plan(PlanId plan) {
        var basis = plans.basis(plan);
        var who = access.requireReader(basis.client(), "plan " + plan);
        return shown(basis, who);
    }

    /** The plan that a visit's note issued, if it was signed. */
    public Optional<PlanView> ofAppointment(AppointmentId appointment) {
        return Optional.ofNullable(plans.ofAppointment(appointment)).map(this::plan);
    }

    /** A client's plans, newest first. */
    @Transactional(readOnly = true)
    public List<PlanSummary> ofClient(ClientId client) {
        access.requireReader(client, "client " + client);
        return summaries.ofClient(client, Instant.ofEpochSecond(253_402_300_799L), MOST);
    }

    /** The client's newest plan that is open or on hold; empty if there is none. */
    public Optional<PlanView> current(ClientId client) {
        var who = access.requireReader(client, "client " + client);
        var now = clock.instant();
        // A day early, because the day is another one in the location's zone.
        return plans
                .openOn(
                        client,
                        now.atOffset(java.time.ZoneOffset.UTC).toLocalDate().minusDays(1))
                .stream()
                .filter(plan -> !now.atZone(plan.zone()).toLocalDate().isAfter(plan.endsOn()))
                .findFirst()
                .map(plan -> shown(plan, who));
    }

    /**
     * Notes that the client did an item on a day of the plan; the same tick twice is one tick.
     *
     * @throws UnacceptableException {@code not-due} if the item is not due on that day or the day is still to come
     */
    @PreAuthorize("hasRole('CLIENT')")
    public void tick(PlanId plan, String item, int day) {
        tick(plan, item, day, Kept.DONE);
    }

    /**
     * Notes how far the client did an item on a day of the plan; the last answer for a day counts.
     *
     * @throws UnacceptableException {@code not-due} if the item is not due on that day or the day is still to come
     */
    @PreAuthorize("hasRole('CLIENT')")
    public void tick(PlanId plan, String item, int day, Kept kept) {
        var basis = plans.basis(plan);
        access.requireSelf(basis.client(), "plan " + plan);
        requireDue(basis, item, day);
        plans.tick(basis, item, day, kept, clock.instant());
    }

    /** Takes a tick back. */
    @PreAuthorize("hasRole('CLIENT')")
    public void untick(PlanId plan, String item, int day) {
        var basis = plans.basis(plan);
        access.requireSelf(basis.client(), "plan " + plan);
        plans.untick(basis, item, day);
    }

    /** The therapist has looked: what was on hold goes on. What safety withholds now stays on hold. */
    @PreAuthorize("hasRole('THERAPIST')")
    public PlanView resume(PlanId plan) {
        var basis = plans.basis(plan);
        var who = access.requireTherapistOf(basis.client());
        var now = protocols
                .version(basis.protocolVersion())
                .plan(basis.session(), profiles.of(basis.client()).orElse(null), basis.history());
        plans.resume(basis, Safety.newlyUnsafe(basis, now), who.userId(), clock.instant());
        audit.record("plan.resume", "plan:" + plan, basis.client(), null);
        return view(basis, who);
    }

    private static void requireDue(PlanBasis plan, String item, int day) {
        var found = items(plan).filter(entry -> entry.item().equals(item)).toList();
        if (found.isEmpty()) {
            throw new NotFoundException("item " + item + " of plan " + plan.id());
        }
        if (found.stream().noneMatch(entry -> entry.days().contains(day))) {
            throw UnacceptableException.field("day", "not-due", "This is not due on that day of the plan.");
        }
    }

    private static Stream<PlanItem> items(PlanBasis plan) {
        return Stream.concat(plan.decided().offered().stream(), plan.decided().later().stream());
    }

    private PlanView shown(PlanBasis plan, Actor who) {
        if (!who.actsFor(plan.client())) {
            audit.record("plan.read", "plan:" + plan.id(), plan.client(), null);
        }
        return view(plan, who);
    }

    /** The plan as this actor may see it; access has been checked. */
    private PlanView view(PlanBasis plan, Actor who) {
        var visit = visits.visit(plan.appointment())
                .orElseThrow(() -> new NotFoundException("visit " + plan.appointment()));
        var now = clock.instant();
        var extra = sql.sql("select issued_at, superseded_by, decisions, digest from aftercare_plan where id = :id")
                .param("id", plan.id().value())
                .query((row, number) -> new Extra(
                        row.getTimestamp("issued_at").toInstant(),
                        row.getObject("superseded_by", UUID.class) != null,
                        CareJson.readList(row.getString("decisions"), Decision.class),
                        row.getString("digest")))
                .single();
        var pause = pause(plan.id());
        var ticks = ticks(plan.id());
        var titles = protocols.version(plan.protocolVersion()).items().stream()
                .collect(Collectors.toMap(CatalogueItem::code, Function.identity()));
        var questions = questions(plan.id());
        boolean staff = who.has(Role.THERAPIST) && !who.actsFor(plan.client());
        Set<String> added = extra.decisions().stream()
                .filter(decision -> decision.kind() == Decision.Kind.ADD)
                .map(Decision::item)
                .collect(Collectors.toSet());
        Function<PlanItem, Item> toItem = item -> item(item, added, pause, ticks);
        return new PlanView(
                plan.id(),
                plan.client(),
                plan.note(),
                plan.appointment(),
                plan.practitioner(),
                visit.practitionerName(),
                visit.locationName(),
                visit.locationPhone(),
                visit.country(),
                plan.zone(),
                visit.slot().start(),
                plan.visitEnd(),
                extra.issuedAt(),
                plan.startsOn(),
                plan.endsOn(),
                plan.dayAt(now),
                Summaries.state(
                        extra.superseded(),
                        pause != null,
                        now.atZone(plan.zone()).toLocalDate().isAfter(plan.endsOn())),
                plan.said().protocol(),
                pause,
                plan.decided().offered().stream().map(toItem).toList(),
                plan.decided().later().stream().map(toItem).toList(),
                plan.decided().withheld().stream()
                        .map(row -> leftOut(row, titles))
                        .toList(),
                plan.decided().review().stream()
                        .map(row -> leftOut(row, titles))
                        .toList(),
                questions,
                curve(plan),
                staff ? new StaffPart(plan.said(), extra.decisions(), extra.digest()) : null);
    }

    private record Extra(Instant issuedAt, boolean superseded, List<Decision> decisions, String digest) {}

    private static Item item(
            PlanItem item, Set<String> added, @Nullable Pause pause, Map<String, SortedMap<Integer, Kept>> ticks) {
        var kept = ticks.getOrDefault(item.item(), new TreeMap<>());
        return new Item(
                item.item(),
                item.title(),
                item.steps(),
                item.dose(),
                item.days(),
                item.areas(),
                item.modified(),
                added.contains(item.item()),
                pause != null && pause.items().contains(item.item()),
                kept.entrySet().stream()
                        .filter(day -> day.getValue() == Kept.DONE)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)),
                item.because(),
                kept);
    }

    private static LeftOut leftOut(WithheldItem row, Map<String, CatalogueItem> titles) {
        return new LeftOut(row.item(), title(row.item(), titles), row.areas(), row.strength(), row.because());
    }

    private static LeftOut leftOut(ReviewItem row, Map<String, CatalogueItem> titles) {
        return new LeftOut(row.item(), title(row.item(), titles), row.areas(), null, row.because());
    }

    private static String title(String item, Map<String, CatalogueItem> titles) {
        var found = titles.get(item);
        return found == null ? item : found.title();
    }

    private @Nullable Pause pause(PlanId plan) {
        var rows = sql.sql("""
                select item, cause, paused_at from plan_pause
                where plan_id = :plan and resumed_at is null order by paused_at, item
                """)
                .param("plan", plan.value())
                .query((row, number) -> Map.entry(
                        row.getString("item"),
                        new Pause(
                                row.getTimestamp("paused_at").toInstant(),
                                PauseCause.valueOf(row.getString("cause")),
                                List.of())))
                .list();
        if (rows.isEmpty()) {
            return null;
        }
        // An answer to a check-in stops everything, so it is what the client must read about.
        var leading = rows.stream()
                .map(Map.Entry::getValue)
                .filter(pause -> pause.cause() == PauseCause.CHECK_IN)
                .findFirst()
                .orElse(rows.getFirst().getValue());
        return new Pause(
                leading.since(),
                leading.cause(),
                rows.stream().map(Map.Entry::getKey).distinct().toList());
    }

    private Map<String, SortedMap<Integer, Kept>> ticks(PlanId plan) {
        var ticks = new HashMap<String, SortedMap<Integer, Kept>>();
        sql.sql("select item, day, state from plan_tick where plan_id = :plan")
                .param("plan", plan.value())
                .query((row, number) -> ticks.computeIfAbsent(row.getString("item"), item -> new TreeMap<>())
                        .put(row.getInt("day"), Kept.valueOf(row.getString("state"))))
                .list();
        return ticks;
    }

    private List<Question> questions(PlanId plan) {
        return sql.sql("""
                select id, after_hours, coalesce(due_at, answered_at) as at, status, pain from check_in
                where plan_id = :plan and status <> 'CANCELLED' order by at, id
                """)
                .param("plan", plan.value())
                .query((row, number) -> new Question(
                        new CheckInId(row.getObject("id", UUID.class)),
                        row.getObject("after_hours", Integer.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("status"),
                        row.getObject("pain", Integer.class)))
                .list();
    }

    private Curve curve(PlanBasis plan) {
        return new Curve(
                plan.band(),
                sql.sql("""
                        select hours, pain, outcome from check_in
                        where plan_id = :plan and status = 'ANSWERED' order by hours, id
                        """)
                        .param("plan", plan.id().value())
                        .query((row, number) -> new Curve.Point(
                                row.getDouble("hours"),
                                row.getInt("pain"),
                                plan.band().upperEdge(row.getDouble("hours")),
                                Outcome.valueOf(row.getString("outcome"))))
                        .list());
    }
}
