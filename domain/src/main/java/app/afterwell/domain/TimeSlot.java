package app.afterwell.domain;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time with a beginning and, after it, an end that no longer belongs to it. */
public record TimeSlot(Instant start, Instant end) {

    public TimeSlot {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a slot ends after it starts: " + start + " to " + end);
        }
    }

    /** The slot of that length from {@code start} on. */
    public static TimeSlot of(Instant start, Duration length) {
        return new TimeSlot(start, start.plus(length));
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean overlaps(TimeSlot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
