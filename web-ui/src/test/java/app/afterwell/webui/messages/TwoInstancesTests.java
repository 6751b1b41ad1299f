package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances on one database. */
class TwoInstancesTests extends PostTests {

    private static final TaskDescriptor<Void> COUNTED = TaskDescriptor.of("counted-by-a-test");
    private static final int JOBS = 300;

    @Autowired
    DataSource database;

    @Test
    void eachJobRunsOnce() {
        Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        var task = Tasks.oneTime(COUNTED)
                .execute((instance, context) -> runs.computeIfAbsent(instance.getId(), id -> new AtomicInteger())
                        .incrementAndGet());
        var jobs = new ArrayList<SchedulableInstance<?>>();
        for (int i = 0; i < JOBS; i++) {
            jobs.add(COUNTED.instance("job-" + i).scheduledTo(Instant.EPOCH));
        }
        var one = instance(task, "one");
        var two = instance(task, "two");
        one.scheduleBatch(jobs);
        try {
            one.start();
            two.start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> left() == 0);
        } finally {
            one.stop();
            two.stop();
        }
        assertThat(runs).hasSize(JOBS);
        assertThat(runs.values().stream().map(AtomicInteger::get).collect(Collectors.toSet()))
                .containsExactly(1);
    }

    private int left() {
        return sql.sql("select count(*) from scheduled_tasks where task_name = 'counted-by-a-test'")
                .query(Integer.class)
                .single();
    }

    private Scheduler instance(com.github.kagkarlsson.scheduler.task.Task<Void> task, String name) {
        return Scheduler.create(database, task)
                .threads(4)
                .pollingInterval(Duration.ofMillis(100))
                .schedulerName(() -> name)
                .build();
    }
}
