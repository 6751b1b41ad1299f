package app.afterwell.booking;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a treatment fits. Pure arithmetic on stretches of minutes: the question "which starts are possible" is
 * answered for each constraint as a set of starts, and the sets are cut with each other.
 *
 * @param length of the treatment, minutes
 * @param before buffer in which practitioner and room are taken, minutes; it may lie outside working hours
 * @param after the same behind the treatment
 * @param step starts stand at multiples of this by the location's clock, minutes
 */
record SlotFinder(int length, int before, int after, int step) {

    /**
     * A room and what its lanes are taken by, turnover included.
     *
     * @param turnover minutes it stands empty behind a treatment and its buffer
     */
    record Room(int turnover, List<Spans> lanes) {}

    /** Stands for a room where none of those given is free, or where none is given. */
    static final int NO_ROOM = -1;

    /** @param room index of the first room that is free then, or {@link #NO_ROOM} */
    record Found(long start, int room) {}

    /**
     * @param working when the practitioner can treat
     * @param busy what takes the practitioner, buffers included
     * @param window in which the treatment may start
     * @param rooms in order of preference
     */
    List<Found> find(Spans working, Spans busy, Spans window, List<Room> rooms, WallClock clock) {
        var starts = starts(working, busy).and(window);
        if (starts.isEmpty()) {
            return List.of();
        }
        var free = new Cursor[rooms.size()];
        for (int index = 0; index < free.length; index++) {
            free[index] = new Cursor(starts(rooms.get(index), starts));
        }
        var found = new ArrayList<Found>();
        for (int index = 0; index < starts.size(); index++) {
            long start = clock.onGrid(starts.from(index), step);
            while (start < starts.to(index)) {
                int room = 0;
                while (room < free.length && !free[room].covers(start)) {
                    room++;
                }
                found.add(new Found(start, room < free.length ? room : NO_ROOM));
                start = clock.onGrid(start + 1, step);
            }
        }
        return found;
    }

    /** The minutes at which a treatment could start as far as the practitioner is concerned. */
    Spans starts(Spans working, Spans busy) {
        return working.shifted(0, 1 - length).minus(busy.shifted(1 - length - after, before));
    }

    private Spans starts(Room room, Spans within) {
        var free = Spans.NONE;
        for (var lane : room.lanes()) {
            free = free.or(within.minus(lane.shifted(1 - length - after - room.turnover(), before)));
        }
        return free;
    }

    /** Asks for ever later minutes. */
    private static final class Cursor {

        private final Spans spans;
        private int index;

        Cursor(Spans spans) {
            this.spans = spans;
        }

        boolean covers(long minute) {
            while (index < spans.size() && spans.to(index) <= minute) {
                index++;
            }
            return index < spans.size() && spans.from(index) <= minute;
        }
    }
}
