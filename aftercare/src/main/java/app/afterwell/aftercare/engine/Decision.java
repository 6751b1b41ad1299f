package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the therapist decided about an item.
 *
 * @param item its code
 * @param area where; null means all of the item
 * @param reason why; needed to add what was withheld or is under review, and to change a dose or the order
 * @param dose what the client reads instead of the protocol's dose; null leaves it
 * @param place where it stands in the plan, from 0; null leaves it where it is
 */
public record Decision(
        String item,
        @Nullable BodyArea area,
        Kind kind,
        @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dose,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer place) {

    /** The most characters that a dose may have. */
    public static final int LONGEST_DOSE = 300;

    /** A decision that leaves dose and order as they are. */
    public Decision(String item, @Nullable BodyArea area, Kind kind, @Nullable String reason) {
        this(item, area, kind, reason, null, null);
    }

    /** Whether it says how much or in which order. */
    public boolean reshapes() {
        return dose != null || place != null;
    }

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
