package app.afterwell.booking;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads a clinic's directory and appointments in bulk. It publishes no events and keeps no audit. */
@Service
public class BookingImport {

    private static final int BATCH = 1000;

    private final DirectoryWriter writer;
    private final DirectoryReader directories;
    private final JdbcTemplate jdbc;

    BookingImport(DirectoryWriter writer, DirectoryReader directories, JdbcTemplate jdbc) {
        this.writer = writer;
        this.directories = directories;
        this.jdbc = jdbc;
    }

    /** Adds or changes all of these, all or nothing; services may name the practitioners and rooms given here. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void directory(
            Collection<LocationInfo> locations,
            Collection<RoomInfo> rooms,
            Collection<PractitionerInfo> practitioners,
            Collection<ServiceInfo> services) {
        writer.locations(locations);
        writer.rooms(rooms);
        writer.practitioners(practitioners);
        writer.services(services);
    }

    /**
     * Adds appointments, all or nothing.
     *
     * @throws ConflictException {@code slot-taken} if two overlap
     * @throws NotFoundException if one names a service, practitioner, location or room that is not there
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void appointments(Collection<ImportedAppointment> appointments) {
        var directory = directories.current();
        var lanes = new HashMap<UUID, long[]>();
        var rows = new ArrayList<@Nullable Object[]>(appointments.size());
        appointments.stream()
                .sorted(Comparator.comparing(each -> each.slot().start()))
                .forEach(each -> rows.add(row(each, directory, lanes)));
        try {
            jdbc.batchUpdate("""
                    insert into calendar_entry (id, kind, version, location_id, practitioner_id, room_id, lane, service_id,
                        client_id, starts_at, ends_at, busy_from, busy_until, room_until, status, status_since, reason,
                        price_minor, currency, booked_at)
                    values (?, 'APPOINTMENT', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, BATCH, (statement, row) -> {
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, row[column]);
                }
            });
        } catch (DataIntegrityViolationException e) {
            var message = e.getMostSpecificCause().getMessage();
            if (message != null && message.contains("_free\"")) {
                throw (ConflictException)
                        new ConflictException("slot-taken", "Two of these overlap: " + message).initCause(e);
            }
            throw e;
        }
    }

    private static @Nullable Object[] row(
            ImportedAppointment each, DirectorySnapshot directory, Map<UUID, long[]> lanes) {
        var service = directory.service(each.service());
        var room = each.room() == null ? null : directory.room(each.room());
        var wish = new Wish(
                directory.location(each.location()).id().value(),
                directory.practitioner(each.practitioner()).id().value(),
                room == null ? List.of() : List.of(room),
                each.slot().start(),
                each.slot().length(),
                service.bufferBefore(),
                service.bufferAfter());
        Integer lane = room == null ? null : lane(room, wish, each.status().frees(), lanes);
        return new @Nullable Object[] {
            each.id().value(),
            wish.location(),
            wish.practitioner(),
            room == null ? null : room.id().value(),
            lane,
            service.id().value(),
            each.client().value(),
            CalendarTable.time(wish.start()),
            CalendarTable.time(wish.end()),
            CalendarTable.time(wish.busyFrom()),
            CalendarTable.time(wish.busyUntil()),
            CalendarTable.time(wish.latest()),
            each.status().name(),
            CalendarTable.time(each.status().started() ? each.slot().end() : each.bookedAt()),
            each.reason(),
            service.price().minor(),
            service.price().currency(),
            CalendarTable.time(each.bookedAt())
        };
    }

    /** The first lane that is free by then, as the appointments come by start. */
    private static int lane(RoomInfo room, Wish wish, boolean frees, Map<UUID, long[]> lanes) {
        if (frees) {
            return 1;
        }
        var until = lanes.computeIfAbsent(room.id().value(), key -> new long[room.lanes()]);
        for (int lane = 0; lane < until.length; lane++) {
            if (until[lane] <= wish.busyFrom().getEpochSecond()) {
                until[lane] = wish.latest().getEpochSecond();
                return lane + 1;
            }
        }
        return 1;
    }
}
