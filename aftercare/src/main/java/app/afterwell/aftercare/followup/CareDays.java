package app.afterwell.aftercare.followup;

import app.afterwell.aftercare.plan.IssuedPlans;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients owe themselves day by day, for whoever reminds them of it. It asks nobody's leave. */
@Component
@Transactional(readOnly = true)
public class CareDays {

    private final IssuedPlans plans;
    private final JdbcClient sql;
    private final Clock clock;

    CareDays(IssuedPlans plans, JdbcClient sql, Clock clock) {
        this.plans = plans;
        this.sql = sql;
        this.clock = clock;
    }

    /** A plan that is in force, and its days in its own calendar. */
    public record Open(
            PlanId plan, ClientId client, AppointmentId appointment, LocalDate from, LocalDate to, ZoneId zone) {}

    /** The client's plans that are not superseded and not over. */
    public List<Open> open(ClientId client) {
        return sql
                .sql("""
                        select id, client_id, appointment_id, starts_on, ends_on, zone from aftercare_plan
                        where client_id = :client and superseded_by is null and ends_on >= :yesterday
                        """)
                .param("client", client.value())
                .param(
                        "yesterday",
                        LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                                .minusDays(1))
                .query((row, number) -> new Open(
                        new PlanId(row.getObject("id", UUID.class)),
                        new ClientId(row.getObject("client_id", UUID.class)),
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        ZoneId.of(row.getString("zone"))))
                .list()
                .stream()
                .filter(plan -> !LocalDate.now(clock.withZone(plan.zone())).isAfter(plan.to()))
                .toList();
    }

    /** Whether the plan is in force: not superseded, and its last day not over. */
    public boolean inForce(ClientId client, PlanId plan) {
        return open(client).stream().anyMatch(open -> open.plan().equals(plan));
    }

    /** How many things of the plan are to be done today and are neither ticked nor on hold; 0 once it is over. */
    public int left(ClientId client, PlanId id) {
        if (!inForce(client, id)) {
            return 0;
        }
        var plan = plans.basis(id);
        int today = plan.dayAt(clock.instant());
        var gone = new HashSet<>(sql.sql("""
                select item from plan_tick where plan_id = :plan and day = :day
                union select item from plan_pause where plan_id = :plan and resumed_at is null
                """)
                .param("plan", id.value())
                .param("day", today)
                .query(String.class)
                .list());
        return (int) plan.decided().offered().stream()
                .filter(item -> item.days().contains(today))
                .map(item -> item.item())
                .filter(item -> !gone.contains(item))
                .distinct()
                .count();
    }
}
