package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;

/** Staff owe something new, or it has become more urgent. */
public record TaskRaised(TaskId task) {}
