package app.afterwell.domain;

import java.util.UUID;

/** Names an account that can sign in. */
public record UserId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static UserId next() {
        return new UserId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
