package app.afterwell.aftercare.note;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A ready-made text for notes.
 *
 * @param name by which it is found
 * @param clinic whether everybody in the clinic has it; otherwise it is the user's own
 */
public record Snippet(
        SnippetId id,
        @NotBlank @Size(max = LONGEST_NAME) String name,
        @NotBlank @Size(max = LONGEST_TEXT) String text,
        boolean clinic) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_TEXT = 4000;
}
