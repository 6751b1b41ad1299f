package app.afterwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.domain.PlanId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.MutableClock;

/** Many questions that are due together. */
@CareTest
class DueCheckInsTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");
    private static final int MANY = Integer.getInteger("due.checkins", 1_000);

    @Autowired
    CheckInAsking asking;

    @Autowired
    SessionNotes notes;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    private PlanId plan;

    @BeforeEach
    void aPlan() {
        clock.set(SUNDAY);
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        plan = it.therapist().call(() -> {
            var note = notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(2)));
            var drops = note.preview().plan().review().stream()
                    .map(ReviewItem::item)
                    .distinct()
                    .map(item -> new Decision(item, null, Decision.Kind.DROP, null))
                    .toList();
            return notes.sign(new SignNote(
                            it.appointment(), note.version(), note.preview().digest(), drops))
                    .plan()
                    .id();
        });
    }

    @AfterEach
    void tidy() {
        clock.set(SUNDAY);
        sql.sql("delete from check_in where plan_id = :plan and after_hours >= 1000")
                .param("plan", plan.value())
                .update();
    }

    @Test
    void eachIsAskedOnceThoughFourWorkAtOnce() throws Exception {
        sql.sql("""
                insert into check_in (id, plan_id, client_id, after_hours, due_at, status, version)
                select gen_random_uuid(), id, client_id, 1000 + n, :due, 'PLANNED', 0
                from aftercare_plan, generate_series(1, :many) n where id = :plan
                """)
                .param("due", Timestamp.from(SUNDAY.minus(Duration.ofMinutes(1))))
                .param("many", MANY)
                .param("plan", plan.value())
                .update();
        int asked = 0;
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = List.of(1, 2, 3, 4).stream()
                    .map(n -> workers.submit(this::all))
                    .toList();
            for (Future<Integer> each : work) {
                asked += each.get();
            }
        }
        assertThat(asked).as("others may have had some due too").isGreaterThanOrEqualTo(MANY);
        assertThat(sql.sql("select count(*) from check_in where plan_id = :plan and status = 'ASKED' and version = 1")
                        .param("plan", plan.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY);
    }

    @Test
    void theBenchmarkRuns() {
        var result = new DueCheckInsBenchmark(asking, sql).run(plan.value(), MANY, SUNDAY);
        assertThat(result.questions()).isGreaterThanOrEqualTo(MANY);
        assertThat(result.toString()).contains("asked");
        org.slf4j.LoggerFactory.getLogger(getClass()).info("{}", result);
    }

    private int all() {
        int all = 0;
        int now;
        while ((now = asking.askDue(50)) > 0) {
            all += now;
        }
        return all;
    }
}
