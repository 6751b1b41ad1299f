package app.afterwell.booking;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads a clinic's directory and appointments in bulk. It publishes no events and keeps no audit. */
@Service
public class BookingImport {

    private static final int BATCH = 2000;

    private record Column(String name, String type) {}

    /** In the order in which {@link #row} fills them. */
    private static final Column[] COLUMNS = {
        new Column("id", "uuid"),
        new Column("location_id", "uuid"),
        new Column("practitioner_id", "uuid"),
        new Column("room_id", "uuid"),
        new Column("lane", "int4"),
        new Column("service_id", "uuid"),
        new Column("client_id", "uuid"),
        new Column("starts_at", "timestamptz"),
        new Column("ends_at", "timestamptz"),
        new Column("busy_from", "timestamptz"),
        new Column("busy_until", "timestamptz"),
        new Column("room_until", "timestamptz"),
        new Column("status", "text"),
        new Column("status_since", "timestamptz"),
        new Column("reason", "text"),
        new Column("price_minor", "int8"),
        new Column("currency", "text"),
        new Column("booked_at", "timestamptz")
    };

    /** How long before the start clients come. */
    private static final Duration USUALLY_EARLY = Duration.ofMinutes(20);

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
            for (int from = 0; from < rows.size(); from += BATCH) {
                insert(rows.subList(from, Math.min(rows.size(), from + BATCH)));
            }
        } catch (DataIntegrityViolationException e) {
            var message = e.getMostSpecificCause().getMessage();
            if (message != null && message.contains("_free\"")) {
                throw (ConflictException)
                        new ConflictException("slot-taken", "Two of these overlap: " + message).initCause(e);
            }
            throw e;
        }
    }

    /** Many rows in one statement, each column as one array: most of a row's price is the trip to the database. */
    private void insert(List<@Nullable Object[]> rows) {
        var names = Arrays.stream(COLUMNS).map(Column::name).collect(Collectors.joining(", "));
        var unnested = Arrays.stream(COLUMNS)
                .map(column -> "?::" + column.type() + "[]")
                .collect(Collectors.joining(", "));
        var sql = "insert into calendar_entry (kind, version, " + names + ") select 'APPOINTMENT', 0, * from unnest("
                + unnested + ")";
        jdbc.update(sql, statement -> {
            for (int column = 0; column < COLUMNS.length; column++) {
                var values = new @Nullable Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = rows.get(row)[column];
                }
                statement.setArray(column + 1, statement.getConnection().createArrayOf(COLUMNS[column].type(), values));
            }
        });
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
            CalendarTable.time(since(each)),
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

    /** Since when it stands so, as near as an import knows. */
    private static Instant since(ImportedAppointment each) {
        return switch (each.status()) {
            case ARRIVED -> each.slot().start().minus(USUALLY_EARLY);
            case IN_SESSION -> each.slot().start();
            case COMPLETED, NO_SHOW -> each.slot().end();
            case BOOKED, CONFIRMED, CANCELLED -> each.bookedAt();
        };
    }
}
