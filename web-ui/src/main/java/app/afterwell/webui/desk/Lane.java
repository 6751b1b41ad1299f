package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.RoomInfo;
import app.afterwell.domain.TimeSlot;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of the board: a day of a therapist, of a room, or, with neither, of what needs no room.
 *
 * @param id names it on the page
 */
record Lane(
        String id,
        DayBoard day,
        DayBoard.@Nullable Column therapist,
        @Nullable RoomInfo room) {

    /** The column of what needs no room. */
    static final String NO_ROOM = "none";

    static Lane of(DayBoard day, DayBoard.Column therapist) {
        return new Lane(therapist.practitioner().toString(), day, therapist, null);
    }

    static Lane of(DayBoard day, RoomInfo room) {
        return new Lane(room.id().toString(), day, null, room);
    }

    static Lane withoutRoom(DayBoard day) {
        return new Lane(NO_ROOM, day, null, null);
    }

    /** A day of a week, named by its date. */
    static Lane dayOf(DayBoard day) {
        return new Lane(day.day().toString(), day, day.columns().getFirst(), null);
    }

    List<AppointmentInfo> appointments() {
        return day.appointments().stream().filter(this::holds).toList();
    }

    private boolean holds(AppointmentInfo appointment) {
        if (therapist != null) {
            return appointment.practitioner().equals(therapist.practitioner());
        }
        return room == null ? appointment.room() == null : room.id().equals(appointment.room());
    }

    /** What else takes the therapist's time; a room has nothing else. */
    List<DayBoard.Block> blocks() {
        var who = therapist;
        return who == null
                ? List.of()
                : day.blocks().stream()
                        .filter(block -> block.practitioner().equals(who.practitioner()))
                        .toList();
    }

    List<DayBoard.Pause> breaks() {
        return therapist == null ? List.of() : therapist.breaks();
    }

    /** The hours that are not shaded: those worked, breaks included, or those in which the house is open. */
    List<TimeSlot> hours() {
        return therapist == null
                ? day.open()
                : Stream.concat(
                                therapist.working().stream(),
                                therapist.breaks().stream().map(DayBoard.Pause::slot))
                        .toList();
    }
}
