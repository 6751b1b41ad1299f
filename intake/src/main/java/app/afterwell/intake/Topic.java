package app.afterwell.intake;

/** What the clinic writes to its clients about. */
public enum Topic {
    /** That an appointment was made, changed or cancelled; it cannot be turned off, only sent another way. */
    APPOINTMENTS(Way.EMAIL, true),
    /** An appointment that comes, and a form that is missing for it. */
    REMINDERS(Way.EMAIL, false),
    /** How they are after a visit. */
    CHECK_INS(Way.EMAIL, false),
    /** What is to be done today, at a time of their own choice. */
    CARE_PLAN(Way.OFF, false),
    /** A time that has come free, and when it was long since the last visit. */
    NEWS(Way.EMAIL, false);

    private final Way usual;
    private final boolean necessary;

    Topic(Way usual, boolean necessary) {
        this.usual = usual;
        this.necessary = necessary;
    }

    /** How it is sent to whoever has not said otherwise. */
    public Way usual() {
        return usual;
    }

    /** Whether it cannot be turned off. */
    public boolean necessary() {
        return necessary;
    }
}
