package app.afterwell.aftercare.checkin;

/** Where a question to a client stands. */
public enum CheckInStatus {
    /** Its time has not come. */
    PLANNED,
    /** The client has been asked. */
    ASKED,
    ANSWERED,
    /** Nobody answered; that is unknown, not well. */
    UNKNOWN,
    /** Not asked after all. */
    CANCELLED
}
