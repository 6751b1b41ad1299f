package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
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
import org.jspecify.annotations.Nullable;

/** What people and rooms are taken by between two times, read once for all locations that a search looks at. */
final class Taken {

    private final DirectorySnapshot directory;
    private final CalendarTable table;
    private final Instant from;
    private final Instant until;
    private final Instant now;
    private final Map<UUID, Spans.Builder> people = new HashMap<>();
    private final Map<UUID, List<Long>> visits = new HashMap<>();
    private final Map<UUID, Spans.Builder[]> rooms = new HashMap<>();

    Taken(DirectorySnapshot directory, CalendarTable table, Instant from, Instant until, Instant now) {
        this.directory = directory;
        this.table = table;
        this.from = from;
        this.until = until;
        this.now = now;
    }

    /** Reads those that are not read yet, in one query. */
    void read(Collection<UUID> whom, Collection<UUID> where) {
        var newPeople = unread(whom, people.keySet());
        var newRooms = unread(where, rooms.keySet());
        if (newPeople.isEmpty() && newRooms.isEmpty()) {
            return;
        }
        newPeople.forEach(person -> people.put(person, new Spans.Builder(64)));
        newRooms.forEach(room -> rooms.put(room, lanes(room)));
        // A visit of somebody who is read already comes again with its room; it is one visit all the same.
        table.busy(newPeople, newRooms, from, until, now, (person, room, lane, start, end, roomEnd, visit) -> {
            if (newPeople.contains(person)) {
                person(person, start, end, visit);
            }
            if (room != null && newRooms.contains(room)) {
                room(rooms.get(room), lane, start, roomEnd);
            }
        });
    }

    private static Set<UUID> unread(Collection<UUID> wanted, Set<UUID> read) {
        var unread = new HashSet<>(wanted);
        unread.removeAll(read);
        return unread;
    }

    private Spans.Builder[] lanes(UUID room) {
        var lanes = new Spans.Builder[directory.room(new RoomId(room)).lanes()];
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = new Spans.Builder(32);
        }
        return lanes;
    }

    private void person(UUID person, long start, long end, boolean visit) {
        people.computeIfAbsent(person, key -> new Spans.Builder(64)).add(start, end);
        if (visit) {
            visits.computeIfAbsent(person, key -> new ArrayList<>()).add(start);
        }
    }

    private static void room(Spans.Builder @Nullable [] lanes, int lane, long start, long end) {
        if (lanes != null && lane >= 1 && lane <= lanes.length) {
            lanes[lane - 1].add(start, end);
        }
    }

    boolean knows(RoomId room) {
        return rooms.containsKey(room.value());
    }

    /** What takes a practitioner, buffers included. */
    Spans of(PractitionerId practitioner) {
        return people.getOrDefault(practitioner.value(), new Spans.Builder(1)).build();
    }

    /** What takes each lane of a room that was read, turnover included. */
    List<Spans> of(RoomId room) {
        var lanes = new ArrayList<Spans>();
        for (var lane : rooms.getOrDefault(room.value(), new Spans.Builder[0])) {
            lanes.add(lane.build());
        }
        return lanes;
    }

    /** How many visits a practitioner has on each day by that clock. */
    Map<LocalDate, Integer> visits(PractitionerId practitioner, WallClock clock) {
        Map<LocalDate, Integer> days = new HashMap<>();
        for (long start : visits.getOrDefault(practitioner.value(), List.of())) {
            days.merge(clock.dayOf(start), 1, Integer::sum);
        }
        return days;
    }
}
