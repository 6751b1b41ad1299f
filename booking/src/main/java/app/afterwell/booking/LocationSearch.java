package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
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
import org.jspecify.annotations.Nullable;

/** One search for free times at one location: fetches what is taken, and lets {@link SlotFinder} do the arithmetic. */
final class LocationSearch {

    private final DirectorySnapshot directory;
    private final LocationInfo location;
    private final ServiceInfo service;
    private final FindSlots search;
    private final CalendarTable table;
    private final Instant now;
    private final WallClock clock;
    private final Spans window;
    private final int length;
    private final SlotFinder finder;
    private final Map<UUID, Spans.Builder> practitioners = new HashMap<>();
    private final Map<UUID, Map<LocalDate, Integer>> visits = new HashMap<>();
    private final Map<UUID, Spans.Builder[]> lanes = new HashMap<>();

    /** @param bookable from when to when anything can be booked there */
    LocationSearch(
            DirectorySnapshot directory,
            LocationInfo location,
            ServiceInfo service,
            FindSlots search,
            Spans bookable,
            CalendarTable table,
            Instant now) {
        this.directory = directory;
        this.location = location;
        this.service = service;
        this.search = search;
        this.table = table;
        this.now = now;
        clock = directory.clock(location.id());
        window = clock.days(search.from(), search.to()).and(bookable);
        length = (int) (search.length() == null ? service.length() : search.length()).toMinutes();
        finder = new SlotFinder(
                length,
                service.bufferBefore(),
                service.bufferAfter(),
                location.rules().stepMinutes());
    }

    /** Somebody who could give it, and where. */
    private record Candidate(PractitionerInfo practitioner, Spans working, List<RoomInfo> rooms) {}

    List<FreeSlot> slots() {
        if (window.isEmpty()) {
            return List.of();
        }
        var candidates = candidates();
        if (candidates.isEmpty()) {
            return List.of();
        }
        // Mostly somebody's usual room is free when they are, so the others are looked at only if it is not.
        read(candidates.stream().map(each -> each.practitioner().id().value()).toList(), usualRooms(candidates));
        var slots = new ArrayList<FreeSlot>();
        var undecided = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            var known = candidate.rooms().stream()
                    .takeWhile(room -> lanes.containsKey(room.id().value()))
                    .toList();
            var found = find(candidate, known);
            if (known.size() < candidate.rooms().size()
                    && found.stream().anyMatch(each -> each.room() == SlotFinder.NO_ROOM)) {
                undecided.add(candidate);
            } else {
                add(candidate, found, slots);
            }
        }
        if (!undecided.isEmpty()) {
            read(List.of(), roomsOf(undecided));
            undecided.forEach(candidate -> add(candidate, find(candidate, candidate.rooms()), slots));
        }
        return slots;
    }

    /** How many visits somebody has on a day that was searched. */
    int visits(PractitionerId practitioner, LocalDate day) {
        return visits.getOrDefault(practitioner.value(), Map.of()).getOrDefault(day, 0);
    }

    private List<Candidate> candidates() {
        // a treatment may begin in the evening and end on the next day
        var first = search.from().minusDays(1);
        var last = search.to().plusDays(1);
        var open = directory.open(location.id(), first, last);
        var candidates = new ArrayList<Candidate>();
        for (var practitioner : directory.practitioners(location.id())) {
            if (!service.practitioners().contains(practitioner.id())
                    || search.practitioner() != null && !practitioner.id().equals(search.practitioner())) {
                continue;
            }
            var working = directory.working(practitioner.id(), location.id(), first, last, open);
            var rooms = directory.rooms(service, location.id(), practitioner.id());
            if (!working.isEmpty() && (!rooms.isEmpty() || service.rooms().isEmpty())) {
                candidates.add(new Candidate(practitioner, working, rooms));
            }
        }
        return candidates;
    }

    private Set<UUID> usualRooms(List<Candidate> candidates) {
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

    private void read(Collection<UUID> whom, Set<UUID> rooms) {
        var unread = new HashSet<>(rooms);
        unread.removeAll(lanes.keySet());
        unread.forEach(room -> {
            var builders = new Spans.Builder[directory.room(new RoomId(room)).lanes()];
            for (int lane = 0; lane < builders.length; lane++) {
                builders[lane] = new Spans.Builder(32);
            }
            lanes.put(room, builders);
        });
        whom.forEach(each -> practitioners.put(each, new Spans.Builder(64)));
        if (whom.isEmpty() && unread.isEmpty()) {
            return;
        }
        var from = Spans.instant(window.from(0));
        var to = Spans.instant(window.to(window.size() - 1)).plusSeconds(60L * length);
        table.busy(whom, unread, from, to, now, this::take);
    }

    private void take(
            UUID practitioner, @Nullable UUID room, int lane, long from, long until, long roomUntil, boolean visit) {
        var busy = practitioners.get(practitioner);
        if (busy != null) {
            busy.add(from, until);
            if (visit) {
                visits.computeIfAbsent(practitioner, key -> new HashMap<>()).merge(clock.dayOf(from), 1, Integer::sum);
            }
        }
        var builders = room == null ? null : lanes.get(room);
        if (builders != null && lane >= 1 && lane <= builders.length) {
            builders[lane - 1].add(from, roomUntil);
        }
    }

    private List<SlotFinder.Found> find(Candidate candidate, List<RoomInfo> rooms) {
        var id = candidate.practitioner().id().value();
        var busy = practitioners.getOrDefault(id, new Spans.Builder(1)).build();
        var free = rooms.stream()
                .map(room -> new SlotFinder.Room(room.turnoverMinutes(), lanesOf(room)))
                .toList();
        return finder.find(candidate.working(), busy, window.minus(fullDays(candidate)), free, clock);
    }

    private List<Spans> lanesOf(RoomInfo room) {
        var spans = new ArrayList<Spans>();
        for (var builder : lanes.getOrDefault(room.id().value(), new Spans.Builder[0])) {
            spans.add(builder.build());
        }
        return spans;
    }

    private Spans fullDays(Candidate candidate) {
        var limit = candidate.practitioner().dailyLimit();
        if (limit == null) {
            return Spans.NONE;
        }
        var full = new Spans.Builder(4);
        visits.getOrDefault(candidate.practitioner().id().value(), Map.of()).forEach((day, count) -> {
            if (count >= limit) {
                var whole = clock.day(day);
                for (int index = 0; index < whole.size(); index++) {
                    full.add(whole.from(index), whole.to(index));
                }
            }
        });
        return full.build();
    }

    private void add(Candidate candidate, List<SlotFinder.Found> found, List<FreeSlot> slots) {
        for (var each : found) {
            if (each.room() == SlotFinder.NO_ROOM && !candidate.rooms().isEmpty()) {
                continue;
            }
            var room =
                    each.room() == SlotFinder.NO_ROOM ? null : candidate.rooms().get(each.room());
            slots.add(new FreeSlot(
                    new TimeSlot(Spans.instant(each.start()), Spans.instant(each.start() + length)),
                    candidate.practitioner().id(),
                    candidate.practitioner().name(),
                    location.id(),
                    location.zone(),
                    room == null ? null : room.id(),
                    room == null ? null : room.name()));
        }
    }
}
