package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.AddComment;
import app.afterwell.aftercare.followup.CompleteTask;
import app.afterwell.aftercare.followup.HandOver;
import app.afterwell.aftercare.followup.SnoozeTask;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.Actor;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.components.TaskTexts;
import com.vaadin.flow.component.Component;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what is asked with the task that is shown, says so and offers the way back. */
class TaskActs implements TaskDetail.Acts {

    private final Component page;
    private final Actor actor;
    private final Tasks tasks;
    private final Plans plans;
    private final Function<@Nullable TaskView, Moments> moments;
    private final Runnable changed;
    private final Runnable leave;
    private final TaskChange change = new TaskChange();
    private @Nullable TaskView task;

    /**
     * @param changed shows the task anew
     * @param leave shows the list without a task
     */
    TaskActs(
            Component page,
            Actor actor,
            Tasks tasks,
            Plans plans,
            Function<@Nullable TaskView, Moments> moments,
            Runnable changed,
            Runnable leave) {
        this.page = page;
        this.actor = actor;
        this.tasks = tasks;
        this.plans = plans;
        this.moments = moments;
        this.changed = changed;
        this.leave = leave;
    }

    void show(@Nullable TaskView shown) {
        task = shown;
    }

    void undo() {
        change.takeBack();
    }

    @Override
    public void claim() {
        var it = open();
        if (it != null) {
            act(() -> tasks.claim(it.id()), said("tasks.did.claim", it), () -> tasks.release(it.id()), changed);
        }
    }

    @Override
    public void release() {
        var it = open();
        if (it != null) {
            act(() -> tasks.release(it.id()), said("tasks.did.release", it), () -> tasks.claim(it.id()), changed);
        }
    }

    @Override
    public void snooze() {
        var it = open();
        if (it == null || it.snoozedUntil() != null) {
            return;
        }
        if (it.urgency() == Urgency.EMERGENCY) {
            Says.problem(page, "emergency-waits", null);
            return;
        }
        var clock = moments.apply(it);
        new SnoozeDialog(
                        it,
                        clock,
                        (until, word) -> act(
                                () -> tasks.snooze(new SnoozeTask(it.id(), until, blank(word))),
                                page.getTranslation("tasks.did.snooze", title(it), clock.dayAndTime(until)),
                                () -> tasks.wake(it.id()),
                                leave))
                .open();
    }

    @Override
    public void wake() {
        var it = open();
        if (it != null && it.snoozedUntil() != null) {
            var until = it.snoozedUntil();
            act(
                    () -> tasks.wake(it.id()),
                    said("tasks.did.wake", it),
                    () -> tasks.snooze(new SnoozeTask(it.id(), until, null)),
                    changed);
        }
    }

    @Override
    public void handOver() {
        var it = open();
        if (it != null) {
            new HandOverDialog(
                            it,
                            tasks.colleaguesFor(it.id()),
                            actor.userId(),
                            (person, role, word, name) -> act(
                                    () -> tasks.handOver(new HandOver(it.id(), person, role, blank(word))),
                                    page.getTranslation("tasks.did.over", title(it), name),
                                    () -> giveBack(it),
                                    changed))
                    .open();
        }
    }

    /** As it was before it was handed over. */
    private void giveBack(TaskView before) {
        if (before.claimedById() != null) {
            tasks.handOver(new HandOver(before.id(), before.claimedById(), null, null));
        } else if (before.assignedRole() != null) {
            tasks.handOver(new HandOver(before.id(), null, before.assignedRole(), null));
        } else {
            tasks.release(before.id());
        }
    }

    @Override
    public boolean say(String text, boolean forDesk) {
        var it = task;
        return it != null
                && act(
                        () -> tasks.comment(new AddComment(it.id(), text, forDesk)),
                        page.getTranslation("tasks.did.say"),
                        null,
                        changed);
    }

    @Override
    public void complete(String outcome, String comment) {
        var it = open();
        if (it != null) {
            act(
                    () -> tasks.complete(new CompleteTask(it.id(), outcome, blank(comment))),
                    page.getTranslation("tasks.completed"),
                    () -> tasks.reopen(it.id()),
                    leave);
        }
    }

    @Override
    public void reopen() {
        var it = task;
        if (it != null) {
            act(() -> tasks.reopen(it.id()), said("tasks.did.reopen", it), null, changed);
        }
    }

    @Override
    public void resume() {
        var it = task;
        var plan = it == null ? null : it.plan();
        if (plan != null) {
            act(() -> plans.resume(plan), page.getTranslation("tasks.resumed"), null, changed);
        }
    }

    private @Nullable TaskView open() {
        return task != null && task.status() == TaskStatus.OPEN ? task : null;
    }

    private boolean act(Runnable action, String said, @Nullable Runnable undo, Runnable then) {
        if (!Says.problem(page, action)) {
            return false;
        }
        change.show(
                said,
                page.getTranslation("tasks.undo"),
                undo == null
                        ? null
                        : () -> {
                            if (Says.problem(page, undo)) {
                                Says.done(page.getTranslation("tasks.undone"));
                            }
                            changed.run();
                        });
        then.run();
        return true;
    }

    private String said(String key, TaskView it) {
        return page.getTranslation(key, title(it));
    }

    private String title(TaskView it) {
        return TaskTexts.in(page).title(it);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
