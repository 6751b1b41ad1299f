package app.afterwell.domain;

/** How deep the therapist worked, 1 (very light) to 5 (very deep). */
public record Pressure(int level) implements Comparable<Pressure> {

    public Pressure {
        if (level < 1 || level > 5) {
            throw new IllegalArgumentException("pressure is 1 to 5, not " + level);
        }
    }

    @Override
    public int compareTo(Pressure other) {
        return Integer.compare(level, other.level);
    }
}
