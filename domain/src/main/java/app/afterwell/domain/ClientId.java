package app.afterwell.domain;

import java.util.UUID;

/** Names a client. */
public record ClientId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static ClientId next() {
        return new ClientId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static ClientId of(String text) {
        return new ClientId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
