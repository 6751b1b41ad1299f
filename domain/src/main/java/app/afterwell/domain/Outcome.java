package app.afterwell.domain;

/** What a check-in comes to, from harmless to gravest. */
public enum Outcome {
    AS_EXPECTED,
    WATCH,
    URGENT,
    EMERGENCY
}
