package app.afterwell.webui.portal;

import app.afterwell.booking.Availability;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.Directory;
import app.afterwell.booking.FindSlots;
import app.afterwell.booking.FreeSlot;
import app.afterwell.booking.LastVisit;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for times that could suit a client again: what they had last, with the same therapist, soon, on the same day of
 * the week and at the same hour.
 */
@Component
class TimesToCome {

    private static final int FIRST_DAY = 2;
    private static final int DAYS = 21;
    private static final int OTHERS = 5;

    /** Another day of the week weighs as much as so many minutes of another hour, a day further off a little. */
    private static final int MINUTES_FOR_ANOTHER_WEEKDAY = 90;

    private static final int MINUTES_FOR_A_DAY = 5;

    private final Calendar calendar;
    private final Availability availability;
    private final Directory directory;
    private final Clock clock;

    TimesToCome(Calendar calendar, Availability availability, Directory directory, Clock clock) {
        this.calendar = calendar;
        this.availability = availability;
        this.directory = directory;
        this.clock = clock;
    }

    /** A time that is free, and for what and where. */
    record Time(FreeSlot slot, ServiceInfo service, String place) {}

    /** The one that suits best, then others by time, one a day; empty if nothing can be booked by oneself. */
    List<Time> of(ClientId client) {
        return calendar.lastOf(client)
                .map(last -> {
                    var theirs = free(last, last.practitioner());
                    return theirs.isEmpty() ? free(last, null) : theirs;
                })
                .orElse(List.of());
    }

    private List<Time> free(LastVisit last, @Nullable PractitionerId with) {
        var place = directory.location(last.location());
        var service = directory.service(last.service());
        var today = LocalDate.now(clock.withZone(place.zone()));
        try {
            var search = new FindSlots(
                    last.service(), today.plusDays(FIRST_DAY), today.plusDays(DAYS), with, last.location(), null);
            var free = new ArrayList<>(availability.free(search).slots());
            free.sort(Comparator.comparingLong((FreeSlot slot) -> distance(slot, last, today))
                    .thenComparing(slot -> slot.slot().start()));
            return pick(free).stream()
                    .map(slot -> new Time(slot, service, place.name()))
                    .toList();
        } catch (UnacceptableException e) {
            // The service or the therapist is not there any more.
            return List.of();
        }
    }

    private static List<FreeSlot> pick(List<FreeSlot> bestFirst) {
        var days = new HashSet<LocalDate>();
        var picked = bestFirst.stream()
                .filter(slot -> days.add(slot.slot().start().atZone(slot.zone()).toLocalDate()))
                .limit(OTHERS + 1L)
                .toList();
        if (picked.isEmpty()) {
            return picked;
        }
        var all = new ArrayList<FreeSlot>();
        all.add(picked.getFirst());
        picked.stream()
                .skip(1)
                .sorted(Comparator.comparing(slot -> slot.slot().start()))
                .forEach(all::add);
        return all;
    }

    private static long distance(FreeSlot slot, LastVisit last, LocalDate today) {
        ZoneId zone = slot.zone();
        var start = slot.slot().start().atZone(zone);
        var before = last.slot().start().atZone(zone);
        long hour = Math.abs(ChronoUnit.MINUTES.between(before.toLocalTime(), start.toLocalTime()));
        int weekday = start.getDayOfWeek() == before.getDayOfWeek() ? 0 : MINUTES_FOR_ANOTHER_WEEKDAY;
        return hour + weekday + MINUTES_FOR_A_DAY * ChronoUnit.DAYS.between(today, start.toLocalDate());
    }
}
