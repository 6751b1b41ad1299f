package app.afterwell.domain;

import java.util.Comparator;

/** A region together with its side: the unit on which findings, rules and plan items act. */
public record BodyArea(Region region, Side side) implements Comparable<BodyArea> {

    private static final Comparator<BodyArea> HEAD_TO_FOOT =
            Comparator.comparing(BodyArea::region).thenComparing(BodyArea::side);

    /**
     * Whether the two share tissue: the same region, and sides that are not opposite. {@code BOTH} meets either side;
     * {@code MIDLINE} meets every side, because a midline finding belongs to neither.
     */
    public boolean overlaps(BodyArea other) {
        return region == other.region && side.meets(other.side);
    }

    @Override
    public int compareTo(BodyArea other) {
        return HEAD_TO_FOOT.compare(this, other);
    }
}
