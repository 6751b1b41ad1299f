package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one plan differs from another, by item code, in the order of the plan that has the item.
 *
 * @param changed in both, but with other words, days, dose or areas
 */
public record PlanDifference(List<String> added, List<String> removed, List<String> changed) {

    public PlanDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    public static PlanDifference between(PlanResult before, PlanResult after) {
        var old = items(before);
        var fresh = items(after);
        return new PlanDifference(
                fresh.keySet().stream().filter(item -> !old.containsKey(item)).toList(),
                old.keySet().stream().filter(item -> !fresh.containsKey(item)).toList(),
                fresh.keySet().stream()
                        .filter(old::containsKey)
                        .filter(item -> !Objects.equals(fresh.get(item), old.get(item)))
                        .toList());
    }

    /** What the client reads of each item, whatever the reasons behind it. */
    private static Map<String, List<Object>> items(PlanResult plan) {
        return Stream.concat(plan.offered().stream(), plan.later().stream())
                .collect(Collectors.groupingBy(
                        PlanItem::item,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                item -> List.of(item.title(), item.steps(), item.dose(), item.days(), item.areas()),
                                Collectors.toList())));
    }
}
