package app.afterwell.aftercare.followup;

/** What a task of the staff is about. */
public enum TaskKind {
    /** A client told something that needs a call today, or at once. */
    URGENT_ALERT,
    /** A client told something to keep an eye on. */
    WATCH,
    /** A client at risk did not answer. */
    SILENT_CLIENT,
    /** A visit is over and its note is not signed. */
    UNSIGNED_NOTE,
    /** A health form changed while a plan was open. */
    PROFILE_CHANGED;

    /** Whether the desk can do it: it rings, without knowing why. */
    public boolean isCall() {
        return this == URGENT_ALERT || this == SILENT_CLIENT;
    }
}
