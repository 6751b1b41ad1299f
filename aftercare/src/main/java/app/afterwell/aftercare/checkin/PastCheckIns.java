package app.afterwell.aftercare.checkin;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.CheckInAnswer;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.TriageResult;
import app.afterwell.aftercare.followup.TaskBook;
import app.afterwell.aftercare.plan.Curve;
import app.afterwell.aftercare.plan.IssuedPlans;
import app.afterwell.aftercare.plan.PlanBasis;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.Ids;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.TaskId;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over the check-ins of past plans, many at once; each answer goes through the same triage as a live one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PastCheckIns {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final TaskBook tasks;
    private final IssuedPlans plans;
    private final CheckInSchedule schedule;

    PastCheckIns(JdbcTemplate jdbc, TaskBook tasks, IssuedPlans plans, CheckInSchedule schedule) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.plans = plans;
        this.schedule = schedule;
    }

    /**
     * A past answer.
     *
     * @param afterHours the question it answers; null if it came unasked
     * @param openTask whether the task it raised is still open
     */
    public record Past(@Nullable Integer afterHours, Instant at, AnswerCheckIn answer, boolean openTask) {}

    /** The check-ins of one plan, judged and ready to be written. */
    public record Judged(PlanBasis plan, List<Row> rows, Curve curve) {}

    /** One check-in; what was not answered has no answer. */
    public record Row(
            UUID id,
            @Nullable Integer afterHours,
            @Nullable Instant dueAt,
            CheckInStatus status,
            @Nullable Past past,
            @Nullable CheckInAnswer told,
            @Nullable TriageResult result) {}

    /** Judges the answers to one plan in their order, and works out which questions are open, silent or to come. */
    public static Judged judge(
            CompiledProtocol protocol,
            PlanBasis plan,
            List<Past> answers,
            ZoneId clientZone,
            Instant signed,
            Instant now) {
        var times = CheckInTimes.after(plan.visitEnd(), plan.said().checkIns(), clientZone, signed);
        var open = new HashMap<Integer, CheckInTimes.Time>();
        times.forEach(time -> open.put(time.afterHours(), time));
        var rows = new ArrayList<Row>();
        var earlier = new ArrayList<CheckInAnswer>();
        var points = new ArrayList<Curve.Point>();
        for (var past : answers.stream().sorted(Comparator.comparing(Past::at)).toList()) {
            var told = new CheckInAnswer(
                    plan.hoursAt(past.at()),
                    past.answer().pain(),
                    past.answer().areas(),
                    past.answer().symptoms());
            var result = protocol.triage(told, earlier, plan.session(), plan.safety(), plan.history());
            var time = past.afterHours() == null ? null : open.remove(past.afterHours());
            rows.add(new Row(
                    Ids.next(),
                    time == null ? null : time.afterHours(),
                    time == null ? null : time.dueAt(),
                    CheckInStatus.ANSWERED,
                    past,
                    told,
                    result));
            earlier.add(told);
            points.add(new Curve.Point(
                    told.hours(), told.pain().value(), plan.band().upperEdge(told.hours()), result.outcome()));
        }
        for (var time : times) {
            if (open.containsKey(time.afterHours())) {
                rows.add(new Row(
                        Ids.next(), time.afterHours(), time.dueAt(), state(times, time, now), null, null, null));
            }
        }
        return new Judged(plan, rows, new Curve(plan.band(), points));
    }

    private static CheckInStatus state(List<CheckInTimes.Time> all, CheckInTimes.Time time, Instant now) {
        if (time.dueAt().isAfter(now)) {
            return CheckInStatus.PLANNED;
        }
        var givenUp = all.getLast().dueAt().plus(CheckInSchedule.SILENCE);
        return givenUp.isAfter(now) ? CheckInStatus.ASKED : CheckInStatus.UNKNOWN;
    }

    /**
     * Writes what was judged, plans the questions that are to come and raises the tasks that are open.
     *
     * @return how many tasks are open
     */
    public int insert(List<Judged> all) {
        var raised = new HashMap<UUID, TaskId>();
        var jobs = new ArrayList<SchedulableInstance<?>>();
        record Line(PlanBasis plan, Row row) {}
        var lines = new ArrayList<Line>();
        for (var judged : all) {
            @Nullable Instant lastDue = null;
            for (var row : judged.rows()) {
                lines.add(new Line(judged.plan(), row));
                alert(judged.plan(), row, raised);
                var due = row.dueAt();
                if (due != null
                        && (row.status() == CheckInStatus.PLANNED || row.status() == CheckInStatus.ASKED)
                        && (lastDue == null || due.isAfter(lastDue))) {
                    lastDue = due;
                }
            }
            if (lastDue != null) {
                jobs.add(CheckInJobs.SILENCE
                        .instance(judged.plan().id().toString())
                        .scheduledTo(lastDue.plus(CheckInSchedule.SILENCE)));
            }
        }
        jdbc.batchUpdate("""
                insert into check_in (id, plan_id, client_id, after_hours, due_at, status, asked_at, answered_at, hours,
                    pain, areas, symptoms, done, remark, triage, outcome, task_id, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?, ?, 0)
                """, lines, BATCH, (statement, line) -> {
            var row = line.row();
            int at = 0;
            statement.setObject(++at, row.id());
            statement.setObject(++at, line.plan().id().value());
            statement.setObject(++at, line.plan().client().value());
            statement.setObject(++at, row.afterHours(), Types.INTEGER);
            statement.setTimestamp(++at, time(row.dueAt()));
            statement.setString(++at, row.status().name());
            statement.setTimestamp(++at, row.status() == CheckInStatus.PLANNED ? null : time(row.dueAt()));
            var past = row.past();
            var told = row.told();
            var result = row.result();
            if (past == null || told == null || result == null) {
                for (int type : UNANSWERED) {
                    statement.setNull(++at, type);
                }
                return;
            }
            statement.setTimestamp(++at, time(past.at()));
            statement.setDouble(++at, told.hours());
            statement.setInt(++at, told.pain().value());
            statement.setString(++at, CareJson.write(told.areas()));
            statement.setString(++at, CareJson.write(told.symptoms()));
            statement.setString(++at, CareJson.write(past.answer().done()));
            statement.setString(++at, past.answer().note());
            statement.setString(++at, CareJson.write(result));
            statement.setString(++at, result.outcome().name());
            var task = raised.get(row.id());
            statement.setObject(++at, task == null ? null : task.value(), Types.OTHER);
        });
        schedule.schedule(jobs);
        return raised.size();
    }

    private static final int[] UNANSWERED = {
        Types.TIMESTAMP,
        Types.DOUBLE,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.OTHER
    };

    private void alert(PlanBasis plan, Row row, HashMap<UUID, TaskId> raised) {
        var past = row.past();
        var told = row.told();
        var result = row.result();
        if (past == null
                || told == null
                || result == null
                || !past.openTask()
                || result.outcome() == Outcome.AS_EXPECTED) {
            return;
        }
        var checkIn = new CheckInId(row.id());
        raised.put(
                row.id(),
                tasks.raiseAlert(
                        plan.id(), Alerts.of(plan, checkIn, past.answer(), told, result, past.at()), past.at()));
        if (result.outcome().compareTo(Outcome.URGENT) >= 0) {
            plans.pauseSelfCare(plan, past.at());
        }
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
