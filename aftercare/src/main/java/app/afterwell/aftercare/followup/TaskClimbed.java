package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;

/** An urgent task was overdue for too long; {@link ClimbedTasks} says whose it is. */
public record TaskClimbed(TaskId task) {}
