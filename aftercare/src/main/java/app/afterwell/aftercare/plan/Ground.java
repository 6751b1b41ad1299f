package app.afterwell.aftercare.plan;

import java.time.Instant;

/** On what ground a therapist may see a client's record. */
public enum Ground {
    /** They have or had an appointment with the client. */
    TREATS,
    /** They wrote a note of the client in the place of whoever treats them. */
    COVERED,
    /** They said why they must, and it is not long ago: to read, not to write. */
    BROKE_GLASS,
    /** None. */
    NONE;

    static Ground of(Ties ties, Instant now) {
        if (ties.appointment()) {
            return TREATS;
        }
        if (ties.wrote()) {
            return COVERED;
        }
        var until = ties.glassUntil();
        return until != null && now.isBefore(until) ? BROKE_GLASS : NONE;
    }

    public boolean reads() {
        return this != NONE;
    }

    public boolean writes() {
        return this == TREATS || this == COVERED;
    }
}
