package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;

/** A task was claimed, completed or added to. */
public record TaskChanged(TaskId task) {}
