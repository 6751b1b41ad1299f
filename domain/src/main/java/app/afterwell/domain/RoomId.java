package app.afterwell.domain;

import java.util.UUID;

/** Names a room. */
public record RoomId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static RoomId next() {
        return new RoomId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static RoomId of(String text) {
        return new RoomId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
