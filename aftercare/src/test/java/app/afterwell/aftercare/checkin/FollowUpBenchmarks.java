package app.afterwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.CareTest;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.Figures;

/**
 * How fast 100,000 due check-ins are asked, in batches as the job asks them, and whether memory stays flat
 * meanwhile. After 40 seconds it has seen enough. {@code ./afterwell bench followup} runs it.
 */
@CareTest
class FollowUpBenchmarks {

    /** As many in one transaction as the job asks. */
    private static final int AT_ONCE = 200;

    private static final int PLANS = 100;

    private final Figures figures = new Figures("followup");

    @Autowired
    private CheckInAsking asking;

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
        ask(due() / 50);
        double before = heapInUse();
        long began = System.nanoTime();
        long asked = ask(due());
        double seconds = (System.nanoTime() - began) / 1e9;
        double after = heapInUse();

        assertThat(asked).isPositive();
        figures.atLeast(200, "due questions asked, of " + due() + " waiting", asked / seconds, "/s");
        figures.atMost(5, "what the heap grew by meanwhile", after - before, "MB");
    }

    /** What the job does that looks for due questions, until so many are asked or the time is over. */
    private long ask(long most) {
        long began = System.nanoTime();
        long asked = 0;
        while (asked < most && System.nanoTime() - began < atMost().toNanos()) {
            int now = asking.askDue(AT_ONCE);
            if (now == 0) {
                break;
            }
            asked += now;
        }
        return asked;
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
        jdbc.sql("analyze").update();
    }
}
