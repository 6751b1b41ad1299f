package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import org.jspecify.annotations.Nullable;

/**
 * What the therapist decided about an item.
 *
 * @param item its code
 * @param area where; null means all of the item
 * @param reason why; needed to add what was withheld or is under review
 */
public record Decision(
        String item,
        @Nullable BodyArea area,
        Kind kind,
        @Nullable String reason) {

    /** What a therapist can do with an item. */
    public enum Kind {
        /** Confirms what is under review (or is offered anyway). */
        KEEP,
        /** Leaves it out. */
        DROP,
        /** Puts into the plan what the engine folded away, withheld or did not think of. */
        ADD
    }
}
