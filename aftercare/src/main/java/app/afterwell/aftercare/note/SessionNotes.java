package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Writes, previews and signs session notes. */
@Service
@Validated
@Transactional(readOnly = true)
@PreAuthorize("hasRole('THERAPIST')")
public class SessionNotes {

    /** The note of a visit, an empty one if nothing was written yet. */
    public NoteView open(AppointmentId appointment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Saves a draft. One that stands on an older version is refused with {@code stale-version}; its text is kept as a
     * conflict copy, so that neither text is lost.
     */
    @Transactional
    public NoteView save(@Valid SaveDraft command) {
        throw new UnsupportedOperationException();
    }

    /** Lets go of a conflict copy that is no longer needed. */
    @Transactional
    public void discardCopy(AppointmentId appointment, NoteId copy) {
        throw new UnsupportedOperationException();
    }

    /** What would follow from a draft; nothing is stored. */
    public Preview preview(AppointmentId appointment, @Valid NoteDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** Locks the note, issues the plan and its follow-up: all or nothing. The same call again answers the same. */
    @Transactional
    public Signed sign(@Valid SignNote command) {
        throw new UnsupportedOperationException();
    }

    /** The notes that whoever asks still owes, oldest first. */
    public List<UnsignedNote> unsigned() {
        throw new UnsupportedOperationException();
    }

    /** A client's notes, newest first. */
    public List<NoteSummary> forClient(ClientId client) {
        throw new UnsupportedOperationException();
    }
}
