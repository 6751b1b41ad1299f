package app.afterwell.booking;

/** For whom a cancellation counts. */
public enum CancelledBy {
    /** Inside the notice period it counts as the client's late cancellation. */
    CLIENT,

    /** It never counts against the client, also where a booking was a mistake. */
    CLINIC
}
