package app.afterwell.aftercare.note;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the changes of one device into a draft that others may have changed meanwhile, part by part: the side that changed
 * a part wins. Where both did, the stored one stands, and it is said.
 *
 * @param parts of the draft with the changes
 * @param clashes parts that were changed on both sides
 */
record NoteMerge(Map<String, String> parts, List<String> clashes) {

    static NoteMerge of(Map<String, String> stored, List<NoteChange> changes) {
        var parts = new LinkedHashMap<>(stored);
        var clashes = changes.stream()
                .filter(change -> !fits(parts, change))
                .map(NoteChange::part)
                .toList();
        return new NoteMerge(parts, clashes);
    }

    /** All changes made, whoever changed what meanwhile: what the device shows. */
    static Map<String, String> asOnTheDevice(Map<String, String> stored, List<NoteChange> changes) {
        var parts = new LinkedHashMap<>(stored);
        changes.forEach(change -> put(parts, change.part(), change.is()));
        return parts;
    }

    private static boolean fits(Map<String, String> parts, NoteChange change) {
        var now = parts.get(change.part());
        var is = emptyIsNull(change.is());
        if (Objects.equals(now, is) || Objects.equals(emptyIsNull(change.was()), is)) {
            return true;
        }
        if (Objects.equals(now, emptyIsNull(change.was())) || goesOn(change.part(), now, is)) {
            put(parts, change.part(), is);
            return true;
        }
        return goesOn(change.part(), is, now);
    }

    /** A text that only goes on where the other one stops: written by the same hand, and saved in between. */
    private static boolean goesOn(String part, @Nullable String text, @Nullable String longer) {
        return (part.startsWith("text/") || part.endsWith("/reason"))
                && text != null
                && longer != null
                && longer.startsWith(text);
    }

    private static void put(Map<String, String> parts, String part, @Nullable String is) {
        if (emptyIsNull(is) == null) {
            parts.remove(part);
        } else {
            parts.put(part, is);
        }
    }

    private static @Nullable String emptyIsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
