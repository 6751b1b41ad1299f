package app.afterwell.booking;

import app.afterwell.domain.ConflictException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Finds a free place for a wish and takes it. The database has the last word: what it refuses is {@code slot-taken}. */
@Component
class Places {

    private final CalendarTable table;
    private final Appointments appointments;
    private final DirectoryReader directories;
    private final Clock clock;

    Places(CalendarTable table, Appointments appointments, DirectoryReader directories, Clock clock) {
        this.table = table;
        this.appointments = appointments;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Puts a new appointment where it fits.
     *
     * @param directory by which the wish was checked
     * @param deliberate whether it may stand on top of others if it does not fit
     * @throws ConflictException {@code slot-taken}
     * @throws DirectoryReader.Outdated if the directory is another one by now; nothing is written then
     */
    Place take(Wish wish, CalendarTable.NewAppointment appointment, DirectorySnapshot directory, boolean deliberate) {
        // Mostly the place that is liked best is free, and one statement finds that out and takes it.
        var best = wish.free(List.of()).getFirst();
        if (inserted(place -> table.insertIfFree(appointment, place, directory.revision()), best)) {
            return best;
        }
        if (directories.current().revision() != directory.revision()) {
            throw new DirectoryReader.Outdated();
        }
        var place = takeFree(wish, free -> table.insert(appointment, free));
        if (place != null) {
            return place;
        }
        if (deliberate && table.insert(appointment, wish.forced())) {
            return wish.forced();
        }
        throw taken();
    }

    /**
     * Puts something else where it fits.
     *
     * @param insert puts it there, and says whether the place was still free
     * @throws ConflictException {@code slot-taken}
     */
    Place take(Wish wish, Predicate<Place> insert) {
        var place = takeFree(wish, insert);
        if (place == null) {
            throw taken();
        }
        return place;
    }

    private @Nullable Place takeFree(Wish wish, Predicate<Place> insert) {
        int lanes = wish.rooms().stream().mapToInt(RoomInfo::lanes).sum();
        // a lane that was free a moment ago may be gone; look again then, but not for ever
        for (int attempt = 0; attempt <= lanes; attempt++) {
            var free = free(wish, null);
            if (free.isEmpty()) {
                break;
            }
            if (inserted(insert, free.getFirst())) {
                return free.getFirst();
            }
        }
        return null;
    }

    private static boolean inserted(Predicate<Place> insert, Place place) {
        try {
            return insert.test(place);
        } catch (CannotAcquireLockException e) {
            // it waited for somebody who waited for this transaction, and the database ended it with this one
            throw taken();
        }
    }

    /** Whether nothing is in the way but perhaps these. */
    boolean isFree(Wish wish, Set<UUID> themselves) {
        var taken = table.inTheWay(wish, null, clock.instant()).stream()
                .filter(other -> !other.expired() && !themselves.contains(other.id()))
                .toList();
        return !wish.free(taken).isEmpty();
    }

    /** How many lanes of the wish's rooms are free but perhaps for these. */
    int freeLanes(Wish wish, Set<UUID> themselves) {
        return wish.free(table.inTheWay(wish, null, clock.instant()).stream()
                        .filter(other -> !other.expired() && !themselves.contains(other.id()))
                        .toList())
                .size();
    }

    /** Lets one transaction at a time place something with these. */
    void queue(Collection<UUID> practitioners, Collection<UUID> rooms) {
        var all = new TreeSet<>(rooms);
        all.addAll(practitioners);
        all.forEach(each -> table.queueForMove(each, List.of()));
    }

    /**
     * Gives an appointment that is in the calendar a place that fits it.
     *
     * @param deliberate whether it may stand on top of others if it does not fit
     * @throws ConflictException {@code slot-taken}
     */
    Place find(Wish wish, UUID itself, boolean deliberate) {
        table.queueForMove(wish.practitioner(), wish.roomIds());
        var free = free(wish, itself);
        if (!free.isEmpty()) {
            return free.getFirst();
        }
        if (deliberate) {
            return wish.forced();
        }
        throw taken();
    }

    /**
     * Writes what was changed.
     *
     * @throws ConflictException {@code slot-taken}
     */
    void write() {
        try {
            appointments.flush();
        } catch (DataIntegrityViolationException e) {
            var message = e.getMostSpecificCause().getMessage();
            if (message != null && message.contains("_free\"")) {
                throw taken();
            }
            throw e;
        } catch (CannotAcquireLockException e) {
            // two that wanted the same time waited for each other, and the database ended it with this one
            throw taken();
        }
    }

    /** @throws ConflictException {@code slot-taken} */
    void block(Wish wish, UUID id, String label, UUID by) {
        var free = free(wish, null);
        if (free.isEmpty() || !table.insertBlock(id, label, free.getFirst(), by, clock.instant())) {
            throw taken();
        }
    }

    private List<Place> free(Wish wish, @Nullable UUID itself) {
        var now = clock.instant();
        var all = table.inTheWay(wish, itself, now);
        var expired =
                all.stream().filter(Wish.Taken::expired).map(Wish.Taken::id).toList();
        if (expired.isEmpty()) {
            return wish.free(all);
        }
        table.deleteExpiredHolds(expired, now);
        return wish.free(all.stream().filter(other -> !other.expired()).toList());
    }

    static ConflictException taken() {
        return new ConflictException("slot-taken", "This time has just been taken.");
    }
}
