package app.afterwell.aftercare.followup;

/** How soon a task is to be done, from can wait to at once. */
public enum Urgency {
    SOON,
    TODAY,
    URGENT,
    EMERGENCY
}
