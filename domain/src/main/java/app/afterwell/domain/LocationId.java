package app.afterwell.domain;

import java.util.UUID;

/** Names a location of the clinic. */
public record LocationId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static LocationId next() {
        return new LocationId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static LocationId of(String text) {
        return new LocationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
