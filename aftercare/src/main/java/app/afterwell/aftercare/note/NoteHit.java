package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import java.time.LocalDate;
import java.util.List;

/**
 * A note in which words were found.
 *
 * @param revision which version
 * @param addendum whether they were found in an addendum
 * @param words the place, in pieces
 */
public record NoteHit(
        AppointmentId appointment,
        LocalDate day,
        int revision,
        boolean addendum,
        NoteStatus status,
        String by,
        List<Piece> words) {

    public NoteHit {
        words = List.copyOf(words);
    }

    /** @param found whether this piece is what was looked for */
    public record Piece(String text, boolean found) {}
}
