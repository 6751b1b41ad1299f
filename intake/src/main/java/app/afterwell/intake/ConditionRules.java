package app.afterwell.intake;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be said about conditions, and what becomes of it. The rule behind all of them: what makes treatment safer
 * counts at once, what makes it less careful waits for the therapist.
 */
final class ConditionRules {

    /** Acute conditions end some day, so their dates are asked, and asked again. None lapses by itself. */
    private static final Set<Condition> ACUTE = EnumSet.of(
            Condition.ACUTE_INJURY,
            Condition.RECENT_SURGERY,
            Condition.RECENT_FRACTURE,
            Condition.OPEN_WOUND,
            Condition.SKIN_INFECTION,
            Condition.FEVER_OR_INFECTION);

    private static final int LONGEST_CLEARED_BY = 200;

    private ConditionRules() {}

    static boolean asks(ConditionEntry entry, LocalDate today) {
        var until = entry.until();
        return ACUTE.contains(entry.code()) && (entry.since() == null || (until != null && until.isBefore(today)));
    }

    /** @throws UnacceptableException naming every entry that cannot be so */
    static void check(List<ConditionEntry> entries, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        Set<Condition> seen = EnumSet.noneOf(Condition.class);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var field = "conditions[" + i + "]";
            if (!seen.add(entry.code())) {
                problems.add(new FieldProblem(field, "duplicate", entry.code() + " is there twice"));
            }
            var since = entry.since();
            if (since != null && since.isAfter(today)) {
                problems.add(new FieldProblem(field + ".since", "future", "This day is still to come"));
            }
            var until = entry.until();
            if (since != null && until != null && until.isBefore(since)) {
                problems.add(new FieldProblem(field + ".until", "before-since", "It cannot end before it began"));
            }
            var clearedBy = entry.clearedBy();
            if (clearedBy != null && clearedBy.length() > LONGEST_CLEARED_BY) {
                problems.add(new FieldProblem(
                        field + ".clearedBy", "too-long", "Use at most " + LONGEST_CLEARED_BY + " characters"));
            }
        }
        if (!problems.isEmpty()) {
            throw new UnacceptableException("invalid", "Some of the conditions cannot be so", problems);
        }
    }

    /**
     * What counts after a client has said {@code wanted}. What they add counts. What they take away stays, pending; so
     * does the wider extent of what they narrow. A clearance is not theirs to give, and one that was given for some
     * areas does not reach areas that they add.
     */
    static List<ConditionEntry> saidByClient(List<ConditionEntry> before, List<ConditionEntry> wanted) {
        Map<Condition, ConditionEntry> after = new EnumMap<>(Condition.class);
        for (var entry : wanted) {
            after.put(entry.code(), with(entry, entry.areas(), null, false));
        }
        for (var old : before) {
            var said = after.get(old.code());
            if (said == null) {
                after.put(old.code(), with(old, old.areas(), old.clearedBy(), true));
            } else {
                var areas = widest(old.areas(), said.areas());
                boolean narrowed = !areas.equals(said.areas());
                boolean widened = !areas.equals(old.areas());
                after.put(old.code(), with(said, areas, widened ? null : old.clearedBy(), narrowed));
            }
        }
        return sorted(after.values().stream().toList());
    }

    static List<ConditionEntry> sorted(List<ConditionEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(ConditionEntry::code))
                .toList();
    }

    /** No area means the whole body. */
    private static Set<BodyArea> widest(Set<BodyArea> one, Set<BodyArea> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Set.of();
        }
        Set<BodyArea> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static ConditionEntry with(
            ConditionEntry entry, Set<BodyArea> areas, @Nullable String clearedBy, boolean pending) {
        return new ConditionEntry(entry.code(), areas, entry.since(), entry.until(), clearedBy, pending);
    }
}
