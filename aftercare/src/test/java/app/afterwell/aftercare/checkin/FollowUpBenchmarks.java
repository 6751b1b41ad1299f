package app.afterwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.CareTest;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.Figures;

/**
 * How fast 100,000 due check-ins are asked, each a job in a transaction of its own, and whether memory stays flat
 * meanwhile. After 40 seconds it has seen enough. {@code ./afterwell bench followup} runs it.
 */
@CareTest
class FollowUpBenchmarks {

    /** As many as the application has, unless it is told otherwise. */
    private static final int THREADS = 10;

    private static final int PLANS = 100;

    private final Figures figures = new Figures("followup");

    @Autowired
    private List<Task<?>> jobs;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    /** How many questions are due. */
    protected int due() {
        return 100_000;
    }

    protected Duration atMost() {
        return Duration.ofSeconds(40);
    }

    @Test
    void dueQuestionsAreAsked() {
        questions();
        var scheduler = Scheduler.create(database, jobs)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .build();
        long began = System.nanoTime();
        scheduler.start();
        double[] heap = new double[2];
        try {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> asked() >= due() / 50);
            heap[0] = heapInUse();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(500))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> asked() >= due() || System.nanoTime() - began > atMost().toNanos());
            heap[1] = heapInUse();
            double seconds = (System.nanoTime() - began) / 1e9;
            figures.atLeast(200, "due questions asked, of " + due() + " waiting", asked() / seconds, "/s");
            figures.atMost(5, "what the heap grew by meanwhile", heap[1] - heap[0], "MB");
        } finally {
            scheduler.stop();
            jdbc.sql("delete from scheduled_tasks where task_name = 'check-in-ask' and task_instance in"
                            + " (select c.id::text from check_in c where c.plan_id in (select id from aftercare_plan where"
                            + " digest = 'bench'))")
                    .update();
        }
        assertThat(asked()).isPositive();
    }

    private long asked() {
        return jdbc.sql("select count(*) from check_in c join aftercare_plan p on p.id = c.plan_id"
                        + " where p.digest = 'bench' and c.status <> 'PLANNED'")
                .query(Long.class)
                .single();
    }

    private static double heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** A few plans with very many questions each, all of them due. */
    private void questions() {
        var at = Timestamp.from(clock.instant().minus(Duration.ofHours(1)));
        jdbc.sql("""
                with ids as (
                    select gen_random_uuid() as note, gen_random_uuid() as plan, gen_random_uuid() as person
                    from generate_series(1, :plans)
                ), notes as (
                    insert into session_note (id, appointment_id, client_id, practitioner_id, status, visit_day, session,
                        created_at, saved_at, saved_by, signed_at, signed_by, signed_name, content_hash, digest,
                        request_hash, plan_id, version)
                    select note, note, person, person, 'SIGNED', date '2026-11-19', '{}', :at, :at, person, :at, person,
                        'Theo Therapist', '', '', '', plan, 1
                    from ids
                )
                insert into aftercare_plan (id, note_id, appointment_id, client_id, practitioner_id, protocol_version,
                    issued_at, starts_on, ends_on, visit_start, visit_end, zone, session, history, engine_result,
                    decisions, overrides, digest, baseline, peak, band_end_hours)
                select plan, note, note, person, person, 1, :at, date '2026-11-19', date '2026-11-25', :at, :at, 'UTC',
                    '{}', '{}', '{}', '[]', '[]', 'bench', 3, 5, 48
                from ids""").param("plans", PLANS).param("at", at).update();
        jdbc.sql("""
                insert into check_in (id, plan_id, client_id, after_hours, due_at, status, version)
                select gen_random_uuid(), p.id, p.client_id, n, :at, 'PLANNED', 0
                from aftercare_plan p, generate_series(1, :each) n where p.digest = 'bench'""").param("at", at).param("each", due() / PLANS).update();
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'check-in-ask', c.id::text, c.due_at, false, 1
                from check_in c join aftercare_plan p on p.id = c.plan_id where p.digest = 'bench'""").update();
        jdbc.sql("analyze").update();
    }
}
