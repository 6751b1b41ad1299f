package app.afterwell.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody wants, with all that it would take; pure.
 *
 * @param rooms those that would do, in order of preference; empty if the service needs none
 * @param before buffer, minutes
 * @param after buffer, minutes
 */
record Wish(
        UUID location, UUID practitioner, List<RoomInfo> rooms, Instant start, Duration length, int before, int after) {

    /**
     * An entry in the way, or perhaps not.
     *
     * @param expired whether it is a hold that has run out
     */
    record Taken(
            UUID id,
            UUID practitioner,
            @Nullable UUID room,
            int lane,
            Instant busyFrom,
            Instant busyUntil,
            Instant roomUntil,
            boolean expired) {}

    Instant end() {
        return start.plus(length);
    }

    Instant busyFrom() {
        return start.minus(Duration.ofMinutes(before));
    }

    Instant busyUntil() {
        return end().plus(Duration.ofMinutes(after));
    }

    /** The last minute that any of the rooms would be taken. */
    Instant latest() {
        return busyUntil()
                .plus(Duration.ofMinutes(
                        rooms.stream().mapToInt(RoomInfo::turnoverMinutes).max().orElse(0)));
    }

    List<UUID> roomIds() {
        return rooms.stream().map(room -> room.id().value()).toList();
    }

    /** The places that are free, best first. */
    List<Place> free(List<Taken> taken) {
        if (taken.stream()
                .anyMatch(other -> other.practitioner().equals(practitioner)
                        && other.busyFrom().isBefore(busyUntil())
                        && busyFrom().isBefore(other.busyUntil()))) {
            return List.of();
        }
        if (rooms.isEmpty()) {
            return List.of(place(null, null, false));
        }
        var free = new ArrayList<Place>();
        for (var room : rooms) {
            for (int lane = 1; lane <= room.lanes(); lane++) {
                var place = place(room, lane, false);
                if (taken.stream().noneMatch(other -> inTheWay(place, other))) {
                    free.add(place);
                }
            }
        }
        return free;
    }

    private static boolean inTheWay(Place place, Taken other) {
        return other.room() != null
                && other.room().equals(place.room())
                && place.lane() != null
                && other.lane() == place.lane()
                && other.busyFrom().isBefore(place.roomUntil())
                && place.busyFrom().isBefore(other.roomUntil());
    }

    /** The same with that room first, if it would do. */
    Wish preferring(@Nullable UUID room) {
        var reordered = new ArrayList<>(rooms);
        reordered.sort(Comparator.comparing(each -> !each.id().value().equals(room)));
        return new Wish(location, practitioner, reordered, start, length, before, after);
    }

    /** The same in that room and no other. */
    Wish in(RoomInfo room) {
        return new Wish(location, practitioner, List.of(room), start, length, before, after);
    }

    /** On top of whatever is there, outside the constraints. */
    Place forced() {
        return rooms.isEmpty() ? place(null, null, true) : place(rooms.getFirst(), 1, true);
    }

    private Place place(@Nullable RoomInfo room, @Nullable Integer lane, boolean forced) {
        return new Place(
                location,
                practitioner,
                room == null ? null : room.id().value(),
                lane,
                start,
                end(),
                busyFrom(),
                busyUntil(),
                busyUntil().plus(Duration.ofMinutes(room == null ? 0 : room.turnoverMinutes())),
                forced);
    }
}
