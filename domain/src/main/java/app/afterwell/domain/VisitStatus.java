package app.afterwell.domain;

/** Where an appointment stands. */
public enum VisitStatus {
    BOOKED,
    CONFIRMED,
    ARRIVED,
    IN_SESSION,
    COMPLETED,
    NO_SHOW,
    CANCELLED;

    /** Whether the client has been there: only then can a note be signed. */
    public boolean started() {
        return this == ARRIVED || this == IN_SESSION || this == COMPLETED;
    }

    /** Whether the appointment no longer takes its therapist's and its room's time. */
    public boolean frees() {
        return this == CANCELLED || this == NO_SHOW;
    }
}
