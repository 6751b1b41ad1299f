package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds free times, computed as they are asked for from the hours and from what is in the calendar. */
@Service
public class Availability {

    private static final int MOST_DAYS = 62;
    private static final int MOST_ON_A_PAGE = 300;

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
        var slots = new ArrayList<FreeSlot>();
        search(directory, locations, service, search).values().forEach(found -> slots.addAll(found.slots()));
        slots.sort(Availability::byTimeAndName);
        var zone =
                slots.isEmpty() ? locations.getFirst().zone() : slots.getFirst().zone();
        return new FreeSlots(zone, slots);
    }

    /** The search of each location, in their order; none if a client may not book this. */
    private Map<LocationInfo, LocationSearch> search(
            DirectorySnapshot directory, List<LocationInfo> locations, ServiceInfo service, FindSlots search) {
        boolean self = !currentActor.require().isStaff();
        if (self && !service.onlineBookable()) {
            return Map.of();
        }
        Map<LocationInfo, LocationSearch> searches = new LinkedHashMap<>();
        locations.forEach(location -> searches.put(
                location, new LocationSearch(directory, location, service, search, bookable(location, self))));
        LocationSearch.run(List.copyOf(searches.values()), directory, table, clock.instant());
        return searches;
    }

    /** Thousands of slots are sorted by it, so it is written out. */
    private static int byTimeAndName(FreeSlot one, FreeSlot other) {
        int order = one.slot().start().compareTo(other.slot().start());
        if (order == 0 && !one.practitioner().equals(other.practitioner())) {
            order = one.practitionerName().compareTo(other.practitionerName());
            if (order == 0) {
                order = one.practitioner()
                        .value()
                        .compareTo(other.practitioner().value());
            }
        }
        return order;
    }

    /**
     * The first free times with anybody, each with the therapist who is chosen for it and why. One query reads what all
     * of them have in the calendar.
     *
     * @param client whose own therapist is preferred; null for nobody's
     * @param page from 0
     * @param size up to 300
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize(
            "hasAnyRole('DESK','THERAPIST','OWNER') or hasRole('CLIENT') and (#client == null or principal.actsFor(#client))")
    @Transactional(readOnly = true)
    public List<TherapistChoice> withAnybody(FindSlots search, @Nullable ClientId client, int page, int size) {
        if (page < 0 || size < 1 || size > MOST_ON_A_PAGE) {
            throw UnacceptableException.field("size", "range", "Between 1 and " + MOST_ON_A_PAGE + " at a time.");
        }
        var directory = directories.current();
        check(search, directory);
        var service = directory.service(search.service());
        var known = client == null ? null : lastTherapist(client);
        var wanted = directory.locations().stream()
                .filter(location -> search.location() == null || location.id().equals(search.location()))
                .toList();
        var choices = new ArrayList<TherapistChoice>();
        search(directory, wanted, service, search).forEach((location, found) -> {
            var byStart = new TreeMap<Instant, List<FreeSlot>>();
            found.slots()
                    .forEach(slot -> byStart.computeIfAbsent(slot.slot().start(), key -> new ArrayList<>())
                            .add(slot));
            byStart.forEach((start, free) -> {
                var day = start.atZone(location.zone()).toLocalDate();
                choices.add(TherapistSpread.choose(free, known, practitioner -> found.visits(practitioner, day)));
            });
        });
        return choices.stream()
                .sorted(Comparator.comparing(choice -> choice.slot().slot().start()))
                .skip((long) page * size)
                .limit(size)
                .toList();
    }

    private @Nullable PractitionerId lastTherapist(ClientId client) {
        return table.lastOf(client.value(), clock.instant())
                .map(row -> new PractitionerId(row.practitioner()))
                .orElse(null);
    }

    /**
     * Whom to take at this time if anybody will do; nothing if nobody is free for so long.
     *
     * @param length null for the service's own
     * @param client whose own therapist is preferred; null for nobody's
     */
    @PreAuthorize(
            "hasAnyRole('DESK','THERAPIST','OWNER') or hasRole('CLIENT') and (#client == null or principal.actsFor(#client))")
    @Transactional(readOnly = true)
    public Optional<TherapistChoice> choose(
            ServiceId service,
            Instant start,
            @Nullable Duration length,
            LocationId location,
            @Nullable ClientId client) {
        var day = start.atZone(directories.current().location(location).zone()).toLocalDate();
        return withAnybody(new FindSlots(service, day, day, null, location, length), client, 0, MOST_ON_A_PAGE).stream()
                .filter(choice -> choice.slot().slot().start().equals(start))
                .findFirst();
    }

    private static void check(FindSlots search, DirectorySnapshot directory) {
        var service = directory.findService(search.service());
        if (service == null || !service.active()) {
            throw UnacceptableException.field("service", "unknown", "The clinic does not offer this service.");
        }
        if (search.practitioner() != null && directory.findPractitioner(search.practitioner()) == null) {
            throw UnacceptableException.field("practitioner", "unknown", "This therapist is not there.");
        }
        if (search.length() != null) {
            BookingPolicy.outOfRange(search.length()).ifPresent(problem -> {
                throw UnacceptableException.field(problem.field(), problem.code(), problem.message());
            });
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
