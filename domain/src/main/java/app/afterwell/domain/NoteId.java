package app.afterwell.domain;

import java.util.UUID;

/** Names a session note. */
public record NoteId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static NoteId next() {
        return new NoteId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static NoteId of(String text) {
        return new NoteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
