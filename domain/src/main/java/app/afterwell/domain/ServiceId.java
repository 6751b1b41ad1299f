package app.afterwell.domain;

import java.util.UUID;

/** Names a service of the clinic. */
public record ServiceId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static ServiceId next() {
        return new ServiceId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static ServiceId of(String text) {
        return new ServiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
