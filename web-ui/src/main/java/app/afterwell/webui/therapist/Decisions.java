package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.Decision.Kind;
import app.afterwell.aftercare.engine.PlanResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the therapist has decided about the plan so far; it is part of the draft. */
final class Decisions {

    private final Map<String, Decision> byItem;

    /** @param byItem the draft's own, by item code */
    Decisions(Map<String, Decision> byItem) {
        this.byItem = byItem;
    }

    void decide(String item, Kind kind, @Nullable String reason) {
        decide(new Decision(item, null, kind, reason));
    }

    void decide(Decision decision) {
        byItem.put(decision.item(), decision);
    }

    void undo(String item) {
        byItem.remove(item);
    }

    Optional<Decision> of(String item) {
        return Optional.ofNullable(byItem.get(item));
    }

    boolean is(String item, Kind kind) {
        return of(item).filter(decision -> decision.kind() == kind).isPresent();
    }

    /** Whether the item has a dose or a place of the therapist's own. */
    boolean reshapes(String item) {
        return of(item).filter(Decision::reshapes).isPresent();
    }

    /** Items under review that are still undecided. */
    List<PlanResult.ReviewItem> open(PlanResult plan) {
        return plan.review().stream()
                .filter(review -> !byItem.containsKey(review.item()))
                .toList();
    }
}
