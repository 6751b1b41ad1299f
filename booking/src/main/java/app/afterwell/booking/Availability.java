package app.afterwell.booking;

import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds free times, computed as they are asked for from the hours and from what is in the calendar. */
@Service
public class Availability {

    private static final int MOST_DAYS = 62;

    private final CalendarTable table;
    private final DirectoryReader directories;
    private final CurrentActor currentActor;
    private final Clock clock;

    Availability(CalendarTable table, DirectoryReader directories, CurrentActor currentActor, Clock clock) {
        this.table = table;
        this.directories = directories;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The times at which the service can start; for a client within the rules for booking oneself.
     *
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER','CLIENT')")
    @Transactional(readOnly = true)
    public FreeSlots free(FindSlots search) {
        var directory = directories.current();
        check(search, directory);
        var service = directory.service(search.service());
        var locations = directory.locations().stream()
                .filter(location -> search.location() == null || location.id().equals(search.location()))
                .toList();
        if (locations.isEmpty()) {
            throw UnacceptableException.field("location", "unknown", "This location is not there.");
        }
        boolean self = !currentActor.require().isStaff();
        var slots = new ArrayList<FreeSlot>();
        if (!self || service.onlineBookable()) {
            for (var location : locations) {
                slots.addAll(new LocationSearch(
                                directory, location, service, search, bookable(location, self), table, clock.instant())
                        .slots());
            }
        }
        slots.sort(Comparator.comparing((FreeSlot slot) -> slot.slot().start())
                .thenComparing(FreeSlot::practitionerName)
                .thenComparing(slot -> slot.practitioner().value()));
        var zone =
                slots.isEmpty() ? locations.getFirst().zone() : slots.getFirst().zone();
        return new FreeSlots(zone, slots);
    }

    private static void check(FindSlots search, DirectorySnapshot directory) {
        var service = directory.findService(search.service());
        if (service == null || !service.active()) {
            throw UnacceptableException.field("service", "unknown", "The clinic does not offer this service.");
        }
        if (search.practitioner() != null && directory.findPractitioner(search.practitioner()) == null) {
            throw UnacceptableException.field("practitioner", "unknown", "This therapist is not there.");
        }
        if (search.to().isBefore(search.from())) {
            throw UnacceptableException.field("to", "before-from", "The last day is before the first.");
        }
        if (ChronoUnit.DAYS.between(search.from(), search.to()) >= MOST_DAYS) {
            throw UnacceptableException.field("to", "range", "At most " + MOST_DAYS + " days can be asked for.");
        }
    }

    /** From when to when anything can be booked there. */
    private Spans bookable(LocationInfo location, boolean self) {
        var now = clock.instant();
        var rules = location.rules();
        return self
                ? Spans.of(
                        Spans.ceilMinute(now.plus(Duration.ofMinutes(rules.leadMinutes()))),
                        Spans.floorMinute(now.plus(Duration.ofDays(rules.horizonDays()))) + 1)
                : Spans.of(Spans.floorMinute(now), Long.MAX_VALUE / 2);
    }
}
