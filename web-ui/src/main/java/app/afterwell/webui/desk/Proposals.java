package app.afterwell.webui.desk;

import app.afterwell.booking.DayBoard;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the desk is offered before it has said anything. The server decides; this only guesses well. */
final class Proposals {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private Proposals() {}

    /** Somebody, and when they could begin. */
    record Start(DayBoard.Column who, LocalTime at) {}

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

    /** The first time that day at which one of them works and has nothing to do for as long as their visit takes. */
    static Optional<Start> first(
            DayBoard board,
            WallClock clock,
            LocalTime earliest,
            List<DayBoard.Column> whom,
            Function<DayBoard.Column, Duration> length) {
        return Stream.iterate(
                        clock.instant(board.day().atTime(earliest)),
                        at -> at.isBefore(board.whole().end()),
                        at -> at.plus(clock.step()))
                .flatMap(at -> whom.stream()
                        .filter(who -> isFree(board, who, TimeSlot.of(at, length.apply(who))))
                        .map(who -> new Start(who, clock.at(at).toLocalTime())))
                .findFirst();
    }

    private static boolean isFree(DayBoard board, DayBoard.Column who, TimeSlot slot) {
        return who.working().stream()
                        .anyMatch(working -> !slot.start().isBefore(working.start())
                                && !slot.end().isAfter(working.end()))
                && board.appointments().stream()
                        .filter(appointment -> !appointment.status().frees())
                        .filter(appointment -> appointment.practitioner().equals(who.practitioner()))
                        .noneMatch(appointment -> appointment.slot().overlaps(slot))
                && board.blocks().stream()
                        .filter(block -> block.practitioner().equals(who.practitioner()))
                        .noneMatch(block -> block.slot().overlaps(slot));
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
