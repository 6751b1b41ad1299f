package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import java.util.List;

/**
 * What the engine said and what became of it by the therapist's decisions; the record keeps both.
 *
 * @param said the engine's result
 * @param decided what the client gets: nothing is under review any more
 * @param overrides what was added against a rule, for the supervisor's list
 */
public record DecidedPlan(PlanResult said, PlanResult decided, List<Overruled> overrides) {

    public DecidedPlan {
        overrides = List.copyOf(overrides);
    }

    /**
     * A safety rule that the therapist overruled or confirmed past.
     *
     * @param rules codes of the rules that spoke against the item
     * @param withheld whether it was withheld; otherwise it was under review
     * @param reason the therapist's; empty if a review item was kept without one
     */
    public record Overruled(String item, List<BodyArea> areas, List<String> rules, boolean withheld, String reason) {

        public Overruled {
            areas = List.copyOf(areas);
            rules = List.copyOf(rules);
        }
    }
}
