package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.api.ApiTests;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Two instances on one database: each job runs once, and what one had half done when it was killed the other finishes. */
class TwoInstancesTests extends PostTests {

    private static final TaskDescriptor<Void> COUNTED = TaskDescriptor.of("counted-by-a-test");
    private static final String ASKING = "check-ins-due";
    private static final String SILENCE = "check-in-silence";
    private static final int JOBS = 300;

    /** Longer than any heartbeat may be missed. */
    private static final Duration MISSED = Duration.ofMinutes(5);

    @Autowired
    DataSource database;

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    Scheduler scheduler;

    @Autowired
    SessionNotes notes;

    @Autowired
    @Qualifier("sendMessage")
    Task<Void> sending;

    @Autowired
    @Qualifier("askDueCheckIns")
    Task<Void> asking;

    @Autowired
    @Qualifier("noticeSilence")
    Task<Void> givingUp;

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
    void aMessageThatOneWasSendingWhenItWasKilledTheOtherSends() throws Exception {
        try (var server = new SmtpStub()) {
            mailTo(server.port());
            booked();
            var message = waiting(MessageKind.APPOINTMENT).getFirst();
            clock.advance(Duration.ofMinutes(3));
            kill(MessageJobs.SEND.getTaskName(), message.toString());
            assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENDING");

            finish(sending, () -> state(MessageKind.APPOINTMENT).equals("SENT"));
            assertThat(server.taken().stream().filter(letter -> letter.contains(message.toString())))
                    .hasSize(1);
            assertThat(jobs(MessageJobs.SEND.getTaskName(), message.toString())).isZero();
        }
    }

    @Test
    void questionsThatOneWasAskingWhenItWasKilledTheOtherAsksOnce() throws Exception {
        var plan = signed(2);
        var question = plan.checkIns().getFirst().id();
        clock.set(plan.checkIns().getFirst().dueAt());
        kill(ASKING, "recurring");
        awaitUndone(plan);

        finish(asking, () -> messagesAbout(question.value()) > 0);
        assertThat(statuses(plan)).containsExactly("ASKED", "PLANNED", "PLANNED");
        assertThat(messagesAbout(question.value())).isEqualTo(1);
    }

    @Test
    void aSilenceThatOneWasNotingWhenItWasKilledTheOtherNotesAndACallIsOwedOnce() throws Exception {
        var plan = signed(4);
        var last = plan.checkIns().getLast().dueAt();
        sql.sql("update check_in set status = 'ASKED', asked_at = due_at where plan_id = :plan")
                .param("plan", plan.id().value())
                .update();
        clock.set(last.plus(Duration.ofHours(24)));
        kill(SILENCE, plan.id().toString());

        finish(givingUp, () -> calls(plan) > 0);
        assertThat(statuses(plan)).containsOnly("UNKNOWN");
        assertThat(calls(plan)).isEqualTo(1);
        assertThat(jobs(SILENCE, plan.id().toString())).isZero();
    }

    /** Another process takes the job up, has it half done, and is killed. */
    private void kill(String job, String instance) throws IOException, InterruptedException {
        // Before everything else that is due.
        scheduler.reschedule(TaskInstanceId.of(job, instance), Instant.EPOCH);
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherInstance.class.getName(),
                        connection.getJdbcUrl(),
                        connection.getUsername(),
                        connection.getPassword(),
                        clock.instant().toString(),
                        job)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.startsWith("began ")) {
                line = said.readLine();
            }
            assertThat(line).isEqualTo("began " + instance);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** The other instance misses the heartbeats and goes on with the job. */
    private void finish(Task<Void> task, Callable<Boolean> done) {
        clock.advance(MISSED);
        // Its clock goes on: a scheduler waits for its next look by the clock that it is given.
        long began = System.nanoTime();
        var heir = Scheduler.create(database, task)
                .threads(2)
                // It knows one job; the others are not forgotten because of that.
                .deleteUnresolvedAfter(Duration.ofDays(36_500))
                .pollingInterval(Duration.ofMillis(200))
                .heartbeatInterval(Duration.ofMillis(500))
                .schedulerName(() -> "the heir")
                .clock(() -> clock.instant().plusNanos(System.nanoTime() - began))
                .build();
        try {
            heir.start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(done);
        } finally {
            heir.stop();
        }
    }

    private PlanView signed(int pressure) {
        var treated = AppointmentId.next();
        appointment(treated, ApiTests.START.minus(Duration.ofHours(2)), VisitStatus.ARRIVED);
        return SignedPlans.sign(notes, practitioner, treated, pressure);
    }

    /** The database notices that the other process has gone, and undoes what it had not finished. */
    private void awaitUndone(PlanView plan) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.sql("select id from check_in where plan_id = :plan for update skip locked")
                                .param("plan", plan.id().value())
                                .query((row, number) -> number)
                                .list()
                                .size()
                        == plan.checkIns().size());
        assertThat(statuses(plan)).containsOnly("PLANNED");
    }

    private List<String> statuses(PlanView plan) {
        return sql.sql("select status from check_in where plan_id = :plan order by due_at")
                .param("plan", plan.id().value())
                .query(String.class)
                .list();
    }

    private long messagesAbout(UUID question) {
        return sql.sql("select count(*) from message where check_in_id = :id and kind = 'CHECK_IN'")
                .param("id", question)
                .query(Long.class)
                .single();
    }

    private long calls(PlanView plan) {
        return sql.sql("select count(*) from staff_task where plan_id = :plan and kind = 'SILENT_CLIENT'")
                .param("plan", plan.id().value())
                .query(Long.class)
                .single();
    }

    private long jobs(String job, String instance) {
        return sql.sql("select count(*) from scheduled_tasks where task_name = :job and task_instance = :id")
                .param("job", job)
                .param("id", instance)
                .query(Long.class)
                .single();
    }

    private int left() {
        return sql.sql("select count(*) from scheduled_tasks where task_name = 'counted-by-a-test'")
                .query(Integer.class)
                .single();
    }

    private Scheduler instance(Task<Void> task, String name) {
        return Scheduler.create(database, task)
                .threads(4)
                // It knows one job; the others are not forgotten because of that.
                .deleteUnresolvedAfter(Duration.ofDays(36_500))
                .pollingInterval(Duration.ofMillis(100))
                .schedulerName(() -> name)
                .build();
    }
}
