package app.afterwell.aftercare.checkin;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ContactWishes;
import app.afterwell.domain.PlanId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans when a client is asked, in the transaction that issues their plan. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CheckInSchedule {

    /** How long after the last question no answer means unknown. */
    static final Duration SILENCE = Duration.ofHours(24);

    private final CheckInRows checkIns;
    private final SchedulerClient scheduler;
    private final CheckInSettings settings;
    private final ContactWishes wishes;
    private final JdbcClient sql;

    CheckInSchedule(
            CheckInRows checkIns,
            SchedulerClient scheduler,
            CheckInSettings settings,
            ContactWishes wishes,
            JdbcClient sql) {
        this.checkIns = checkIns;
        this.scheduler = scheduler;
        this.settings = settings;
        this.wishes = wishes;
        this.sql = sql;
    }

    /**
     * Plans the questions of a plan. What an earlier plan of the client would still ask after this visit is not asked
     * any more: the answer would be about this one.
     */
    public List<CheckInTimes.Time> plan(
            PlanId plan, ClientId client, Instant visitEnd, List<Duration> offsets, ZoneId clientZone, Instant now) {
        sql.sql("""
                update check_in set status = 'CANCELLED', version = version + 1
                where client_id = :client and status = 'PLANNED' and due_at > :end and plan_id <> :plan
                  and plan_id in (select id from aftercare_plan where client_id = :client and visit_end <= :end)
                """)
                .param("client", client.value())
                .param("end", Timestamp.from(visitEnd))
                .param("plan", plan.value())
                .update();
        var known = sql.sql("select after_hours from check_in where plan_id = :plan and after_hours is not null")
                .param("plan", plan.value())
                .query(Integer.class)
                .list();
        if (wishes.declinesQuestions(client)) {
            return List.of();
        }
        var set = settings.inForce();
        var times =
                CheckInTimes.after(visitEnd, set.offsets(offsets), clientZone, now, set.from(), set.until()).stream()
                        .filter(time -> !known.contains(time.afterHours()))
                        .toList();
        checkIns.saveAll(
                times.stream().map(time -> CheckIn.planned(plan, client, time)).toList());
        var jobs = new ArrayList<SchedulableInstance<?>>();
        if (!times.isEmpty()) {
            jobs.add(CheckInJobs.SILENCE
                    .instance(plan.toString())
                    .scheduledTo(times.getLast().dueAt().plus(SILENCE)));
        }
        schedule(jobs);
        return times;
    }

    /** What was answered about an earlier plan counts for the one in its place; what was not is not asked any more. */
    public void takeOver(PlanId before, PlanId by) {
        sql.sql(
                        "update check_in set plan_id = :by, version = version + 1 where plan_id = :plan and status = 'ANSWERED'")
                .param("by", by.value())
                .param("plan", before.value())
                .update();
        sql.sql("""
                update check_in set status = 'CANCELLED', version = version + 1
                where plan_id = :plan and status in ('PLANNED', 'ASKED')
                """).param("plan", before.value()).update();
    }

    /** The client wants no questions: what is planned is not asked. */
    void decline(ClientId client) {
        sql.sql("""
                update check_in set status = 'CANCELLED', version = version + 1
                where client_id = :client and status = 'PLANNED'
                """).param("client", client.value()).update();
    }

    void schedule(List<SchedulableInstance<?>> jobs) {
        if (!jobs.isEmpty()) {
            scheduler.scheduleBatch(jobs);
        }
    }
}
