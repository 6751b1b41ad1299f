package app.afterwell.aftercare.plan;

/** Where a plan stands. */
public enum PlanState {
    /** In use. */
    OPEN,
    /** Its self-care is on hold until the therapist has looked. */
    PAUSED,
    /** Its days are over. */
    ENDED,
    /** A later plan or a new version of the note took its place. */
    SUPERSEDED
}
