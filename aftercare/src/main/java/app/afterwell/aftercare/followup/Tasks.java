package app.afterwell.aftercare.followup;

import app.afterwell.aftercare.CareJson;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What staff owe their clients. The desk sees whom to ring and what to say, never why. */
@Service
@Validated
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('DESK','THERAPIST')")
public class Tasks {

    private static final int MAX_SIZE = 200;

    /** What the actor may see at all: therapists everything, the desk what is a call. */
    private static final String VISIBLE = "(:therapist or kind in ('URGENT_ALERT', 'SILENT_CLIENT'))";

    private static final String MINE = "(practitioner_id = :practitioner::uuid or claimed_by = :user)";

    private final StaffTasks tasks;
    private final JdbcClient sql;
    private final ClientDirectory clients;
    private final Visits visits;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(
            StaffTasks tasks,
            JdbcClient sql,
            ClientDirectory clients,
            Visits visits,
            CurrentActor actor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.sql = sql;
        this.clients = clients;
        this.visits = visits;
        this.actor = actor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of tasks, most urgent first; of what is done, the latest first.
     *
     * @param page from 0
     * @param size 1 to 200
     */
    public TaskPage list(TaskFilter filter, int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE) {
            throw UnacceptableException.field("size", "out-of-range", "A page has 1 to " + MAX_SIZE + " tasks.");
        }
        var who = actor.require();
        String where = " from staff_task where status = :status and " + VISIBLE
                + (filter.client() == null ? "" : " and client_id = :client")
                + (filter.mine() ? " and " + MINE : "");
        long total = bind(sql.sql("select count(*)" + where), who, filter)
                .query(Long.class)
                .single();
        String order = filter.status() == TaskStatus.OPEN
                ? " order by urgency desc, due_at, id"
                : " order by done_at desc, id";
        var rows = bind(sql.sql("select *" + where + order + " limit :size offset :from"), who, filter)
                .param("size", size)
                .param("from", (long) page * size)
                .query(Tasks::row)
                .list();
        return new TaskPage(views(rows, who, false), page, size, total);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, Actor who, TaskFilter filter) {
        return query.param("status", filter.status().name())
                .param("therapist", who.has(Role.THERAPIST))
                .param(
                        "client",
                        filter.client() == null ? null : filter.client().value())
                .param(
                        "practitioner",
                        who.practitioner().map(PractitionerId::toString).orElse(null))
                .param("user", who.userId().value());
    }

    public TaskView task(TaskId task) {
        return view(task, actor.require());
    }

    /** How many tasks are open; nothing but the numbers. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    public TaskCounts counts() {
        var who = actor.require();
        return sql.sql("""
                select count(*) as open, count(*) filter (where urgency >= 2) as urgent,
                       count(*) filter (where %s) as mine
                from staff_task where status = 'OPEN' and %s
                """.formatted(MINE, VISIBLE))
                .param("therapist", who.has(Role.THERAPIST) || who.has(Role.OWNER))
                .param(
                        "practitioner",
                        who.practitioner().map(PractitionerId::toString).orElse(null))
                .param("user", who.userId().value())
                .query((row, number) -> new TaskCounts(row.getLong("open"), row.getLong("urgent"), row.getLong("mine")))
                .single();
    }

    /**
     * Takes the task on, so that nobody else does; taken on twice by the same person is taken on once.
     *
     * @throws app.afterwell.domain.ConflictException {@code task-claimed} if somebody else has it, {@code task-done}
     */
    @Transactional
    public TaskView claim(TaskId task) {
        var who = actor.require();
        view(task, who);
        var found = tasks.findById(task.value()).orElseThrow(() -> missing(task));
        found.claim(who, clock.instant());
        tasks.save(found);
        events.publishEvent(new TaskChanged(task));
        return flushed(task, who);
    }

    /** Closes the task; done twice is done once, with the first outcome. */
    @Transactional
    public TaskView complete(@Valid CompleteTask command) {
        var who = actor.require();
        var before = view(command.task(), who);
        var found = tasks.findById(command.task().value()).orElseThrow(() -> missing(command.task()));
        if (found.complete(
                command.outcome().strip(),
                command.comment(),
                who.userId().value(),
                who.displayName(),
                clock.instant())) {
            tasks.save(found);
            audit.record("task.complete", "task:" + command.task(), before.client(), null);
            events.publishEvent(new TaskChanged(command.task()));
        }
        return flushed(command.task(), who);
    }

    private TaskView flushed(TaskId task, Actor who) {
        tasks.flush();
        return view(task, who);
    }

    private TaskView view(TaskId task, Actor who) {
        var row = sql.sql("select * from staff_task where id = :id and " + VISIBLE)
                .param("id", task.value())
                .param("therapist", who.has(Role.THERAPIST))
                .query(Tasks::row)
                .optional()
                .orElseThrow(() -> missing(task));
        return views(List.of(row), who, true).getFirst();
    }

    private static NotFoundException missing(TaskId task) {
        return new NotFoundException("task " + task);
    }

    /**
     * @param closely whether to ask the calendar who treats the client; in a list only the plan's own therapist gets
     *     the details
     */
    private List<TaskView> views(List<Row> rows, Actor who, boolean closely) {
        var cards = clients.cards(
                rows.stream().map(Row::client).filter(Objects::nonNull).collect(Collectors.toSet()));
        var appointments = visits.visits(
                rows.stream().map(Row::appointment).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> view(row, cards, appointments, mayKnow(row, who, closely)))
                .toList();
    }

    private boolean mayKnow(Row row, Actor who, boolean closely) {
        if (!who.has(Role.THERAPIST) || who.practitioner().isEmpty()) {
            return false;
        }
        var practitioner = who.practitioner().get();
        if (practitioner.equals(row.practitioner())) {
            return true;
        }
        return closely && row.client() != null && visits.treats(practitioner, row.client());
    }

    private static TaskView view(
            Row row, Map<ClientId, ClientCard> cards, Map<AppointmentId, Visit> visits, boolean mayKnow) {
        @Nullable ClientCard card = row.client() == null ? null : cards.get(row.client());
        @Nullable Visit visit = row.appointment() == null ? null : visits.get(row.appointment());
        String name = card == null ? "a client" : card.name();
        return new TaskView(
                row.id(),
                row.kind(),
                row.urgency(),
                row.status(),
                TaskWords.title(row.kind(), name),
                TaskWords.words(row.kind(), row.urgency(), name, visit == null ? null : visit.practitionerName()),
                row.client(),
                card == null ? null : card.name(),
                card == null ? null : card.phone(),
                row.practitioner(),
                row.appointment(),
                row.plan(),
                mayKnow ? row.checkIn() : null,
                row.raisedAt(),
                row.dueAt(),
                row.times(),
                row.claimedBy(),
                row.claimedAt(),
                row.outcome(),
                row.comment(),
                row.doneBy(),
                row.doneAt(),
                mayKnow ? CareJson.read(row.detail(), TaskView.Detail.class) : null);
    }

    private record Row(
            TaskId id,
            TaskKind kind,
            Urgency urgency,
            TaskStatus status,
            @Nullable ClientId client,
            @Nullable PractitionerId practitioner,
            @Nullable AppointmentId appointment,
            @Nullable PlanId plan,
            @Nullable CheckInId checkIn,
            String detail,
            int times,
            Instant raisedAt,
            Instant dueAt,
            @Nullable String claimedBy,
            @Nullable Instant claimedAt,
            @Nullable String outcome,
            @Nullable String comment,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable UUID client = row.getObject("client_id", UUID.class);
        @Nullable UUID practitioner = row.getObject("practitioner_id", UUID.class);
        @Nullable UUID appointment = row.getObject("appointment_id", UUID.class);
        @Nullable UUID plan = row.getObject("plan_id", UUID.class);
        @Nullable UUID checkIn = row.getObject("check_in_id", UUID.class);
        return new Row(
                new TaskId(row.getObject("id", UUID.class)),
                TaskKind.valueOf(row.getString("kind")),
                Urgency.values()[row.getInt("urgency")],
                TaskStatus.valueOf(row.getString("status")),
                client == null ? null : new ClientId(client),
                practitioner == null ? null : new PractitionerId(practitioner),
                appointment == null ? null : new AppointmentId(appointment),
                plan == null ? null : new PlanId(plan),
                checkIn == null ? null : new CheckInId(checkIn),
                row.getString("detail"),
                row.getInt("times"),
                row.getTimestamp("raised_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getString("claimed_name"),
                instant(row.getTimestamp("claimed_at")),
                row.getString("outcome"),
                row.getString("remark"),
                row.getString("done_name"),
                instant(row.getTimestamp("done_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
