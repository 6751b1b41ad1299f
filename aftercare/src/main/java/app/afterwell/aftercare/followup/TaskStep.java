package app.afterwell.aftercare.followup;

/** What happened to a task. */
public enum TaskStep {
    /** It was raised; the first of every history. */
    RAISED,
    /** The same cause was reported again. */
    REPORTED,
    /** A graver report has raised it. */
    WORSENED,
    CLAIMED,
    HANDED_OVER,
    /** Whoever had it gave it back, for anybody to take. */
    RELEASED,
    SNOOZED,
    WOKEN,
    COMMENTED,
    /** It was overdue for too long and went up to the clinical lead and, as a number, to the owner. */
    CLIMBED,
    COMPLETED,
    /** Closing it was taken back. */
    REOPENED
}
