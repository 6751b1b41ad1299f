package app.afterwell.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** A location's clock, which jumps and repeats itself; turns what it shows into minutes since the epoch. */
final class WallClock {

    private final ZoneRules rules;

    WallClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /**
     * From the first minute that shows {@code from} or later, to after the last one that shows less than {@code to}. An
     * hour that comes twice is in it twice, one that is left out is not in it.
     */
    Spans between(LocalDateTime from, LocalDateTime to) {
        return Spans.of(first(from), end(to));
    }

    /** @param to the day's end if it is midnight */
    Spans between(LocalDate day, LocalTime from, LocalTime to) {
        return between(
                day.atTime(from),
                to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to));
    }

    /** A day: 23, 24 or 25 hours, or nothing where the calendar left it out. */
    Spans day(LocalDate day) {
        return between(day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    }

    Spans days(LocalDate first, LocalDate last) {
        return between(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }

    LocalDate dayOf(long minute) {
        return LocalDate.ofInstant(Spans.instant(minute), rules.getOffset(Spans.instant(minute)));
    }

    /** How far the clock is ahead of UTC, in minutes. */
    private int offset(long minute) {
        return Math.floorDiv(rules.getOffset(Spans.instant(minute)).getTotalSeconds(), 60);
    }

    /** The first minute from {@code minute} on at which the clock shows a multiple of {@code step} minutes since midnight. */
    long onGrid(long minute, int step) {
        long candidate = minute;
        while (true) {
            int offset = offset(candidate);
            long aligned = candidate + Math.floorMod(-minuteOfDay(candidate, offset), step);
            if (offset(aligned) == offset && minuteOfDay(aligned, offset) % step == 0) {
                return aligned;
            }
            candidate = nextChange(candidate, aligned);
        }
    }

    /** Where the clock jumps between the two, or where midnight starts the count anew. */
    private long nextChange(long from, long to) {
        var transition = rules.nextTransition(Spans.instant(from));
        long jump = transition == null ? Long.MAX_VALUE : Spans.ceilMinute(transition.getInstant());
        int offset = offset(from);
        long midnight = from + 1440 - minuteOfDay(from, offset);
        return Math.min(Math.min(jump, midnight), to);
    }

    private static int minuteOfDay(long minute, int offset) {
        return Math.floorMod(minute + offset, 1440);
    }

    private long first(LocalDateTime local) {
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? jump(local) : Spans.ceilMinute(local.toInstant(offsets.getFirst()));
    }

    private long end(LocalDateTime local) {
        var offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            return jump(local);
        }
        // the minute before the hour that comes twice comes only once
        boolean repeatStartsHere = offsets.size() == 2
                && rules.getTransition(local).getDateTimeAfter().equals(local);
        ZoneOffset offset = repeatStartsHere ? offsets.getFirst() : offsets.getLast();
        return Spans.ceilMinute(local.toInstant(offset));
    }

    private long jump(LocalDateTime leftOut) {
        Instant jump = rules.getTransition(leftOut).getInstant();
        return Spans.ceilMinute(jump);
    }
}
