package app.afterwell.aftercare.followup;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.followup.TaskHistory.Audience;
import app.afterwell.aftercare.followup.TaskHistory.Entry;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.UserId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The desk sees what is a call; written out, so that the index of calls serves it. */
    private static final String CALLS = "kind in ('URGENT_ALERT', 'SILENT_CLIENT')";

    /** What is for the desk is what is a call, unless it was given to somebody else. */
    private static final String ROLE =
            "coalesce(assigned_role, case when " + CALLS + " then 'DESK' else 'THERAPIST' end)";

    /** How long an urgent task may be put aside, and how long any other. */
    private static final Duration LONGEST_URGENT_SNOOZE = Duration.ofHours(4);

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(14);

    /** How long whoever closed a task can take it back. */
    private static final Duration REOPEN_WITHIN = Duration.ofMinutes(10);

    /** Outcomes that say nothing of how the client is. */
    private static final Set<String> PLAIN_OUTCOMES = Set.of(
            "reached",
            "reached-doctor",
            "reached-better",
            "reached-therapist",
            "not-reached",
            "looked",
            "changed",
            "not-needed",
            "done");

    private final StaffTasks tasks;
    private final TaskHistory history;
    private final Colleagues colleagues;
    private final JdbcClient sql;
    private final ClientDirectory clients;
    private final Visits visits;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(
            StaffTasks tasks,
            TaskHistory history,
            Colleagues colleagues,
            JdbcClient sql,
            ClientDirectory clients,
            Visits visits,
            CurrentActor actor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.colleagues = colleagues;
        this.sql = sql;
        this.clients = clients;
        this.visits = visits;
        this.actor = actor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of tasks, most urgent first; of what is done, the latest first. However many there are, it takes the same
     * number of queries.
     *
     * @param page from 0
     * @param size 1 to 200
     */
    public TaskPage list(TaskFilter filter, int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE) {
            throw UnacceptableException.field("size", "out-of-range", "A page has 1 to " + MAX_SIZE + " tasks.");
        }
        var who = actor.require();
        boolean open = filter.status() == TaskStatus.OPEN;
        var where = new Where();
        // Written out, so that the partial indexes serve it.
        where.and(open ? "status = 'OPEN'" : "status = 'DONE'");
        if (!who.has(Role.THERAPIST)) {
            where.and(CALLS);
        }
        if (open) {
            where.and(
                    filter.snoozed() ? "snoozed_until > :now" : "(snoozed_until is null or snoozed_until <= :now)",
                    "now",
                    Timestamp.from(clock.instant()));
        }
        if (filter.mine()) {
            mine(where, who);
        }
        where.andIf(
                "client_id = :client",
                "client",
                filter.client() == null ? null : filter.client().value());
        where.andIf(
                "urgency = :urgency",
                "urgency",
                filter.urgency() == null ? null : filter.urgency().ordinal());
        where.andIf("due_at >= :dueFrom", "dueFrom", time(filter.dueFrom()));
        where.andIf("due_at < :dueBefore", "dueBefore", time(filter.dueBefore()));
        where.andIf(
                ROLE + " = :role",
                "role",
                filter.role() == null ? null : filter.role().name());
        where.andIf(
                "claimed_by = :assignee",
                "assignee",
                filter.assignee() == null ? null : filter.assignee().value());
        if (filter.unclaimed()) {
            where.and("claimed_by is null");
        }
        long total = sql.sql("select count(*) from staff_task where " + where.text)
                .params(where.values)
                .query(Long.class)
                .single();
        var rows = sql.sql("select * from staff_task where " + where.text
                        + (open ? " order by urgency desc, due_at, id" : " order by done_at desc, id")
                        + " limit :size offset :from")
                .params(where.values)
                .param("size", size)
                .param("from", (long) page * size)
                .query(Tasks::row)
                .list();
        return new TaskPage(views(rows, who, false), page, size, total);
    }

    /** Conditions with their values, put together as they are needed. */
    private static final class Where {

        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition) {
            text.append(text.isEmpty() ? "" : " and ").append(condition);
        }

        void and(String condition, String name, Object value) {
            and(condition);
            values.put(name, value);
        }

        void andIf(String condition, String name, @Nullable Object value) {
            if (value != null) {
                and(condition, name, value);
            }
        }
    }

    private static void mine(Where where, Actor who) {
        where.and("(" + mineFor(who) + ")", "user", who.userId().value());
        who.practitioner().ifPresent(practitioner -> where.values.put("practitioner", practitioner.value()));
    }

    private static String mineFor(Actor who) {
        return "claimed_by = :user"
                + (who.practitioner().isPresent() ? " or practitioner_id = :practitioner" : "")
                + (who.clinicalLead() ? " or climbed_at is not null" : "");
    }

    /** One task; who may see it, sees its history as well. */
    public TaskView task(TaskId task) {
        return view(task, actor.require());
    }

    /** What happened to the task, oldest first; words that are not for whoever asks are left out. */
    public List<TaskEvent> history(TaskId task) {
        var who = actor.require();
        var row = visible(task, who);
        var raised = new TaskEvent(TaskStep.RAISED, row.raisedAt(), null, null, null, null, null, false);
        return Stream.concat(Stream.of(raised), history.of(task.value(), who, mayKnow(row, who, true)).stream())
                .toList();
    }

    /** To whom this task can be given: therapists, and the desk if it is a call. */
    public List<Colleague> colleaguesFor(TaskId task) {
        boolean call = visible(task, actor.require()).kind().isCall();
        return colleagues.all().stream()
                .filter(person -> call || person.roles().contains(Role.THERAPIST))
                .toList();
    }

    /** Everybody who can have tasks. */
    public List<Colleague> colleagues() {
        return colleagues.all();
    }

    /** How many tasks are open; nothing but the numbers. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    public TaskCounts counts() {
        var who = actor.require();
        boolean all = who.has(Role.THERAPIST) || who.has(Role.OWNER);
        var values = new HashMap<String, Object>();
        values.put("user", who.userId().value());
        who.practitioner().ifPresent(practitioner -> values.put("practitioner", practitioner.value()));
        return sql.sql("""
                select count(*) as open, count(*) filter (where urgency >= 2) as urgent,
                       count(*) filter (where %s) as mine,
                       count(*) filter (where climbed_at is not null) as climbed,
                       count(*) filter (where climbed_at is not null and claimed_by is null) as free,
                       min(due_at) filter (where climbed_at is not null) as since
                from staff_task where status = 'OPEN' and %s
                """.formatted(mineFor(who), all ? "true" : CALLS))
                .params(values)
                .query((row, number) -> new TaskCounts(
                        row.getLong("open"),
                        row.getLong("urgent"),
                        row.getLong("mine"),
                        row.getLong("climbed"),
                        row.getLong("free"),
                        instant(row.getTimestamp("since"))))
                .single();
    }

    /**
     * Takes the task on, so that nobody else does; taken on twice by the same person is taken on once.
     *
     * @throws app.afterwell.domain.ConflictException {@code task-claimed} if somebody else has it, {@code task-done}
     */
    @Transactional
    public TaskView claim(TaskId task) {
        return change(task, (found, who) -> found.claim(who, clock.instant()) ? Entry.of(TaskStep.CLAIMED, who) : null);
    }

    /** Gives the task back, for anybody to take. */
    @Transactional
    public TaskView release(TaskId task) {
        return change(task, (found, who) -> found.release() ? Entry.of(TaskStep.RELEASED, who) : null);
    }

    /**
     * Puts the task aside until a time. An emergency cannot wait; what is urgent waits for four hours at most, anything
     * else for two weeks. A new report that is as grave wakes it.
     *
     * @throws UnacceptableException {@code emergency-waits} or {@code snooze-time}
     */
    @Transactional
    public TaskView snooze(@Valid SnoozeTask command) {
        return change(command.task(), (found, who) -> {
            if (found.urgency() == Urgency.EMERGENCY) {
                throw refusal("until", "emergency-waits", "An emergency cannot wait.");
            }
            var now = clock.instant();
            var longest = found.urgency() == Urgency.URGENT ? LONGEST_URGENT_SNOOZE : LONGEST_SNOOZE;
            if (!command.until().isAfter(now) || command.until().isAfter(now.plus(longest))) {
                throw refusal("until", "snooze-time", "This task can wait for up to " + longest.toHours() + " hours.");
            }
            found.snooze(command.until());
            return Entry.of(TaskStep.SNOOZED, who).until(command.until()).saying(command.word(), audience(who, false));
        });
    }

    /** Takes a snooze back. */
    @Transactional
    public TaskView wake(TaskId task) {
        return change(task, (found, who) -> found.wake() ? Entry.of(TaskStep.WOKEN, who) : null);
    }

    /**
     * Gives the task to a colleague or to a role, with a word that they can read.
     *
     * @throws UnacceptableException {@code one-of-both}, or {@code not-for-desk} if it is not a call
     */
    @Transactional
    public TaskView handOver(@Valid HandOver command) {
        @Nullable UserId person = command.person();
        @Nullable Role role = command.role();
        if ((person == null) == (role == null) || (role != null && role != Role.DESK && role != Role.THERAPIST)) {
            throw refusal("person", "one-of-both", "Give it to one colleague, or to one role.");
        }
        return change(command.task(), (found, who) -> {
            @Nullable Colleague to = person == null ? null : colleague(person);
            boolean toTherapist =
                    to == null ? role == Role.THERAPIST : to.roles().contains(Role.THERAPIST);
            if (!toTherapist && !found.isCall()) {
                throw refusal("person", "not-for-desk", "The desk cannot see this task.");
            }
            if (to != null) {
                found.handOver(to, clock.instant());
            } else if (role != null) {
                found.handOver(role);
            }
            var readers = !toTherapist || !who.has(Role.THERAPIST)
                    ? Audience.STAFF
                    : to == null ? Audience.THERAPISTS : Audience.TREATING;
            return Entry.of(TaskStep.HANDED_OVER, who).to(to, role).saying(command.word(), readers);
        });
    }

    private Colleague colleague(UserId person) {
        return colleagues.all().stream()
                .filter(other -> other.id().equals(person))
                .findFirst()
                .orElseThrow(() -> refusal("person", "unknown", "There is no such colleague, or not any more."));
    }

    /** Says something about the task, open or done. */
    @Transactional
    public TaskView comment(@Valid AddComment command) {
        return change(
                command.task(),
                (found, who) ->
                        Entry.of(TaskStep.COMMENTED, who).saying(command.text(), audience(who, command.forDesk())));
    }

    /** Closes the task; done twice is done once, with the first outcome. */
    @Transactional
    public TaskView complete(@Valid CompleteTask command) {
        return change(command.task(), (found, who) -> {
            boolean clinical = who.has(Role.THERAPIST);
            boolean first = found.complete(
                    command.outcome().strip(),
                    command.comment(),
                    clinical,
                    who.userId().value(),
                    who.displayName(),
                    clock.instant());
            if (!first) {
                return null;
            }
            audit.record("task.complete", "task:" + command.task(), found.client(), null);
            return Entry.of(TaskStep.COMPLETED, who).saying(command.comment(), audience(who, false));
        });
    }

    /**
     * Takes back that one has just closed the task.
     *
     * @throws ConflictException {@code task-closed} if it was somebody else or too long ago, {@code task-again} if the
     *     cause has been reported again meanwhile
     */
    @Transactional
    public TaskView reopen(TaskId task) {
        return change(task, (found, who) -> {
            if (!found.isDone()) {
                return null;
            }
            if (!found.closedBy(who.userId(), clock.instant().minus(REOPEN_WITHIN))) {
                throw new ConflictException("task-closed", "Only who closed it can take that back, for ten minutes.");
            }
            if (tasks.openWithCause(found.causeKey()).isPresent()) {
                throw new ConflictException("task-again", "The same has been reported again; that task is open.");
            }
            found.reopen();
            return Entry.of(TaskStep.REOPENED, who);
        });
    }

    /** What somebody writes is for those who may know why there is the task, unless they are of the desk or say so. */
    private static Audience audience(Actor who, boolean forAll) {
        return forAll || !who.has(Role.THERAPIST) ? Audience.STAFF : Audience.TREATING;
    }

    /** Something that is done to a task; gives what the history says of it, or null if nothing has changed. */
    private interface Change {
        @Nullable
        Entry apply(StaffTask task, Actor who);
    }

    private TaskView change(TaskId task, Change change) {
        var who = actor.require();
        visible(task, who);
        var found = tasks.findById(task.value()).orElseThrow(() -> missing(task));
        @Nullable Entry entry = change.apply(found, who);
        if (entry != null) {
            tasks.save(found);
            tasks.flush();
            history.add(task.value(), entry);
            events.publishEvent(new TaskChanged(task));
        }
        return view(task, who);
    }

    private static UnacceptableException refusal(String field, String code, String message) {
        return new UnacceptableException(code, message, List.of(new FieldProblem(field, code, message)));
    }

    private TaskView view(TaskId task, Actor who) {
        return views(List.of(visible(task, who)), who, true).getFirst();
    }

    private Row visible(TaskId task, Actor who) {
        return sql.sql("select * from staff_task where id = :id" + (who.has(Role.THERAPIST) ? "" : " and " + CALLS))
                .param("id", task.value())
                .query(Tasks::row)
                .optional()
                .orElseThrow(() -> missing(task));
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
        return new TaskView(
                row.id(),
                row.kind(),
                row.urgency(),
                row.status(),
                row.client(),
                card == null ? null : card.name(),
                card == null ? null : card.phone(),
                row.practitioner(),
                visit == null ? null : visit.practitionerName(),
                visit == null ? null : visit.zone(),
                row.appointment(),
                row.plan(),
                mayKnow ? row.checkIn() : null,
                row.raisedAt(),
                row.dueAt(),
                row.times(),
                row.claimedById(),
                row.claimedBy(),
                row.claimedAt(),
                row.assignedRole(),
                row.snoozedUntil(),
                row.climbedAt(),
                outcome(row, mayKnow),
                mayKnow || !row.doneClinical() ? row.comment() : null,
                row.doneBy(),
                row.doneAt(),
                mayKnow ? CareJson.read(row.detail(), TaskView.Detail.class) : null);
    }

    private static @Nullable String outcome(Row row, boolean mayKnow) {
        @Nullable String outcome = row.outcome();
        return outcome == null || mayKnow || !row.doneClinical() || PLAIN_OUTCOMES.contains(outcome) ? outcome : "done";
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
            @Nullable UserId claimedById,
            @Nullable String claimedBy,
            @Nullable Instant claimedAt,
            @Nullable Role assignedRole,
            @Nullable Instant snoozedUntil,
            @Nullable Instant climbedAt,
            boolean doneClinical,
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
        @Nullable UUID claimer = row.getObject("claimed_by", UUID.class);
        @Nullable String role = row.getString("assigned_role");
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
                claimer == null ? null : new UserId(claimer),
                row.getString("claimed_name"),
                instant(row.getTimestamp("claimed_at")),
                role == null ? null : Role.valueOf(role),
                instant(row.getTimestamp("snoozed_until")),
                instant(row.getTimestamp("climbed_at")),
                row.getBoolean("done_clinical"),
                row.getString("outcome"),
                row.getString("remark"),
                row.getString("done_name"),
                instant(row.getTimestamp("done_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
