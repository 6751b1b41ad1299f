package app.afterwell.webui.messages;

import app.afterwell.aftercare.checkin.AskedQuestions;
import app.afterwell.aftercare.followup.ClimbedTasks;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Ids;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UserId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where messages are put until their time; each with its job, in the transaction that owes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outbox {

    /** Begins the cause of what is said of an appointment that was made in this house. */
    static final String BOOKED_HERE = "booked:";

    private static final int BATCH = 200;

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Outbox(JdbcClient sql, JdbcTemplate jdbc, SchedulerClient scheduler, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * What a client is to be told.
     *
     * @param cause one cause is one message, however often it is put
     * @param about the time that the message is about: an appointment's start, a day
     * @param offer a time that is offered
     * @param user of the staff, whom it goes to instead of the client
     */
    record Owed(
            String cause,
            MessageKind kind,
            ClientId client,
            @Nullable AppointmentId appointment,
            @Nullable CheckInId checkIn,
            @Nullable PlanId plan,
            @Nullable Instant about,
            Instant sendAt,
            @Nullable UUID offer,
            @Nullable TaskId task,
            @Nullable UserId user) {

        static Owed ofQuestion(String cause, MessageKind kind, AskedQuestions.Asked question, Instant sendAt) {
            return new Owed(
                    cause,
                    kind,
                    question.client(),
                    question.appointment(),
                    question.id(),
                    question.plan(),
                    question.askedAt(),
                    sendAt,
                    null,
                    null,
                    null);
        }

        static Owed ofOffer(UUID offer, ClientId client, Instant sendAt) {
            return new Owed(
                    "offer:" + offer,
                    MessageKind.WAITLIST_OFFER,
                    client,
                    null,
                    null,
                    null,
                    null,
                    sendAt,
                    offer,
                    null,
                    null);
        }

        static Owed toStaff(ClimbedTasks.Climbed task, UserId user, Instant sendAt) {
            return new Owed(
                    "climbed:" + task.task() + ":" + user,
                    MessageKind.TASK_CLIMBED,
                    task.client(),
                    task.appointment(),
                    null,
                    null,
                    null,
                    sendAt,
                    null,
                    task.task(),
                    user);
        }

        static Owed ofVisit(
                String cause,
                MessageKind kind,
                ClientId client,
                AppointmentId appointment,
                @Nullable Instant about,
                Instant sendAt) {
            return new Owed(cause, kind, client, appointment, null, null, about, sendAt, null, null, null);
        }

        static Owed ofPlan(
                String cause,
                MessageKind kind,
                ClientId client,
                AppointmentId appointment,
                PlanId plan,
                @Nullable Instant about,
                Instant sendAt) {
            return new Owed(cause, kind, client, appointment, null, plan, about, sendAt, null, null, null);
        }
    }

    void put(Owed owed) {
        put(List.of(owed));
    }

    /** Puts those whose cause has no message yet, also if somebody else puts the same at this moment. */
    void put(Collection<Owed> owed) {
        var causes = owed.stream().map(Owed::cause).toArray(String[]::new);
        var known = new HashSet<>(sql.sql("select cause from message where cause = any(:causes)")
                .param("causes", causes)
                .query(String.class)
                .list());
        record Line(UUID id, Owed owed) {}
        var lines = new ArrayList<Line>();
        for (var each : owed) {
            if (known.add(each.cause())) {
                lines.add(new Line(Ids.next(), each));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        var now = Timestamp.from(clock.instant());
        int[][] put = jdbc.batchUpdate("""
            insert into message (id, cause, kind, client_id, appointment_id, check_in_id, plan_id, about, state,
                send_at, created_at, changed_at, offer_id, task_id, user_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?)
            on conflict (cause) do nothing
            """, lines, BATCH, (row, line) -> {
            var each = line.owed();
            row.setObject(1, line.id());
            row.setString(2, each.cause());
            row.setString(3, each.kind().name());
            row.setObject(4, each.client().value());
            row.setObject(
                    5, each.appointment() == null ? null : each.appointment().value(), Types.OTHER);
            row.setObject(6, each.checkIn() == null ? null : each.checkIn().value(), Types.OTHER);
            row.setObject(7, each.plan() == null ? null : each.plan().value(), Types.OTHER);
            row.setTimestamp(8, each.about() == null ? null : Timestamp.from(each.about()));
            row.setTimestamp(9, Timestamp.from(each.sendAt()));
            row.setTimestamp(10, now);
            row.setTimestamp(11, now);
            row.setObject(12, each.offer(), Types.OTHER);
            row.setObject(13, each.task() == null ? null : each.task().value(), Types.OTHER);
            row.setObject(14, each.user() == null ? null : each.user().value(), Types.OTHER);
        });
        var counts = Arrays.stream(put).flatMapToInt(Arrays::stream).toArray();
        var jobs = new ArrayList<SchedulableInstance<?>>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                var line = lines.get(i);
                jobs.add(MessageJobs.SEND
                        .instance(line.id().toString())
                        .scheduledTo(line.owed().sendAt()));
            }
        }
        scheduler.scheduleBatch(jobs);
    }

    /**
     * Lets what waits to be said of an appointment wait anew, since it has changed once more.
     *
     * @return whether anything was waiting
     */
    boolean waitAnew(AppointmentId appointment, Instant sendAt) {
        var waiting = sql.sql("""
            update message set send_at = :at, changed_at = :now
            where appointment_id = :appointment and kind = 'APPOINTMENT' and state = 'WAITING' and attempts = 0
            returning id
            """)
                .param("at", Timestamp.from(sendAt))
                .param("now", Timestamp.from(clock.instant()))
                .param("appointment", appointment.value())
                .query(UUID.class)
                .list();
        waiting.forEach(id ->
                scheduler.reschedule(MessageJobs.SEND.instance(id.toString()).build(), sendAt));
        return !waiting.isEmpty();
    }

    /** Whether the client was told that it is cancelled, or something is about to be said of it. */
    boolean knowsOther(AppointmentId appointment) {
        return sql.sql("""
            select exists (select from appointment_told where appointment_id = :id and cancelled)
                or exists (select from message where appointment_id = :id and kind = 'APPOINTMENT'
                    and state in ('WAITING', 'SENDING'))
            """)
                .param("id", appointment.value())
                .query(Boolean.class)
                .single();
    }

    /** Forgets the reminders of a plan's days that wait, because the client wants them otherwise. */
    void dropCare(ClientId client) {
        sql.sql("""
            update message set state = 'DROPPED', problem = 'other-time', changed_at = :now, cause = cause || '/' || id
            where client_id = :client and kind = 'CARE_TODAY' and state = 'WAITING'
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("client", client.value())
                .update();
    }
}
