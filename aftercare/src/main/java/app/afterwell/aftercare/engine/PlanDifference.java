package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is different between two plans, item by item and area by area. */
public final class PlanDifference {

    /** What a plan says of an item on an area. */
    public enum Said {
        NOTHING,
        OFFERED,
        LATER,
        REVIEW,
        WITHHELD
    }

    /**
     * One difference.
     *
     * @param area null if the item is for the whole body
     * @param reworded whether it is said as before, but in other words
     * @param rules why the later plan says what it says; if it says nothing, why the earlier one did
     */
    public record Change(
            String item, @Nullable BodyArea area, Said before, Said after, boolean reworded, List<String> rules) {

        public Change {
            rules = List.copyOf(rules);
        }
    }

    private record Place(String item, @Nullable BodyArea area) {}

    private record Saying(Said said, String words, List<Because> because) {}

    private PlanDifference() {}

    /** The changes in the order of the items' codes and, within an item, from head to foot. */
    public static List<Change> between(PlanResult before, PlanResult after) {
        if (before.offered().equals(after.offered())
                && before.later().equals(after.later())
                && before.review().equals(after.review())
                && before.withheld().equals(after.withheld())) {
            return List.of();
        }
        Map<Place, Saying> then = read(before);
        Map<Place, Saying> now = read(after);
        var places = new TreeSet<>(Comparator.comparing(Place::item)
                .thenComparing(Place::area, Comparator.nullsFirst(Comparator.<BodyArea>naturalOrder())));
        places.addAll(then.keySet());
        places.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        var nothing = new Saying(Said.NOTHING, "", List.of());
        for (Place place : places) {
            Saying one = then.getOrDefault(place, nothing);
            Saying other = now.getOrDefault(place, nothing);
            boolean reworded = one.said() == other.said() && !one.words().equals(other.words());
            if (one.said() != other.said() || reworded) {
                changes.add(new Change(
                        place.item(),
                        place.area(),
                        one.said(),
                        other.said(),
                        reworded,
                        (other.said() == Said.NOTHING ? one : other)
                                .because().stream().map(Because::rule).toList()));
            }
        }
        return changes;
    }

    private static Map<Place, Saying> read(PlanResult plan) {
        Map<Place, Saying> said = new LinkedHashMap<>();
        plan.offered().forEach(item -> put(said, item.item(), item.areas(), saying(Said.OFFERED, item)));
        plan.later().forEach(item -> put(said, item.item(), item.areas(), saying(Said.LATER, item)));
        plan.review()
                .forEach(item -> put(said, item.item(), item.areas(), new Saying(Said.REVIEW, "", item.because())));
        plan.withheld()
                .forEach(item -> put(
                        said,
                        item.item(),
                        item.areas(),
                        new Saying(Said.WITHHELD, item.strength().name(), item.because())));
        return said;
    }

    private static Saying saying(Said said, PlanResult.PlanItem item) {
        return new Saying(
                said, item.title() + "\n" + item.dose() + "\n" + item.days() + "\n" + item.steps(), item.because());
    }

    private static void put(Map<Place, Saying> said, String item, List<BodyArea> areas, Saying saying) {
        if (areas.isEmpty()) {
            said.put(new Place(item, null), saying);
        }
        for (BodyArea area : areas) {
            said.put(new Place(item, area), saying);
        }
    }
}
