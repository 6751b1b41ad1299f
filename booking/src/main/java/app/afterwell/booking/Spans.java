package app.afterwell.booking;

import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stretches of time: sorted, disjoint, non-touching [from, to) pairs of minutes since the epoch. Immutable; every
 * operation is linear in the number of stretches.
 */
final class Spans {

    static final Spans NONE = new Spans(new long[0]);

    /** Even places hold a from, the odd place after each its to. */
    private final long[] edges;

    private Spans(long[] edges) {
        this.edges = edges;
    }

    static Spans of(long from, long to) {
        return from < to ? new Spans(new long[] {from, to}) : NONE;
    }

    static Spans of(TimeSlot slot) {
        return of(floorMinute(slot.start()), ceilMinute(slot.end()));
    }

    static long floorMinute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }

    static long ceilMinute(Instant instant) {
        long floor = floorMinute(instant);
        return instant.equals(Instant.ofEpochSecond(floor * 60)) ? floor : floor + 1;
    }

    static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    boolean isEmpty() {
        return edges.length == 0;
    }

    int size() {
        return edges.length / 2;
    }

    long from(int index) {
        return edges[2 * index];
    }

    long to(int index) {
        return edges[2 * index + 1];
    }

    /** Whether all of [from, to) lies within one stretch. */
    boolean covers(long from, long to) {
        int index = lastStartingAtOrBefore(from);
        return index >= 0 && to <= to(index);
    }

    boolean contains(long minute) {
        return covers(minute, minute + 1);
    }

    boolean meets(long from, long to) {
        return !and(of(from, to)).isEmpty();
    }

    private int lastStartingAtOrBefore(long minute) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (from(middle) <= minute) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** What lies in both. */
    Spans and(Spans other) {
        var both = new Builder(size() + other.size());
        int mine = 0;
        int theirs = 0;
        while (mine < size() && theirs < other.size()) {
            both.add(Math.max(from(mine), other.from(theirs)), Math.min(to(mine), other.to(theirs)));
            if (to(mine) < other.to(theirs)) {
                mine++;
            } else {
                theirs++;
            }
        }
        return both.build();
    }

    /** What lies in this and not in the other. */
    Spans minus(Spans other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        var rest = new Builder(size() + other.size());
        int cut = 0;
        for (int index = 0; index < size(); index++) {
            long from = from(index);
            long to = to(index);
            while (cut < other.size() && other.to(cut) <= from) {
                cut++;
            }
            // a cut may reach into the next stretch too, so the walk below does not move it on
            for (int next = cut; next < other.size() && other.from(next) < to; next++) {
                rest.add(from, other.from(next));
                from = Math.max(from, other.to(next));
            }
            rest.add(from, to);
        }
        return rest.build();
    }

    /** What lies in either. */
    Spans or(Spans other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        var either = new Builder(size() + other.size());
        int mine = 0;
        int theirs = 0;
        while (mine < size() || theirs < other.size()) {
            if (theirs == other.size() || mine < size() && from(mine) <= other.from(theirs)) {
                either.add(from(mine), to(mine++));
            } else {
                either.add(other.from(theirs), other.to(theirs++));
            }
        }
        return either.build();
    }

    /**
     * Each end moved: from by {@code fromBy}, to by {@code toBy} minutes. A stretch that this leaves empty goes; those
     * that come to touch become one.
     */
    Spans shifted(long fromBy, long toBy) {
        var moved = new Builder(size());
        for (int index = 0; index < size(); index++) {
            moved.add(from(index) + fromBy, to(index) + toBy);
        }
        return moved.build();
    }

    List<TimeSlot> slots() {
        var slots = new ArrayList<TimeSlot>(size());
        for (int index = 0; index < size(); index++) {
            slots.add(new TimeSlot(instant(from(index)), instant(to(index))));
        }
        return slots;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans spans && Arrays.equals(edges, spans.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return slots().toString();
    }

    /** Collects stretches in any order. */
    static final class Builder {

        private long[] edges;
        private int length;
        private boolean sorted = true;

        Builder(int expected) {
            edges = new long[Math.max(2, 2 * expected)];
        }

        /** Adds [from, to); nothing if that is empty. */
        Builder add(long from, long to) {
            if (from >= to) {
                return this;
            }
            if (sorted && length > 0 && from <= edges[length - 1]) {
                if (from >= edges[length - 2]) {
                    edges[length - 1] = Math.max(edges[length - 1], to);
                    return this;
                }
                sorted = false;
            }
            if (length == edges.length) {
                edges = Arrays.copyOf(edges, length * 2);
            }
            edges[length++] = from;
            edges[length++] = to;
            return this;
        }

        Spans build() {
            if (length == 0) {
                return NONE;
            }
            return sorted ? new Spans(Arrays.copyOf(edges, length)) : sort();
        }

        private Spans sort() {
            var pairs = new long[length / 2][];
            for (int index = 0; index < pairs.length; index++) {
                pairs[index] = new long[] {edges[2 * index], edges[2 * index + 1]};
            }
            Arrays.sort(pairs, (one, other) -> Long.compare(one[0], other[0]));
            var merged = new Builder(pairs.length);
            for (var pair : pairs) {
                merged.add(pair[0], pair[1]);
            }
            return merged.build();
        }
    }
}
