package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The search for free times at one location: says whose calendar is to be read, and lets {@link SlotFinder} do the arithmetic. */
final class LocationSearch {

    private final DirectorySnapshot directory;
    private final LocationInfo location;
    private final ServiceInfo service;
    private final FindSlots search;
    private final WallClock clock;
    private final Spans window;
    private final int length;
    private final SlotFinder finder;
    private final List<Candidate> candidates;
    private final Map<PractitionerId, Map<LocalDate, Integer>> visits = new HashMap<>();
    private final List<FreeSlot> slots = new ArrayList<>();

    /** @param bookable from when to when anything can be booked there */
    LocationSearch(
            DirectorySnapshot directory, LocationInfo location, ServiceInfo service, FindSlots search, Spans bookable) {
        this.directory = directory;
        this.location = location;
        this.service = service;
        this.search = search;
        clock = directory.clock(location.id());
        window = clock.days(search.from(), search.to()).and(bookable);
        length = (int) (search.length() == null ? service.length() : search.length()).toMinutes();
        finder = new SlotFinder(
                length,
                service.bufferBefore(),
                service.bufferAfter(),
                location.rules().stepMinutes());
        candidates = window.isEmpty() ? List.of() : candidates();
    }

    /** Somebody who could give it, and where. */
    private record Candidate(PractitionerInfo practitioner, Spans working, List<RoomInfo> rooms) {

        PractitionerId id() {
            return practitioner.id();
        }
    }

    /** Searches all of them, with one query for all, and another one if somebody's usual room is not free when they are. */
    static void run(List<LocationSearch> all, DirectorySnapshot directory, CalendarTable table, Instant now) {
        var searches = all.stream().filter(each -> !each.candidates.isEmpty()).toList();
        if (searches.isEmpty()) {
            return;
        }
        var taken = new Taken(
                directory,
                table,
                searches.stream()
                        .map(LocationSearch::from)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                searches.stream()
                        .map(LocationSearch::until)
                        .max(Instant::compareTo)
                        .orElseThrow(),
                now);
        taken.read(
                searches.stream()
                        .flatMap(each -> each.candidates.stream())
                        .map(each -> each.id().value())
                        .toList(),
                searches.stream().flatMap(each -> each.usualRooms().stream()).toList());
        var undecided = new HashMap<LocationSearch, List<Candidate>>();
        searches.forEach(each -> undecided.put(each, each.find(taken)));
        taken.read(
                List.of(),
                undecided.values().stream()
                        .flatMap(some -> roomsOf(some).stream())
                        .toList());
        undecided.forEach((each, some) ->
                some.forEach(candidate -> each.add(candidate, each.find(candidate, candidate.rooms(), taken))));
    }

    /** Searches this one alone. */
    List<FreeSlot> run(CalendarTable table, Instant now) {
        run(List.of(this), directory, table, now);
        return slots;
    }

    /** What was found by running it. */
    List<FreeSlot> slots() {
        return slots;
    }

    /** How many visits somebody who could give it has on a day that was searched. */
    int visits(PractitionerId practitioner, LocalDate day) {
        return visits.getOrDefault(practitioner, Map.of()).getOrDefault(day, 0);
    }

    private Instant from() {
        return Spans.instant(window.from(0));
    }

    private Instant until() {
        return Spans.instant(window.to(window.size() - 1)).plusSeconds(60L * length);
    }

    private List<Candidate> candidates() {
        // a treatment may begin in the evening and end on the next day
        var first = search.from().minusDays(1);
        var last = search.to().plusDays(1);
        var open = directory.open(location.id(), first, last);
        var found = new ArrayList<Candidate>();
        for (var practitioner : directory.practitioners(location.id())) {
            if (!service.practitioners().contains(practitioner.id())
                    || search.practitioner() != null && !practitioner.id().equals(search.practitioner())) {
                continue;
            }
            var working = directory.working(practitioner.id(), location.id(), first, last, open);
            var rooms = directory.rooms(service, location.id(), practitioner.id());
            if (!working.isEmpty() && (!rooms.isEmpty() || service.rooms().isEmpty())) {
                found.add(new Candidate(practitioner, working, rooms));
            }
        }
        return found;
    }

    /** Mostly somebody's usual room is free when they are, so the others are looked at only if it is not. */
    private Set<UUID> usualRooms() {
        var usual = candidates.stream()
                .flatMap(candidate -> candidate.practitioner().hours().stream())
                .map(WorkingSpan::usualRoom)
                .filter(room -> room != null)
                .map(room -> room.value())
                .collect(Collectors.toSet());
        var fitting = roomsOf(candidates);
        fitting.retainAll(usual);
        return fitting;
    }

    private static Set<UUID> roomsOf(Collection<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.rooms().stream())
                .map(room -> room.id().value())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** @return those for whom more rooms are to be read before it can be said when they are free */
    private List<Candidate> find(Taken taken) {
        var undecided = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            visits.put(candidate.id(), taken.visits(candidate.id(), clock));
            var known = candidate.rooms().stream()
                    .takeWhile(room -> taken.knows(room.id()))
                    .toList();
            var found = find(candidate, known, taken);
            if (known.size() < candidate.rooms().size()
                    && found.stream().anyMatch(each -> each.room() == SlotFinder.NO_ROOM)) {
                undecided.add(candidate);
            } else {
                add(candidate, found);
            }
        }
        return undecided;
    }

    private List<SlotFinder.Found> find(Candidate candidate, List<RoomInfo> rooms, Taken taken) {
        var free = rooms.stream()
                .map(room -> new SlotFinder.Room(room.turnoverMinutes(), taken.of(room.id())))
                .toList();
        return finder.find(
                candidate.working(), taken.of(candidate.id()), window.minus(fullDays(candidate)), free, clock);
    }

    private Spans fullDays(Candidate candidate) {
        var limit = candidate.practitioner().dailyLimit();
        if (limit == null) {
            return Spans.NONE;
        }
        var full = new Spans.Builder(4);
        visits.getOrDefault(candidate.id(), Map.of()).forEach((day, count) -> {
            if (count >= limit) {
                var whole = clock.day(day);
                for (int index = 0; index < whole.size(); index++) {
                    full.add(whole.from(index), whole.to(index));
                }
            }
        });
        return full.build();
    }

    private void add(Candidate candidate, List<SlotFinder.Found> found) {
        for (var each : found) {
            if (each.room() == SlotFinder.NO_ROOM && !candidate.rooms().isEmpty()) {
                continue;
            }
            var room =
                    each.room() == SlotFinder.NO_ROOM ? null : candidate.rooms().get(each.room());
            slots.add(new FreeSlot(
                    new TimeSlot(Spans.instant(each.start()), Spans.instant(each.start() + length)),
                    candidate.id(),
                    candidate.practitioner().name(),
                    location.id(),
                    location.zone(),
                    room == null ? null : room.id(),
                    room == null ? null : room.name()));
        }
    }
}
