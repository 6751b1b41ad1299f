package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets urgent tasks climb that have been overdue for longer than the clinic allows, and wakes those that have slept long
 * enough. Run as often as it may be, on as many machines, a task climbs once.
 */
@Component
@Transactional
class TaskClimbing {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 500;

    private final JdbcClient sql;
    private final TaskHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskClimbing(JdbcClient sql, TaskHistory history, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> climbAndWake(TaskClimbing climbing) {
            return Tasks.recurring("tasks-climb", FixedDelay.of(EVERY))
                    // What an instance that died had begun is due as it was.
                    .onDeadExecution(
                            (dead, operations) -> operations.reschedule(dead, dead.getExecution().executionTime))
                    .execute((instance, context) -> {
                        climbing.wake();
                        climbing.climb();
                    });
        }
    }

    /** @return how many climbed */
    int climb() {
        var climbed = sql.sql("""
            with late as (
                select t.id from staff_task t cross join task_rules r
                where t.status = 'OPEN' and t.urgency >= 2 and t.climbed_at is null
                  and t.due_at < :now
                  and greatest(t.due_at, coalesce(t.snoozed_until, t.due_at))
                      + make_interval(mins => case t.urgency when 3 then r.climb_emergency_minutes
                                              else r.climb_urgent_minutes end) <= :now
                order by t.due_at limit :most for update of t skip locked)
            update staff_task t set climbed_at = :now, version = version + 1 from late where t.id = late.id
            returning t.id
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
        climbed.forEach(task -> {
            history.add(task, TaskHistory.Entry.of(TaskStep.CLIMBED, null));
            events.publishEvent(new TaskRaised(new TaskId(task)));
            events.publishEvent(new TaskClimbed(new TaskId(task)));
        });
        return climbed.size();
    }

    /** @return how many woke up */
    int wake() {
        var woken = sql.sql("""
            with awake as (
                select id from staff_task where status = 'OPEN' and snoozed_until <= :now
                order by snoozed_until limit :most for update skip locked)
            update staff_task t set snoozed_until = null, version = version + 1 from awake where t.id = awake.id
            returning t.id
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
        woken.forEach(task -> {
            history.add(task, TaskHistory.Entry.of(TaskStep.WOKEN, null));
            events.publishEvent(new TaskRaised(new TaskId(task)));
        });
        return woken.size();
    }
}
