package app.afterwell.aftercare.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which cells of a table are not shown, so that no number tells of fewer people than the threshold, neither by
 * itself nor by subtracting what is shown from a total. A table has any number of dimensions; a coordinate {@link #ALL}
 * marks a total over that dimension.
 *
 * <p>First every cell goes that has some people but fewer than the threshold. Then, in each line of cells with its total
 * and until nothing changes: a hidden cell never stays alone, and where the total is shown, those that are hidden have the
 * threshold's number of people together; the smallest cell that is left goes, or else the total.
 */
final class Suppression {

    static final String ALL = "*";

    private final Map<List<String>, Integer> people;
    private final int threshold;
    private final Set<List<String>> hidden = new HashSet<>();

    private Suppression(Map<List<String>, Integer> people, int threshold) {
        this.people = people;
        this.threshold = threshold;
    }

    /**
     * @param people how many different people are behind each cell, totals included
     * @return the cells not to be shown
     */
    static Set<List<String>> hidden(Map<List<String>, Integer> people, int threshold) {
        var suppression = new Suppression(people, threshold);
        people.forEach((cell, number) -> {
            if (number > 0 && number < threshold) {
                suppression.hidden.add(cell);
            }
        });
        var lines = suppression.lines();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var line : lines) {
                changed |= suppression.protect(line);
            }
        }
        return Set.copyOf(suppression.hidden);
    }

    /** Cells that add up to a total. */
    private record Line(List<List<String>> parts, Optional<List<String>> total) {}

    private Collection<Line> lines() {
        var lines = new ArrayList<Line>();
        int dimensions = people.keySet().stream().mapToInt(List::size).max().orElse(0);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            var parts = new LinkedHashMap<List<String>, List<List<String>>>();
            for (var cell : people.keySet()) {
                if (!cell.get(dimension).equals(ALL)) {
                    var total = new ArrayList<>(cell);
                    total.set(dimension, ALL);
                    parts.computeIfAbsent(List.copyOf(total), key -> new ArrayList<>())
                            .add(cell);
                }
            }
            parts.forEach((total, cells) ->
                    lines.add(new Line(cells, people.containsKey(total) ? Optional.of(total) : Optional.empty())));
        }
        return lines;
    }

    private boolean protect(Line line) {
        if (line.total().isEmpty()) {
            return false;
        }
        var total = line.total().get();
        var gone = line.parts().stream().filter(hidden::contains).toList();
        boolean totalShown = !hidden.contains(total);
        boolean safe = gone.isEmpty()
                ? totalShown || sum(line.parts()) == 0
                : !totalShown || (gone.size() > 1 && sum(gone) >= threshold);
        if (safe) {
            return false;
        }
        var smallest = line.parts().stream()
                .filter(cell -> !hidden.contains(cell) && people(cell) > 0)
                .min(Comparator.<List<String>>comparingInt(this::people).thenComparing(Object::toString));
        return hidden.add(smallest.orElse(total));
    }

    private int people(List<String> cell) {
        return people.getOrDefault(cell, 0);
    }

    private int sum(Collection<List<String>> cells) {
        return cells.stream().mapToInt(this::people).sum();
    }
}
