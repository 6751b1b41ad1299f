package app.afterwell.aftercare.checkin;

import app.afterwell.domain.CheckInId;
import app.afterwell.domain.PlanId;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at its time: a question is asked; a silence is noticed. */
@Configuration(proxyBeanMethods = false)
class CheckInJobs {

    /** Instance: the id of the check-in. */
    static final TaskDescriptor<Void> ASK = TaskDescriptor.of("check-in-ask");

    /** Instance: the id of the plan. */
    static final TaskDescriptor<Void> SILENCE = TaskDescriptor.of("check-in-silence");

    @Bean
    Task<Void> askCheckIn(CheckInAsking asking) {
        return Tasks.oneTime(ASK).execute((instance, context) -> asking.ask(CheckInId.of(instance.getId())));
    }

    @Bean
    Task<Void> noticeSilence(CheckInAsking asking) {
        return Tasks.oneTime(SILENCE).execute((instance, context) -> asking.noticeSilence(PlanId.of(instance.getId())));
    }

    /** Jobs go by the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
