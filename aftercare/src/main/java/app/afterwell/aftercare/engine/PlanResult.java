package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import java.time.Duration;
import java.util.List;

/**
 * What the engine decided: the same input gives the same result in the same order.
 *
 * @param offered specific items first, the leading one at the top, then the basics
 * @param later what is offered but folded away
 * @param review what the therapist must keep or drop before signing
 * @param withheld what a rule would have offered, or the therapist picked, and safety stopped
 * @param checkIns when to ask the client, counted from the visit's end
 * @param prompts for the therapist, never for the client
 */
public record PlanResult(
        ProtocolRef protocol,
        List<PlanItem> offered,
        List<PlanItem> later,
        List<ReviewItem> review,
        List<WithheldItem> withheld,
        List<Duration> checkIns,
        List<Prompt> prompts) {

    public PlanResult {
        offered = List.copyOf(offered);
        later = List.copyOf(later);
        review = List.copyOf(review);
        withheld = List.copyOf(withheld);
        checkIns = List.copyOf(checkIns);
        prompts = List.copyOf(prompts);
    }

    /** The version of the protocol that decided, and whether it has been approved. */
    public record ProtocolRef(int version, boolean approved) {}

    /**
     * An item as the client will read it.
     *
     * @param item its code
     * @param days days of the plan on which it is done, 0 being the day of the visit
     * @param areas where it is done; empty means the whole body
     * @param modified whether safety changed its words
     * @param because the rule that offered it and those that modified it
     */
    public record PlanItem(
            String item,
            String title,
            List<String> steps,
            String dose,
            List<Integer> days,
            List<BodyArea> areas,
            boolean modified,
            List<Because> because) {

        public PlanItem {
            steps = List.copyOf(steps);
            days = List.copyOf(days);
            areas = List.copyOf(areas);
            because = List.copyOf(because);
        }

        /** The same item in another amount. */
        PlanItem withDose(String other) {
            return new PlanItem(item, title, steps, other, days, areas, modified, because);
        }
    }

    /** An item that the therapist must keep or drop. */
    public record ReviewItem(String item, List<BodyArea> areas, List<Because> because) {

        public ReviewItem {
            areas = List.copyOf(areas);
            because = List.copyOf(because);
        }
    }

    /** An item that safety stopped. */
    public record WithheldItem(String item, List<BodyArea> areas, Strength strength, List<Because> because) {

        public WithheldItem {
            areas = List.copyOf(areas);
            because = List.copyOf(because);
        }
    }

    /** Something the therapist should think of. */
    public record Prompt(String prompt, List<Because> because) {

        public Prompt {
            because = List.copyOf(because);
        }
    }
}
