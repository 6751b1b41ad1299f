package app.afterwell.domain;

/** The side of the body a region lies on; never lost, never guessed. */
public enum Side {
    LEFT,
    RIGHT,
    BOTH,
    MIDLINE;

    /** Whether tissue on this side and on the other can be the same: all but left against right. */
    public boolean meets(Side other) {
        return !((this == LEFT && other == RIGHT) || (this == RIGHT && other == LEFT));
    }
}
