package app.afterwell.domain;

import java.util.UUID;

/** Names a practitioner (a therapist as the calendar knows them). */
public record PractitionerId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static PractitionerId next() {
        return new PractitionerId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static PractitionerId of(String text) {
        return new PractitionerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
