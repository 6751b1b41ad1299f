package app.afterwell.webui.messages;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that a message is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageProperties.class)
class MessageJobs {

    /** Instance: the id of the message. */
    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("message-send");

    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** An instance that dies in the middle leaves its job to the others. */
    @Bean
    Task<Void> sendMessage(Dispatcher dispatcher) {
        return Tasks.custom(SEND)
                .onFailureReschedule(FixedDelay.of(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var next = dispatcher.deliver(UUID.fromString(instance.getId()));
                    if (next.isEmpty()) {
                        return new OnCompleteRemove<>();
                    }
                    var time = next.get();
                    return (complete, operations) -> operations.reschedule(complete, time);
                });
    }
}
