package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Says that a task is done.
 *
 * @param outcome what came of it, a stable code or words
 * @param comment what was said
 */
public record CompleteTask(
        TaskId task,
        @NotBlank @Size(max = 200) String outcome,
        @Nullable @Size(max = 2000) String comment) {}
