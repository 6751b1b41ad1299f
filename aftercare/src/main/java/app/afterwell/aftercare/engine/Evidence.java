package app.afterwell.aftercare.engine;

/** How strong the ground is on which a rule stands. */
public enum Evidence {
    /** Controlled studies speak for it. */
    SUPPORTED,
    /** Some studies or wide professional agreement. */
    LIMITED,
    /** Handed down in the profession; the sources say so, studies do not. */
    TRADITIONAL,
    /** A matter of caution: no proof of harm is waited for. */
    CAUTION
}
