package app.afterwell.intake;

/** What a client can agree to. */
public enum ConsentKind {
    /** To be treated by hand. */
    TREATMENT,
    /** That the clinic keeps and uses data about their health. */
    HEALTH_DATA,
    /** To get reminders and check-ins by e-mail or text message. */
    MESSAGES
}
