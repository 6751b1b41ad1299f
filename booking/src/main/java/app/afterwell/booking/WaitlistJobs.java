package app.afterwell.booking;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at its time: an offer to somebody of the waitlist is over. */
@Configuration(proxyBeanMethods = false)
class WaitlistJobs {

    /** Instance: the id of the offer. */
    static final TaskDescriptor<Void> END = TaskDescriptor.of("waitlist-offer-end");

    @Bean
    Task<Void> endWaitlistOffer(ObjectProvider<WaitlistOffers> offers) {
        return Tasks.oneTime(END)
                .execute((instance, context) -> offers.getObject().expire(UUID.fromString(instance.getId())));
    }
}
