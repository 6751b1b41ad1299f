package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import java.util.ArrayList;
import java.util.List;
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

    /** An option inside an item goes where that item goes; where nothing asks for the item, there is no option either. */
    void dropPartsWithoutTheirWhole() {
        entries.removeIf(entry -> {
            @Nullable String whole = entry.item.written.partOf();
            return whole != null && entries.stream().noneMatch(other -> other.item.code.equals(whole));
        });
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
