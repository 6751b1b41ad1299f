package app.afterwell.booking;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.UnacceptableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the directory in memory and asks the database at each use whether it has changed since: right at once on every
 * instance, for the price of reading one row.
 */
@Component
class DirectoryReader {

    private final JdbcClient jdbc;
    private volatile @Nullable DirectorySnapshot last;

    DirectoryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The directory as the caller's transaction sees it. */
    DirectorySnapshot current() {
        return at(jdbc.sql("select revision from directory_revision")
                .query(Long.class)
                .single());
    }

    /** The directory is another one by now than what was read last. */
    static final class Outdated extends ConflictException {

        private static final long serialVersionUID = 1L;

        Outdated() {
            super("stale-version", "The clinic's hours or rooms have just been changed. Please try again.");
        }
    }

    /**
     * Tries with the directory as it was read last, which is nearly always still right, and again if it was not: saves
     * asking where a later statement asks anyway ({@link Outdated}). What the action refuses is refused only by the
     * directory that is in force. An action that throws must have written nothing.
     */
    <T> T withLatest(Function<DirectorySnapshot, T> action) {
        var known = last;
        var directory = known == null ? current() : known;
        while (true) {
            try {
                return action.apply(directory);
            } catch (UnacceptableException | ConflictException | NotFoundException e) {
                var current = current();
                if (current.revision() == directory.revision()) {
                    throw e;
                }
                directory = current;
            }
        }
    }

    /** What was read last, perhaps outdated, if it knows the location; saves asking where the answer tells the revision. */
    DirectorySnapshot known(LocationId location) {
        var known = last;
        return known != null && known.findLocation(location) != null ? known : current();
    }

    /** @param revision as just read from {@code directory_revision} */
    DirectorySnapshot at(long revision) {
        var known = last;
        if (known != null && known.revision() == revision) {
            return known;
        }
        // What is read now may be newer than the revision, never older: the next caller then sees another one and reads
        // again.
        var read = read(revision);
        last = read;
        return read;
    }

    private DirectorySnapshot read(long revision) {
        return new DirectorySnapshot(
                revision, locations(), rooms(), services(), practitioners(), ownDays(), away(), closures());
    }

    private List<LocationInfo> locations() {
        var hours = grouped(
                "select * from location_hours order by weekday, from_time",
                "location_id",
                row -> new WeeklySpan(
                        DayOfWeek.of(row.getInt("weekday")), time(row, "from_time"), time(row, "to_time")));
        return jdbc.sql("select * from location")
                .query((row, number) -> new LocationInfo(
                        new LocationId(uuid(row, "id")),
                        row.getLong("version"),
                        row.getString("code"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("country"),
                        row.getString("phone"),
                        row.getString("address"),
                        hours.getOrDefault(uuid(row, "id"), List.of()),
                        new BookingRules(
                                row.getInt("step_minutes"),
                                row.getInt("lead_minutes"),
                                row.getInt("horizon_days"),
                                row.getInt("notice_hours")),
                        row.getBoolean("active")))
                .list();
    }

    private List<RoomInfo> rooms() {
        return jdbc.sql("select * from room")
                .query((row, number) -> new RoomInfo(
                        new RoomId(uuid(row, "id")),
                        row.getLong("version"),
                        new LocationId(uuid(row, "location_id")),
                        row.getString("name"),
                        row.getInt("lanes"),
                        row.getInt("turnover_minutes"),
                        row.getBoolean("active")))
                .list();
    }

    private List<ServiceInfo> services() {
        var practitioners = grouped(
                "select * from service_practitioner",
                "service_id",
                row -> new PractitionerId(uuid(row, "practitioner_id")));
        var rooms = grouped("select * from service_room", "service_id", row -> new RoomId(uuid(row, "room_id")));
        return jdbc.sql("select * from service")
                .query((row, number) -> new ServiceInfo(
                        new ServiceId(uuid(row, "id")),
                        row.getLong("version"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getInt("minutes"),
                        row.getInt("buffer_before"),
                        row.getInt("buffer_after"),
                        new Money(row.getLong("price_minor"), row.getString("currency")),
                        row.getBoolean("online_bookable"),
                        row.getBoolean("active"),
                        set(practitioners.get(uuid(row, "id"))),
                        set(rooms.get(uuid(row, "id")))))
                .list();
    }

    private List<PractitionerInfo> practitioners() {
        var hours = grouped(
                "select * from practitioner_hours order by weekday, from_time",
                "practitioner_id",
                row -> new WorkingSpan(
                        new LocationId(uuid(row, "location_id")),
                        DayOfWeek.of(row.getInt("weekday")),
                        time(row, "from_time"),
                        time(row, "to_time"),
                        row.getObject("usual_room_id") == null ? null : new RoomId(uuid(row, "usual_room_id"))));
        var breaks = grouped(
                "select * from practitioner_break order by weekday, from_time",
                "practitioner_id",
                row -> new BreakSpan(
                        new LocationId(uuid(row, "location_id")),
                        DayOfWeek.of(row.getInt("weekday")),
                        time(row, "from_time"),
                        time(row, "to_time"),
                        row.getString("label")));
        return jdbc.sql("select * from practitioner")
                .query((row, number) -> new PractitionerInfo(
                        new PractitionerId(uuid(row, "id")),
                        row.getLong("version"),
                        row.getString("name"),
                        hours.getOrDefault(uuid(row, "id"), List.of()),
                        breaks.getOrDefault(uuid(row, "id"), List.of()),
                        (Integer) row.getObject("daily_limit"),
                        row.getBoolean("active")))
                .list();
    }

    private List<DirectorySnapshot.OwnDay> ownDays() {
        return jdbc.sql("select * from practitioner_day")
                .query((row, number) -> new DirectorySnapshot.OwnDay(
                        new PractitionerId(uuid(row, "practitioner_id")),
                        new LocationId(uuid(row, "location_id")),
                        row.getObject("day", LocalDate.class),
                        time(row, "from_time"),
                        time(row, "to_time")))
                .list();
    }

    private List<DirectorySnapshot.Away> away() {
        return jdbc.sql("select * from time_off")
                .query((row, number) -> new DirectorySnapshot.Away(
                        new PractitionerId(uuid(row, "practitioner_id")),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("label")))
                .list();
    }

    private List<DirectorySnapshot.Closed> closures() {
        return jdbc.sql("select * from closure")
                .query((row, number) -> new DirectorySnapshot.Closed(
                        new LocationId(uuid(row, "location_id")),
                        row.getObject("starts_at", LocalDateTime.class),
                        row.getObject("ends_at", LocalDateTime.class),
                        row.getString("label")))
                .list();
    }

    private <T> Map<UUID, List<T>> grouped(String sql, String owner, RowReader<T> reader) {
        var groups = new HashMap<UUID, List<T>>();
        jdbc.sql(sql).query(row -> {
            groups.computeIfAbsent(uuid(row, owner), key -> new ArrayList<>()).add(reader.read(row));
        });
        return groups;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> Set<T> set(@Nullable List<T> list) {
        return list == null ? Set.of() : new HashSet<>(list);
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }
}
