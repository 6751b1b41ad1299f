package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a task aside for a while.
 *
 * @param until when it comes back
 * @param word why
 */
public record SnoozeTask(
        TaskId task,
        Instant until,
        @Nullable @Size(max = 500) String word) {}
