package app.afterwell.aftercare.followup;

/** Whether a task is still owed. */
public enum TaskStatus {
    OPEN,
    DONE
}
