package app.afterwell.webui.desk;

import app.afterwell.booking.DayBoard;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk is offered before it has said anything. The server decides; this only guesses well. */
final class Proposals {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private Proposals() {}

    /** The opening time, or today, if that is past, the next time that the place offers. */
    static LocalTime earliest(DayBoard board, WallClock clock, Instant now) {
        var opens = board.open().stream()
                .map(TimeSlot::start)
                .min(Comparator.naturalOrder())
                .map(open -> clock.at(open).toLocalTime())
                .orElse(MORNING);
        var wall = clock.at(now);
        if (!wall.toLocalDate().equals(board.day()) || wall.toLocalTime().isBefore(opens)) {
            return opens;
        }
        long past = wall.getMinute() % clock.step().toMinutes();
        var next = past == 0 ? wall : wall.plus(clock.step()).minusMinutes(past);
        return LocalTime.of(next.getHour(), next.getMinute());
    }

    /** What that practitioner gives, in the order given. */
    static List<ServiceInfo> services(List<ServiceInfo> all, @Nullable PractitionerId practitioner) {
        return all.stream()
                .filter(service ->
                        practitioner == null || service.practitioners().contains(practitioner))
                .toList();
    }

    /** The rooms that suit, the practitioner's usual one first. */
    static List<RoomInfo> rooms(DayBoard board, ServiceInfo service, @Nullable RoomId usual) {
        return board.rooms().stream()
                .filter(room -> service.rooms().contains(room.id()))
                .sorted(Comparator.comparing(room -> !room.id().equals(usual)))
                .toList();
    }

    /** The first of these rooms in which a lane is free. */
    static Optional<RoomInfo> room(DayBoard board, List<RoomInfo> rooms, TimeSlot slot) {
        return rooms.stream()
                .filter(room -> taken(board, room, slot) < room.lanes())
                .findFirst();
    }

    private static long taken(DayBoard board, RoomInfo room, TimeSlot slot) {
        return board.appointments().stream()
                .filter(appointment -> room.id().equals(appointment.room()))
                .filter(appointment -> !appointment.status().frees())
                .filter(appointment -> appointment.slot().overlaps(slot))
                .count();
    }
}
