package app.afterwell.domain;

import java.util.UUID;

/** Names a task that staff owe. */
public record TaskId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static TaskId next() {
        return new TaskId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
