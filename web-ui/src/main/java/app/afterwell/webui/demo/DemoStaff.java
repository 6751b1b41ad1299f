package app.afterwell.webui.demo;

import app.afterwell.booking.BreakSpan;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.WorkingSpan;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A therapist of the demo clinic.
 *
 * @param services codes of what they give, most often first
 * @param daysOff counted from the day of the demo, so that the board is full whatever day that is
 */
record DemoStaff(
        int number,
        String name,
        LocationId location,
        ZoneId zone,
        RoomId room,
        LocalTime from,
        LocalTime to,
        @Nullable LocalTime lunchFrom,
        @Nullable LocalTime lunchTo,
        List<String> services,
        Set<DayOfWeek> daysOff) {

    /** Whose working week has its days off so many days after today, and at the same weekday at all times. */
    static Set<DayOfWeek> off(LocalDate today, int... daysFromToday) {
        return Arrays.stream(daysFromToday)
                .mapToObj(days -> today.plusDays(days).getDayOfWeek())
                .collect(Collectors.toUnmodifiableSet());
    }

    PractitionerId id() {
        return new PractitionerId(DemoIds.of("practitioner", number));
    }

    boolean works(LocalDate day) {
        return !daysOff.contains(day.getDayOfWeek());
    }

    PractitionerInfo info() {
        List<WorkingSpan> hours = new ArrayList<>();
        List<BreakSpan> breaks = new ArrayList<>();
        for (var day : DayOfWeek.values()) {
            if (daysOff.contains(day)) {
                continue;
            }
            hours.add(new WorkingSpan(location, day, from, to, room));
            if (lunchFrom != null && lunchTo != null) {
                breaks.add(new BreakSpan(location, day, lunchFrom, lunchTo, "Lunch"));
            }
        }
        return new PractitionerInfo(id(), 0, name, hours, breaks, null, true);
    }
}
