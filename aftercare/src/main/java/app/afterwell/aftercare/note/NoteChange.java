package app.afterwell.aftercare.note;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One part of a note that was changed on a device.
 *
 * @param part as {@link NoteParts} names it
 * @param was what the device had before; null if the part was not there
 * @param is what it has now; null if it was taken away
 */
public record NoteChange(
        @NotBlank @Size(max = 200) String part,
        @Nullable @Size(max = LONGEST) String was,
        @Nullable @Size(max = LONGEST) String is) {

    private static final int LONGEST = 40_000;
}
