package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Two instances on one database. */
class TwoInstancesTests extends PostTests {

    private static final TaskDescriptor<Void> COUNTED = TaskDescriptor.of("counted-by-a-test");
    private static final int JOBS = 300;

    @Autowired
    DataSource database;

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    Scheduler scheduler;

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

    @Test
    void whatOneHadHalfDoneWhenItWasKilledTheOtherFinishes() throws Exception {
        try (var server = new SmtpStub()) {
            mailTo(server.port());
            booked();
            var message = waiting(MessageKind.APPOINTMENT).getFirst();
            // Before everything else that is due.
            scheduler.reschedule(MessageJobs.SEND.instance(message.toString()).build(), Instant.EPOCH);
            clock.advance(Duration.ofMinutes(3));

            var other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx200m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OtherInstance.class.getName(),
                            connection.getJdbcUrl(),
                            connection.getUsername(),
                            connection.getPassword(),
                            clock.instant().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var said = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
                String line = said.readLine();
                while (line != null && !line.equals("sending " + message)) {
                    line = said.readLine();
                }
                assertThat(line).isEqualTo("sending " + message);
            } finally {
                other.destroyForcibly().waitFor();
            }
            assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENDING");

            // Long enough for its heartbeats to be missed.
            clock.set(heartbeat(message.toString()).plus(Duration.ofMinutes(5)));
            var heir = Scheduler.create(database, sendTask)
                    .threads(2)
                    .pollingInterval(Duration.ofMillis(200))
                    .heartbeatInterval(Duration.ofMillis(500))
                    .schedulerName(() -> "the heir")
                    .clock(clock::instant)
                    .build();
            try {
                heir.start();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> state(MessageKind.APPOINTMENT).startsWith("SENT")
                                || state(MessageKind.APPOINTMENT).startsWith("DROPPED"));
            } finally {
                heir.stop();
            }
        }
    }

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("sendMessage")
    com.github.kagkarlsson.scheduler.task.Task<Void> sendTask;

    private Instant heartbeat(String message) {
        return sql.sql("select last_heartbeat from scheduled_tasks where task_instance = :id and picked")
                .param("id", message)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
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
