package app.afterwell.aftercare.note;

import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.plan.PlanView;
import java.util.List;

/** What a signature made. */
public record Signed(NoteView note, PlanView plan, List<TaskView> tasks) {

    public Signed {
        tasks = List.copyOf(tasks);
    }
}
