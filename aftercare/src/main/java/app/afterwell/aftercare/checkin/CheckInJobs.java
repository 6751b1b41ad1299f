package app.afterwell.aftercare.checkin;

import app.afterwell.domain.PlanId;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at its time: questions are asked; a silence is noticed. */
@Configuration(proxyBeanMethods = false)
class CheckInJobs {

    /** Instance: the id of the plan. */
    static final TaskDescriptor<Void> SILENCE = TaskDescriptor.of("check-in-silence");

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    /** So many questions in one transaction: little enough for flat memory, enough to be fast. */
    private static final int AT_ONCE = 200;

    @Bean
    Task<Void> askDueCheckIns(CheckInAsking asking) {
        return Tasks.recurring("check-ins-due", FixedDelay.of(EVERY))
                .onDeadExecution(takenOver())
                .execute((instance, context) -> {
                    while (asking.askDue(AT_ONCE) == AT_ONCE
                            && !context.getSchedulerState().isShuttingDown()) {
                        continue;
                    }
                });
    }

    /** A question that was put off puts off the silence after it. */
    @Bean
    Task<Void> noticeSilence(CheckInAsking asking) {
        return Tasks.custom(SILENCE)
                .onFailureReschedule(FixedDelay.of(AGAIN))
                .onDeadExecution(takenOver())
                .execute((instance, context) -> {
                    var later = asking.noticeSilence(PlanId.of(instance.getId()));
                    if (later.isEmpty()) {
                        return new OnCompleteRemove<>();
                    }
                    var time = later.get();
                    return (complete, operations) -> operations.reschedule(complete, time);
                });
    }

    /** An instance that dies in the middle leaves its job to the others, due as it was. */
    private static DeadExecutionHandler<Void> takenOver() {
        return (dead, operations) -> operations.reschedule(dead, dead.getExecution().executionTime);
    }

    /** Jobs go by the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
