package app.afterwell.booking;

/**
 * A free time with the therapist who was chosen for it among all that are free then.
 *
 * @param why what decided
 * @param free how many were free then
 * @param visits how many visits the chosen one has that day already
 */
public record TherapistChoice(FreeSlot slot, Why why, int free, int visits) {

    /** What decided. */
    public enum Why {
        /** Nobody else is free then. */
        ONLY_ONE_FREE,

        /** The client was with them last. */
        KNOWN_TO_CLIENT,

        /** They have the fewest visits that day. */
        FEWEST_VISITS,

        /** Several have as few; whose turn it is goes by the day. */
        THEIR_TURN
    }
}
