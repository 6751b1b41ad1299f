package app.afterwell.aftercare.followup;

import java.util.List;

/** One page of tasks, most urgent first. */
public record TaskPage(List<TaskView> tasks, int page, int size, long total) {

    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
