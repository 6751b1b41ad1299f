package app.afterwell.aftercare.engine;

/** Whether a therapist may overrule a withheld item. */
public enum Strength {
    /** Nobody can. */
    ABSOLUTE,
    /** With a reason, which is recorded. */
    RELATIVE
}
