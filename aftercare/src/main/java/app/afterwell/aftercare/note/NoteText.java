package app.afterwell.aftercare.note;

import jakarta.validation.constraints.Size;

/** The written part of a session note: subjective, objective, assessment, plan. */
public record NoteText(
        @Size(max = MAX) String subjective,
        @Size(max = MAX) String objective,
        @Size(max = MAX) String assessment,
        @Size(max = MAX) String plan) {

    /** The most characters that one field may have. */
    public static final int MAX = 20_000;

    public static final NoteText EMPTY = new NoteText("", "", "", "");
}
