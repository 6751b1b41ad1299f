package app.afterwell.domain;

import java.util.UUID;

/** Names one question to a client about how they are. */
public record CheckInId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static CheckInId next() {
        return new CheckInId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static CheckInId of(String text) {
        return new CheckInId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
