package app.afterwell.webui.desk;

import org.jspecify.annotations.Nullable;

/**
 * Something that the desk did, in words.
 *
 * @param undo takes it back and says so; null if that cannot be
 */
record Change(String text, @Nullable Undo undo) {

    /** Takes a change back. */
    interface Undo {
        Change run();
    }
}
