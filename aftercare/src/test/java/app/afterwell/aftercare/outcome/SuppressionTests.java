package app.afterwell.aftercare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No number tells of fewer people than the threshold, neither by itself nor by subtraction. */
class SuppressionTests {

    private static final int THRESHOLD = 5;
    private static final String ALL = Suppression.ALL;

    @ParameterizedTest
    @CsvSource({
        // parts of one total | what is hidden
        "a=9 b=8 c=7,       ''",
        "a=9 b=4 c=7,       b c",
        "a=9 b=1 c=1,       a b c",
        "a=9 b=4 c=4,       b c",
        "a=9 b=0 c=7,       ''",
        "a=9 b=4 c=0,       a b",
        "a=4,               a *",
        "a=2 b=2,           a b *",
        "a=4 b=4,           a b",
        "a=30 b=2 c=6 d=20, b c",
        "a=30 b=2 c=2 d=6,  b c d"
    })
    void aLine(String parts, String expected) {
        var people = new HashMap<List<String>, Integer>();
        for (var part : parts.split(" ")) {
            people.put(List.of(part.substring(0, 1)), Integer.valueOf(part.substring(2)));
        }
        people.put(List.of(ALL), people.values().stream().mapToInt(n -> n).sum());
        assertThat(Suppression.hidden(people, THRESHOLD).stream().map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    /** What one location's small number would give away is hidden at another, or in the total. */
    @ParameterizedTest
    @CsvSource({"3, 20, 30", "1, 9, 40"})
    void anotherLocationDoesNotGiveItAway(int small, int middle, int large) {
        var people = Map.of(
                List.of("riverside", "deep"), small,
                List.of("hill", "deep"), middle,
                List.of("lake", "deep"), large,
                List.of(ALL, "deep"), small + middle + large);
        assertThat(Suppression.hidden(people, THRESHOLD))
                .contains(List.of("riverside", "deep"), List.of("hill", "deep"))
                .doesNotContain(List.of("lake", "deep"), List.of(ALL, "deep"));
    }

    @Property(tries = 300)
    void neverLeavesALineFromWhichASmallNumberCanBeWorkedOut(@ForAll("tables") Map<List<String>, Integer> parts) {
        var people = withTotals(parts);
        var hidden = Suppression.hidden(people, THRESHOLD);

        people.forEach((cell, number) -> {
            if (number > 0 && number < THRESHOLD) {
                assertThat(hidden).contains(cell);
            }
        });
        for (int dimension = 0; dimension < 2; dimension++) {
            int along = dimension;
            people.keySet().stream()
                    .filter(cell -> cell.get(along).equals(ALL))
                    .forEach(total -> checkLine(people, hidden, total, along));
        }
    }

    private static void checkLine(
            Map<List<String>, Integer> people, Set<List<String>> hidden, List<String> total, int along) {
        var parts = people.keySet().stream()
                .filter(cell ->
                        !cell.get(along).equals(ALL) && cell.get(1 - along).equals(total.get(1 - along)))
                .toList();
        var gone = parts.stream().filter(hidden::contains).toList();
        if (!hidden.contains(total) && !gone.isEmpty()) {
            assertThat(gone).hasSizeGreaterThan(1);
            assertThat(gone.stream().mapToInt(people::get).sum()).isGreaterThanOrEqualTo(THRESHOLD);
        }
        if (hidden.contains(total) && parts.stream().anyMatch(part -> people.get(part) > 0)) {
            assertThat(gone).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Map<List<String>, Integer>> tables() {
        var cell = Arbitraries.of("a", "b", "c", "d").list().ofSize(2);
        return Arbitraries.maps(cell, Arbitraries.integers().between(0, 14))
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    private static Map<List<String>, Integer> withTotals(Map<List<String>, Integer> parts) {
        var all = new HashMap<>(parts);
        var rows = parts.keySet().stream().map(List::getFirst).collect(Collectors.toCollection(TreeSet::new));
        var columns = parts.keySet().stream().map(List::getLast).collect(Collectors.toCollection(TreeSet::new));
        rows.forEach(row -> all.put(List.of(row, ALL), sum(parts, 0, row)));
        columns.forEach(column -> all.put(List.of(ALL, column), sum(parts, 1, column)));
        all.put(List.of(ALL, ALL), parts.values().stream().mapToInt(n -> n).sum());
        return all;
    }

    private static int sum(Map<List<String>, Integer> parts, int along, String value) {
        return parts.entrySet().stream()
                .filter(entry -> entry.getKey().get(along).equals(value))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
