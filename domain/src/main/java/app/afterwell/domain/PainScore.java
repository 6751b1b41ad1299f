package app.afterwell.domain;

/** Pain on the numeric rating scale, 0 (none) to 10 (the worst imaginable). */
public record PainScore(int value) implements Comparable<PainScore> {

    public PainScore {
        if (value < 0 || value > 10) {
            throw new IllegalArgumentException("pain is 0 to 10, not " + value);
        }
    }

    @Override
    public int compareTo(PainScore other) {
        return Integer.compare(value, other.value);
    }
}
