package app.afterwell.aftercare.note;

/** Whether a note can still be written. */
public enum NoteStatus {
    DRAFT,
    SIGNED
}
