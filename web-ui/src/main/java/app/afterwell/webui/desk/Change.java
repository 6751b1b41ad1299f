package app.afterwell.webui.desk;

import org.jspecify.annotations.Nullable;

/**
 * Something that the desk did, in words.
 *
 * @param undo takes it back and says so; null if that cannot be
 * @param entry what came onto the board by it and ought to be seen there; null for nothing
 */
record Change(String text, @Nullable Undo undo, @Nullable String entry) {

    Change(String text, @Nullable Undo undo) {
        this(text, undo, null);
    }

    /** Takes a change back. */
    interface Undo {
        Change run();
    }
}
