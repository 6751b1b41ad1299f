package app.afterwell.aftercare.plan;

import app.afterwell.domain.BodyArea;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist decided about one item of the engine's plan.
 *
 * @param area null means all of the item
 * @param reason needed for an ADD
 */
public record Decision(
        String item,
        @Nullable BodyArea area,
        Choice decision,
        @Nullable @Size(max = 500) String reason) {

    /** What can be decided. */
    public enum Choice {
        /** A review item stays in the plan; an offered one does so anyhow. */
        KEEP,
        /** A review or offered item goes. */
        DROP,
        /** A withheld item comes in after all; only against relative rules, and with a reason. */
        ADD
    }
}
