package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Says something about a task.
 *
 * @param forDesk whether the desk may read what a therapist writes; what the desk writes all may read
 */
public record AddComment(
        TaskId task, @NotBlank @Size(max = 2000) String text, boolean forDesk) {}
