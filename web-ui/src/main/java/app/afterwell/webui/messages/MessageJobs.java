package app.afterwell.webui.messages;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at its time: a message goes out; the mailbox is read. What they need needs the scheduler, so it comes late. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageProperties.class)
class MessageJobs {

    /** Instance: the id of the message. */
    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("message-send");

    private static final Duration BOUNCES_EVERY = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    @Bean
    Task<Void> readBounces(ObjectProvider<BounceMailbox> mailbox) {
        return Tasks.recurring("messages-bounced", FixedDelay.of(BOUNCES_EVERY))
                .onDeadExecution((dead, operations) -> operations.reschedule(dead, dead.getExecution().executionTime))
                .execute((instance, context) -> mailbox.getObject().read());
    }

    /** An instance that dies in the middle leaves its job to the others, due as it was. */
    @Bean
    Task<Void> sendMessage(ObjectProvider<Dispatcher> dispatcher) {
        return Tasks.custom(SEND)
                .onFailureReschedule(FixedDelay.of(AGAIN))
                .onDeadExecution((dead, operations) -> operations.reschedule(dead, dead.getExecution().executionTime))
                .execute((instance, context) -> {
                    var next = dispatcher.getObject().deliver(UUID.fromString(instance.getId()));
                    if (next.isEmpty()) {
                        return new OnCompleteRemove<>();
                    }
                    var time = next.get();
                    return (complete, operations) -> operations.reschedule(complete, time);
                });
    }
}
