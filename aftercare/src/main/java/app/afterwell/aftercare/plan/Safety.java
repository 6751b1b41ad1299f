package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.Because;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what the engine says now with what it said when a plan was issued. */
final class Safety {

    private Safety() {}

    /**
     * The items of a plan that are no longer safe as they were issued: a rule that did not speak when the therapist
     * decided now withholds the item, wants it reviewed, or changes its words.
     */
    static List<String> newlyUnsafe(PlanBasis plan, PlanResult now) {
        var before = objections(plan.said());
        var after = objections(now);
        var unsafe = new ArrayList<String>();
        for (var item : items(plan.decided()).toList()) {
            var objections = new HashSet<>(after.getOrDefault(item.item(), Set.of()));
            objections.removeAll(before.getOrDefault(item.item(), Set.of()));
            var current =
                    items(now).filter(said -> said.item().equals(item.item())).toList();
            boolean reworded = current.stream().anyMatch(PlanItem::modified)
                    && current.stream()
                            .noneMatch(said -> said.steps().equals(item.steps())
                                    && said.dose().equals(item.dose()));
            if ((!objections.isEmpty() || reworded) && !unsafe.contains(item.item())) {
                unsafe.add(item.item());
            }
        }
        return unsafe;
    }

    private static Stream<PlanItem> items(PlanResult plan) {
        return Stream.concat(plan.offered().stream(), plan.later().stream());
    }

    /** Item to the rules and facts that speak against it, area by area. */
    private static Map<String, Set<String>> objections(PlanResult plan) {
        var result = new HashMap<String, Set<String>>();
        plan.withheld().forEach(row -> add(result, row.item(), "withheld " + row.areas(), row.because()));
        plan.review().forEach(row -> add(result, row.item(), "review " + row.areas(), row.because()));
        return result;
    }

    private static void add(Map<String, Set<String>> result, String item, String how, List<Because> because) {
        var all = result.computeIfAbsent(item, key -> new HashSet<>());
        because.forEach(reason -> all.add(how + " " + reason.rule() + " " + reason.facts()));
    }
}
