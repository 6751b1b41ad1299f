package app.afterwell.aftercare.checkin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast questions that are due together are asked, and in how much memory. It fills the tables of a database that
 * nobody else uses with plans as the demo has them, and works them off as the job does.
 */
public final class DueCheckInsBenchmark {

    private static final int AT_ONCE = 200;

    private final CheckInAsking asking;
    private final JdbcClient sql;

    DueCheckInsBenchmark(CheckInAsking asking, JdbcClient sql) {
        this.asking = asking;
        this.sql = sql;
    }

    /**
     * What came of it.
     *
     * @param perSecond questions asked a second
     * @param megabytes the most memory in use after a collection while it ran, less what was in use before
     */
    public record Result(int questions, double perSecond, double megabytes) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "due check-ins: %,d asked, %,.0f/s, %+.1f MB", questions, perSecond, megabytes);
        }
    }

    /** @param plan a plan whose row is copied so many times */
    Result run(UUID plan, int questions, Instant due) {
        fill(plan, questions, due);
        double before = used();
        double most = before;
        long start = System.nanoTime();
        int asked = 0;
        int now;
        while ((now = asking.askDue(AT_ONCE)) > 0) {
            asked += now;
            if (asked % (AT_ONCE * 100) == 0) {
                most = Math.max(most, used());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(asked, asked / seconds, most - before);
    }

    private void fill(UUID plan, int questions, Instant due) {
        sql.sql("""
                insert into check_in (id, plan_id, client_id, after_hours, due_at, status, version)
                select gen_random_uuid(), p.id, p.client_id, 1000 + n, :due, 'PLANNED', 0
                from aftercare_plan p, generate_series(1, :many) n where p.id = :plan
                """)
                .param("due", Timestamp.from(due.minus(Duration.ofMinutes(1))))
                .param("many", questions)
                .param("plan", plan)
                .update();
        sql.sql("analyze check_in").update();
    }

    private static double used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
