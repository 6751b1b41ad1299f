package app.afterwell.aftercare.followup;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.TaskId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the rest of aftercare enters what staff come to owe, inside its transactions. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskBook {

    private final StaffTasks tasks;
    private final TaskHistory history;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskBook(StaffTasks tasks, TaskHistory history, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Raises a task, or adds to the one that is open for the same cause.
     *
     * @return the task
     */
    public TaskId raise(RaiseTask task) {
        lock(task.causeKey());
        return add(task, tasks.openWithCause(task.causeKey()), clock.instant());
    }

    /**
     * Raises the alert that a client's answer asks for. A plan has one open alert a cause; an answer that is worse than
     * all that is open raises the gravest one instead of standing beside it.
     *
     * @param at when the client told it
     */
    public TaskId raiseAlert(PlanId plan, RaiseTask task, Instant at) {
        lock("alert " + plan);
        var open = tasks.openOfPlan(plan.value(), EnumSet.of(TaskKind.URGENT_ALERT, TaskKind.WATCH));
        var same = open.stream().filter(other -> other.has(task.causes())).findFirst();
        var worse = open.stream().findFirst().filter(gravest -> task.urgency().compareTo(gravest.urgency()) > 0);
        return add(task, same.or(() -> worse).or(() -> tasks.openWithCause(task.causeKey())), at);
    }

    /** Closes what is open about an appointment, because it has been done elsewhere. */
    public void settle(AppointmentId appointment, TaskKind kind, String outcome) {
        for (var task : tasks.openOfAppointment(appointment.value(), kind)) {
            task.complete(outcome, null, false, null, "Afterwell", clock.instant());
            tasks.save(task);
            history.add(task.id(), TaskHistory.Entry.of(TaskStep.COMPLETED, null));
            events.publishEvent(new TaskChanged(new TaskId(task.id())));
        }
    }

    /** What is open about a plan is now about the one in its place. */
    public void follow(PlanId before, PlanId by) {
        tasks.flush();
        sql.sql("update staff_task set plan_id = :by, version = version + 1 where plan_id = :plan and status = 'OPEN'")
                .param("by", by.value())
                .param("plan", before.value())
                .update();
    }

    private TaskId add(RaiseTask task, Optional<StaffTask> open, Instant at) {
        if (open.isEmpty()) {
            var raised = tasks.save(new StaffTask(task, at));
            events.publishEvent(new TaskRaised(new TaskId(raised.id())));
            return new TaskId(raised.id());
        }
        var known = open.get();
        boolean raised = known.report(task);
        tasks.save(known);
        history.add(known.id(), TaskHistory.Entry.of(raised ? TaskStep.WORSENED : TaskStep.REPORTED, null));
        var id = new TaskId(known.id());
        events.publishEvent(raised ? new TaskRaised(id) : new TaskChanged(id));
        return id;
    }

    /** Two reports of one cause at the same moment must not both find nothing open. */
    private void lock(String key) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7))")
                .param("key", key)
                .query((row, number) -> true)
                .single();
    }
}
