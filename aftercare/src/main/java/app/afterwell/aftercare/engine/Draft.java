package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules say of every item and area, before it is put in order and limited. */
final class Draft {

    /** The lattice: the higher one wins. Modified is offered with changed words. */
    enum Verdict {
        OFFERED,
        REVIEW,
        WITHHELD
    }

    final Facts facts;
    final List<Entry> entries = new ArrayList<>(16);
    final List<Prompted> prompted = new ArrayList<>(2);

    Draft(Facts facts) {
        this.facts = facts;
    }

    /**
     * An option inside an item goes where that item goes. Where nothing asks for the item there is no option either, and
     * a therapist who picked it is told so; where safety withholds the item, the option is withheld with it.
     */
    void bindPartsToTheirWhole(Set<String> picks) {
        List<Entry> without = new ArrayList<>(0);
        for (Entry entry : entries) {
            @Nullable String code = entry.item.written.partOf();
            if (code == null || entry.verdict == Verdict.WITHHELD && !entry.item.written.switchedOn()) {
                continue;
            }
            Entry whole = null;
            for (Entry other : entries) {
                if (other.item.code.equals(code)) {
                    whole = other;
                }
            }
            if (whole == null && !picks.contains(entry.item.code)) {
                without.add(entry);
            } else if (whole == null) {
                withhold(entry, true, because(entry, code, List.of(entry.item.code)));
            } else if (whole.verdict == Verdict.WITHHELD && entry.verdict != Verdict.WITHHELD) {
                var facts = whole.against.stream()
                        .flatMap(reason -> reason.facts().stream())
                        .distinct()
                        .toList();
                withhold(entry, whole.absolute, because(entry, code, facts));
            }
        }
        entries.removeAll(without);
    }

    private static void withhold(Entry entry, boolean absolute, Because because) {
        var against = new ArrayList<>(entry.against);
        against.add(because);
        entry.absolute = entry.verdict == Verdict.WITHHELD && entry.absolute || absolute;
        entry.verdict = Verdict.WITHHELD;
        entry.against = List.copyOf(against);
    }

    private static Because because(Entry part, String whole, List<String> facts) {
        return new Because(part.item.code + ".without-" + whole, facts, part.item.written.sources(), Evidence.CAUTION);
    }

    /** A prompt that came with a withheld item. */
    record Prompted(String prompt, Because because) {}

    /** One item on one area. */
    static final class Entry {

        /** The item is for the whole body. */
        static final int BODY = -1;

        /** None of the item's regions was worked on. */
        static final int UNWORKED = -2;

        final CompiledItem item;
        final int index;
        final @Nullable BodyArea area;
        Verdict verdict;
        boolean absolute;
        List<Because> against;

        /** Put into the plan by the therapist, whatever the limits are. */
        boolean forced;

        /** Was stopped and let through by the therapist. */
        boolean confirmed;

        Entry(
                CompiledItem item,
                int index,
                @Nullable BodyArea area,
                Verdict verdict,
                boolean absolute,
                List<Because> against) {
            this.item = item;
            this.index = index;
            this.area = area;
            this.verdict = verdict;
            this.absolute = absolute;
            this.against = against;
        }

        boolean isSamePlace(Entry other) {
            return item == other.item && (area == null ? other.area == null : area.equals(other.area));
        }

        /** Whether the two touch the same tissue; what is not on an area touches all. */
        boolean overlaps(Entry other) {
            return area == null || other.area == null || area.overlaps(other.area);
        }
    }
}
