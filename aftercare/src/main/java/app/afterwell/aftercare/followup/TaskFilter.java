package app.afterwell.aftercare.followup;

import app.afterwell.domain.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param mine only those of the therapist's own clients or claimed by whoever asks
 */
public record TaskFilter(
        TaskStatus status, boolean mine, @Nullable ClientId client) {

    public static final TaskFilter OPEN = new TaskFilter(TaskStatus.OPEN, false, null);
}
