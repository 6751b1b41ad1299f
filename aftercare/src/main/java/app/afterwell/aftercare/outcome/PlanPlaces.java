package app.afterwell.aftercare.outcome;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.Visits;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** At which location the visit of a plan was: the calendar's knowledge, kept here so that reports can count by it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanPlaces {

    private static final int BATCH = 5_000;

    private final JdbcClient sql;
    private final Visits visits;

    PlanPlaces(JdbcClient sql, Visits visits) {
        this.sql = sql;
        this.visits = visits;
    }

    /** Asks the calendar about those plans of a period whose place is not known yet. */
    void learn(LocalDate from, LocalDate to) {
        int learnt;
        do {
            var plans = sql.sql("""
                    select p.id, p.appointment_id from aftercare_plan p
                    where p.starts_on between :from and :to
                      and not exists (select 1 from plan_place l where l.plan_id = p.id)
                    order by p.id limit :most
                    """)
                    .param("from", from)
                    .param("to", to)
                    .param("most", BATCH)
                    .query((row, number) -> new Plan(
                            row.getObject("id", UUID.class),
                            new AppointmentId(row.getObject("appointment_id", UUID.class))))
                    .list();
            learnt = plans.size();
            keep(plans);
        } while (learnt == BATCH);
    }

    private record Plan(UUID id, AppointmentId appointment) {}

    private void keep(List<Plan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        var known = visits.visits(plans.stream().map(Plan::appointment).toList());
        sql.sql("""
                insert into plan_place (plan_id, location_id)
                select * from unnest(:plans::uuid[], :places::uuid[]) on conflict do nothing
                """)
                .param("plans", plans.stream().map(plan -> plan.id().toString()).toArray(String[]::new))
                .param(
                        "places",
                        plans.stream()
                                .map(plan -> known.get(plan.appointment()))
                                .map(visit -> place(visit))
                                .toArray(String[]::new))
                .update();
    }

    private static @Nullable String place(app.afterwell.domain.@Nullable Visit visit) {
        return visit == null ? null : visit.location().toString();
    }
}
