package app.afterwell.aftercare.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** When a client is asked: so long after the visit's end, but never at night by their own clock. */
public final class CheckInTimes {

    /** Nobody is asked earlier in the morning, unless the clinic sets another hour. */
    static final LocalTime FROM = LocalTime.of(8, 0);

    /** Nobody is asked later in the evening, unless the clinic sets another hour. */
    static final LocalTime UNTIL = LocalTime.of(20, 0);

    private CheckInTimes() {}

    /**
     * One question.
     *
     * @param afterHours hours after the visit's end as the protocol has them
     * @param dueAt when it is asked
     */
    public record Time(int afterHours, Instant dueAt) {}

    /**
     * The questions that are still to come.
     *
     * @param offsets from the visit's end, as the protocol has them; hours that pass, whatever the clock does
     * @param clientZone whose nights are spared
     * @param now questions whose time is not after it are left out
     */
    public static List<Time> after(Instant visitEnd, List<Duration> offsets, ZoneId clientZone, Instant now) {
        return after(visitEnd, offsets, clientZone, now, FROM, UNTIL);
    }

    static List<Time> after(
            Instant visitEnd, List<Duration> offsets, ZoneId clientZone, Instant now, LocalTime from, LocalTime until) {
        var times = new ArrayList<Time>();
        for (var offset : offsets) {
            var due = outOfTheNight(visitEnd.plus(offset), clientZone, from, until);
            if (due.isAfter(now)) {
                times.add(new Time((int) offset.toHours(), due));
            }
        }
        return List.copyOf(times);
    }

    /** The moment itself by day; at night the next morning, so that nobody is asked sooner than was meant. */
    public static Instant outOfTheNight(Instant time, ZoneId zone) {
        return outOfTheNight(time, zone, FROM, UNTIL);
    }

    static Instant outOfTheNight(Instant time, ZoneId zone, LocalTime from, LocalTime until) {
        var local = time.atZone(zone);
        if (local.toLocalTime().isBefore(from)) {
            return ZonedDateTime.of(local.toLocalDate(), from, zone).toInstant();
        }
        if (local.toLocalTime().isAfter(until)) {
            return ZonedDateTime.of(local.toLocalDate().plusDays(1), from, zone).toInstant();
        }
        return time;
    }
}
