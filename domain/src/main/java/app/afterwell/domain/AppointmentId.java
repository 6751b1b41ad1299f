package app.afterwell.domain;

import java.util.UUID;

/** Names an appointment, and the visit that it becomes. */
public record AppointmentId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static AppointmentId next() {
        return new AppointmentId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
