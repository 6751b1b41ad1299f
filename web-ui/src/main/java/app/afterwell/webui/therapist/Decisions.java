package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.Decision.Kind;
import app.afterwell.aftercare.engine.PlanResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the therapist has decided about the plan so far; what the plan no longer asks is left out when it is signed. */
final class Decisions {

    private final Map<String, Decision> byItem = new LinkedHashMap<>();

    void decide(String item, Kind kind, @Nullable String reason) {
        byItem.put(item, new Decision(item, null, kind, reason));
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

    /** Items under review that are still undecided. */
    List<PlanResult.ReviewItem> open(PlanResult plan) {
        return plan.review().stream()
                .filter(review -> !byItem.containsKey(review.item()))
                .toList();
    }

    /** Those that still have something to say about the plan. */
    List<Decision> about(PlanResult plan) {
        var reviewed =
                items(plan.review().stream().map(PlanResult.ReviewItem::item).toList());
        var offered =
                items(plan.offered().stream().map(PlanResult.PlanItem::item).toList());
        var later = items(plan.later().stream().map(PlanResult.PlanItem::item).toList());
        var withheld = items(
                plan.withheld().stream().map(PlanResult.WithheldItem::item).toList());
        var relevant = new ArrayList<Decision>();
        for (var decision : byItem.values()) {
            boolean counts = switch (decision.kind()) {
                case KEEP -> reviewed.contains(decision.item());
                case DROP -> reviewed.contains(decision.item()) || offered.contains(decision.item());
                case ADD -> later.contains(decision.item()) || withheld.contains(decision.item());
            };
            if (counts) {
                relevant.add(decision);
            }
        }
        return relevant;
    }

    private static Set<String> items(List<String> codes) {
        return codes.stream().collect(Collectors.toUnmodifiableSet());
    }
}
