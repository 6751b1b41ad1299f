package app.afterwell.aftercare.note;

/**
 * A draft after changes.
 *
 * @param copied whether a part had been changed on both sides, so that the text that came later is kept as a copy
 */
public record Changed(NoteView note, boolean copied) {}
