package app.afterwell.aftercare.checkin;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions that are open, for whoever tells the clients of them. It asks nobody's leave. */
@Component
@Transactional(readOnly = true)
public class AskedQuestions {

    /** How long after a question the client is reminded of it, once. */
    public static final Duration REPEAT_AFTER = Duration.ofHours(12);

    private final JdbcClient sql;

    AskedQuestions(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A question that has been asked and not been answered.
     *
     * @param next when the next question of the plan is due; null if this is the last
     */
    public record Asked(
            CheckInId id,
            PlanId plan,
            ClientId client,
            AppointmentId appointment,
            Instant askedAt,
            @Nullable Instant next) {}

    /** Those of these questions that are open, in one query. */
    public List<Asked> open(Collection<CheckInId> ids) {
        return sql.sql("""
                select c.id, c.plan_id, c.client_id, p.appointment_id, c.asked_at, (
                    select min(n.due_at) from check_in n where n.plan_id = c.plan_id and n.status = 'PLANNED') as next
                from check_in c join aftercare_plan p on p.id = c.plan_id
                where c.id = any(:ids) and c.status = 'ASKED' and c.asked_at is not null
                """)
                .param("ids", ids.stream().map(CheckInId::value).toArray(UUID[]::new))
                .query((row, number) -> {
                    @Nullable Timestamp next = row.getTimestamp("next");
                    return new Asked(
                            new CheckInId(row.getObject("id", UUID.class)),
                            new PlanId(row.getObject("plan_id", UUID.class)),
                            new ClientId(row.getObject("client_id", UUID.class)),
                            new AppointmentId(row.getObject("appointment_id", UUID.class)),
                            row.getTimestamp("asked_at").toInstant(),
                            next == null ? null : next.toInstant());
                })
                .list();
    }
}
