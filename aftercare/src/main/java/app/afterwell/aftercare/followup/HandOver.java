package app.afterwell.aftercare.followup;

import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UserId;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Gives a task to a colleague, or to whoever of a role is there; exactly one of both.
 *
 * @param role desk or therapist
 * @param word what the other should know; who gets the task can read it
 */
public record HandOver(
        TaskId task,
        @Nullable UserId person,
        @Nullable Role role,
        @Nullable @Size(max = 500) String word) {}
