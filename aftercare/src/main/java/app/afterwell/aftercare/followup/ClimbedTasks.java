package app.afterwell.aftercare.followup;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TaskId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Urgent tasks that nobody has taken on in time, for whoever tells staff of them. It asks nobody's leave. */
@Component
@Transactional(readOnly = true)
public class ClimbedTasks {

    private final JdbcClient sql;

    ClimbedTasks(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A task that has climbed.
     *
     * @param practitioner whose client it is about, if known
     * @param dueAt by when it was to be done
     */
    public record Climbed(
            TaskId task,
            ClientId client,
            @Nullable PractitionerId practitioner,
            AppointmentId appointment,
            Instant dueAt) {}

    /** The task, as long as it is open and nobody has taken it on since it climbed. */
    public Optional<Climbed> waiting(TaskId task) {
        return sql.sql("""
            select client_id, practitioner_id, appointment_id, due_at from staff_task
            where id = :id and status = 'OPEN' and climbed_at is not null and client_id is not null
              and appointment_id is not null and (claimed_at is null or claimed_at <= climbed_at)
            """)
                .param("id", task.value())
                .query((row, number) -> {
                    @Nullable UUID practitioner = row.getObject("practitioner_id", UUID.class);
                    return new Climbed(
                            task,
                            new ClientId(row.getObject("client_id", UUID.class)),
                            practitioner == null ? null : new PractitionerId(practitioner),
                            new AppointmentId(row.getObject("appointment_id", UUID.class)),
                            row.getTimestamp("due_at").toInstant());
                })
                .optional();
    }
}
