package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of all that takes time, by SQL: lists for the screens, and the insert that the database may refuse. */
@Component
class CalendarTable {

    /** No entry lasts longer, buffers included; a constraint sees to it. */
    static final Duration LONGEST = Duration.ofHours(30);

    private static final String APPOINTMENT_COLUMNS = """
            e.id, e.version, e.location_id, e.practitioner_id, e.room_id, e.service_id, e.client_id, e.starts_at, e.ends_at, \
            e.status, e.status_since, e.reason, e.late, e.forced, e.override_reason, e.price_minor, e.currency, e.notes, \
            e.party_id, e.series_id""";

    private static final String APPOINTMENTS = "select " + APPOINTMENT_COLUMNS + " from calendar_entry e ";

    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a new appointment has besides its place. */
    record NewAppointment(
            UUID id,
            UUID service,
            UUID client,
            @Nullable UUID party,
            @Nullable UUID series,
            Money price,
            @Nullable String overrideReason,
            @Nullable String notes,
            @Nullable UUID bookedBy,
            Instant now) {}

    private static final String INSERT = """
            insert into calendar_entry (id, kind, version, location_id, practitioner_id, room_id, lane, service_id,
                client_id, party_id, series_id, starts_at, ends_at, busy_from, busy_until, room_until, status, status_since,
                forced, override_reason, price_minor, currency, notes, booked_at, booked_by)
            select :id, 'APPOINTMENT', 0, :location, :practitioner, :room, :lane, :service, :client, :party, :series, :start,
                :end, :busyFrom, :busyUntil, :roomUntil, 'BOOKED', :now, :forced, :overrideReason, :price, :currency, :notes,
                :now, :bookedBy
            """;

    // the forced ones are few, and have a small index of their own
    private static final String IF_CURRENT_AND_FREE_OF_FORCED = """
            from directory_revision d
            where d.revision = :revision
                and not exists (select from calendar_entry f where f.forced
                    and f.starts_at > :earliest and f.starts_at < :roomUntil + interval '2 hours'
                    and f.status not in ('CANCELLED', 'NO_SHOW')
                    and (f.practitioner_id = :practitioner and f.busy_from < :busyUntil and f.busy_until > :busyFrom
                        or f.room_id = :room and f.lane = :lane and f.busy_from < :roomUntil and f.room_until > :busyFrom))
            """;

    /**
     * Puts an appointment into the calendar. Of two that want the same time one waits here for the other to commit; it
     * does not fail, so that another lane can be tried in the same transaction, and it never deadlocks, as a plain insert
     * under an exclusion constraint may.
     *
     * @return false if the place is taken
     */
    boolean insert(NewAppointment appointment, Place place) {
        return insert(INSERT, appointment, place).update() == 1;
    }

    /**
     * The same, if the directory still stands at that revision and no forced entry, which the constraints do not see, is
     * in the way: all that is to be asked, in one statement.
     *
     * @return false if not, whatever it was
     */
    boolean insertIfFree(NewAppointment appointment, Place place, long revision) {
        return insert(INSERT + IF_CURRENT_AND_FREE_OF_FORCED, appointment, place)
                        .param("revision", revision)
                        .param("earliest", time(place.busyFrom().minus(LONGEST)))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec insert(String sql, NewAppointment appointment, Place place) {
        return jdbc.sql(sql + "on conflict do nothing")
                .param("id", appointment.id())
                .param("location", place.location())
                .param("practitioner", place.practitioner())
                .param("room", place.room())
                .param("lane", place.lane())
                .param("service", appointment.service())
                .param("client", appointment.client())
                .param("party", appointment.party())
                .param("series", appointment.series())
                .param("start", time(place.start()))
                .param("end", time(place.end()))
                .param("busyFrom", time(place.busyFrom()))
                .param("busyUntil", time(place.busyUntil()))
                .param("roomUntil", time(place.roomUntil()))
                .param("now", time(appointment.now()))
                .param("forced", place.forced())
                .param("overrideReason", appointment.overrideReason())
                .param("price", appointment.price().minor())
                .param("currency", appointment.price().currency())
                .param("notes", appointment.notes())
                .param("bookedBy", appointment.bookedBy());
    }

    /** Takes time for something else; false if the place is taken. */
    boolean insertBlock(UUID id, String label, Place place, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                insert into calendar_entry (id, kind, version, location_id, practitioner_id, starts_at, ends_at, busy_from,
                    busy_until, room_until, status, status_since, label, booked_at, booked_by)
                values (:id, 'BLOCK', 0, :location, :practitioner, :start, :end, :start, :end, :end, 'TAKEN', :now, :label,
                    :now, :by)
                on conflict do nothing""")
                        .param("id", id)
                        .param("location", place.location())
                        .param("practitioner", place.practitioner())
                        .param("start", time(place.start()))
                        .param("end", time(place.end()))
                        .param("label", label)
                        .param("now", time(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean deleteBlock(UUID id) {
        return jdbc.sql("delete from calendar_entry where id = ? and kind = 'BLOCK'")
                        .param(id)
                        .update()
                == 1;
    }

    void deleteExpiredHolds(Collection<UUID> ids, Instant now) {
        jdbc.sql("delete from calendar_entry where id = any(:ids) and kind = 'HOLD' and expires_at <= :now")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", time(now))
                .update();
    }

    /** What is in the way of the wish, forced entries included, which the constraints do not see. */
    List<Wish.Taken> inTheWay(Wish wish, @Nullable UUID itself, Instant now) {
        return jdbc.sql("""
                select id, practitioner_id, room_id, lane, busy_from, busy_until, room_until,
                    coalesce(expires_at <= :now, false) as expired
                from calendar_entry
                where (practitioner_id = :practitioner or room_id = any(:rooms))
                    and starts_at > :earliest and starts_at < :latest + interval '2 hours'
                    and busy_from < :latest and room_until > :from
                    and status not in ('CANCELLED', 'NO_SHOW') and id is distinct from :itself""")
                .param("now", time(now))
                .param("practitioner", wish.practitioner())
                .param("rooms", wish.roomIds().toArray(UUID[]::new))
                .param("earliest", time(wish.busyFrom().minus(LONGEST)))
                .param("latest", time(wish.latest()))
                .param("from", time(wish.busyFrom()))
                .param("itself", itself)
                .query((row, number) -> new Wish.Taken(
                        uuid(row, "id"),
                        uuid(row, "practitioner_id"),
                        row.getObject("room_id", UUID.class),
                        row.getInt("lane"),
                        instant(row, "busy_from"),
                        instant(row, "busy_until"),
                        instant(row, "room_until"),
                        row.getBoolean("expired")))
                .list();
    }

    /**
     * Lets one transaction at a time move something to these. An update under an exclusion constraint can deadlock with
     * another one, and cannot be told to do nothing instead.
     */
    void queueForMove(UUID practitioner, Collection<UUID> rooms) {
        var all = new TreeSet<>(rooms);
        all.add(practitioner);
        for (var each : all) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param("calendar:" + each)
                    .query((row, number) -> true)
                    .single();
        }
    }

    /** What takes a practitioner's time and a room's, in minutes since the epoch. */
    interface BusyReader {

        /** @param lane 0 with no room */
        void entry(
                UUID practitioner, @Nullable UUID room, int lane, long from, long until, long roomUntil, boolean visit);
    }

    /** All that these practitioners or rooms are taken by at some time in [from, to). */
    void busy(
            Collection<UUID> practitioners,
            Collection<UUID> rooms,
            Instant from,
            Instant to,
            Instant now,
            BusyReader reader) {
        jdbc.sql("""
                select practitioner_id, room_id, lane, date_part('epoch', busy_from)::bigint,
                    date_part('epoch', busy_until)::bigint, date_part('epoch', room_until)::bigint, kind
                from calendar_entry
                where practitioner_id = any(:practitioners) and starts_at > :earliest and starts_at < :latest
                    and status not in ('CANCELLED', 'NO_SHOW') and (expires_at is null or expires_at > :now)
                union all
                select practitioner_id, room_id, lane, date_part('epoch', busy_from)::bigint,
                    date_part('epoch', busy_until)::bigint, date_part('epoch', room_until)::bigint, kind
                from calendar_entry
                where room_id = any(:rooms) and practitioner_id <> all(:practitioners)
                    and starts_at > :earliest and starts_at < :latest
                    and status not in ('CANCELLED', 'NO_SHOW') and (expires_at is null or expires_at > :now)""")
                .param("practitioners", practitioners.toArray(UUID[]::new))
                .param("rooms", rooms.toArray(UUID[]::new))
                .param("earliest", time(from.minus(LONGEST)))
                .param("latest", time(to.plus(LONGEST)))
                .param("now", time(now))
                .query(row -> {
                    reader.entry(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            Math.floorDiv(row.getLong(4), 60L),
                            Math.ceilDiv(row.getLong(5), 60L),
                            Math.ceilDiv(row.getLong(6), 60L),
                            "APPOINTMENT".equals(row.getString(7)));
                });
    }

    /** Those that are still to come of what returns or comes together, by start. */
    List<CalendarRow> together(String column, UUID id, Instant from) {
        return jdbc.sql(APPOINTMENTS + "where e." + column + " = ? and e.starts_at >= ? and e.kind = 'APPOINTMENT' "
                        + "and e.status in ('BOOKED', 'CONFIRMED') order by e.starts_at, e.id")
                .params(id, time(from))
                .query((row, number) -> appointment(row))
                .list();
    }

    void insertSeries(UUID id, UUID client, int everyWeeks, UUID by, Instant now) {
        jdbc.sql("insert into appointment_series (id, client_id, every_weeks, made_at, made_by) values (?, ?, ?, ?, ?)")
                .params(id, client, everyWeeks, time(now), by)
                .update();
    }

    /** Makes the client's appointment part of the series, unless it is part of one. */
    void joinSeries(UUID appointment, UUID client, UUID series) {
        jdbc.sql("update calendar_entry set series_id = ? where id = ? and client_id = ? and series_id is null")
                .params(series, appointment, client)
                .update();
    }

    void delete(UUID appointment) {
        jdbc.sql("delete from calendar_entry where id = ?").param(appointment).update();
    }

    void insertMove(CalendarRow before, long version, String by, Instant now) {
        jdbc.sql("""
                insert into appointment_move (appointment_id, version, moved_at, moved_by, from_start, from_end,
                    from_location_id, from_practitioner_id, from_room_id)
                values (:id, :version, :now, :by, :start, :end, :location, :practitioner, :room)""")
                .param("id", before.id())
                .param("version", version)
                .param("now", time(now))
                .param("by", by)
                .param("start", time(before.start()))
                .param("end", time(before.end()))
                .param("location", before.location())
                .param("practitioner", before.practitioner())
                .param("room", before.room())
                .update();
    }

    /** A place where an appointment stood. */
    record MoveRow(
            Instant at,
            String by,
            Instant start,
            Instant end,
            UUID location,
            UUID practitioner,
            @Nullable UUID room,
            long version) {}

    /** Its moves, the latest first. */
    List<MoveRow> moves(UUID appointment) {
        return jdbc.sql("select * from appointment_move where appointment_id = ? order by version desc")
                .param(appointment)
                .query((row, number) -> new MoveRow(
                        instant(row, "moved_at"),
                        row.getString("moved_by"),
                        instant(row, "from_start"),
                        instant(row, "from_end"),
                        uuid(row, "from_location_id"),
                        uuid(row, "from_practitioner_id"),
                        row.getObject("from_room_id", UUID.class),
                        row.getLong("version")))
                .list();
    }

    /** Somebody's appointments of a time, cancelled ones included, by start. */
    List<CalendarRow> feed(String column, UUID id, Instant from, Instant to) {
        return jdbc.sql(APPOINTMENTS + "where e." + column + " = ? and e.starts_at >= ? and e.starts_at < ? "
                        + "and e.kind = 'APPOINTMENT' order by e.starts_at, e.id")
                .params(id, time(from), time(to))
                .query((row, number) -> appointment(row))
                .list();
    }

    /** How a client kept their appointments that should have started in [from, to). */
    ClientAttendance attendance(UUID client, Instant from, Instant to) {
        return jdbc.sql("""
                select count(*) filter (where status = 'COMPLETED') as came,
                    count(*) filter (where status = 'CANCELLED' and late) as late,
                    count(*) filter (where status = 'NO_SHOW') as missed
                from calendar_entry where client_id = ? and kind = 'APPOINTMENT' and starts_at >= ? and starts_at < ?""")
                .params(client, time(from), time(to))
                .query((row, number) ->
                        new ClientAttendance(row.getInt("came"), row.getInt("late"), row.getInt("missed")))
                .single();
    }

    /** Why a client's appointments that should have started in [from, to) did not take place. */
    List<ReasonCount> reasons(UUID client, Instant from, Instant to) {
        return jdbc.sql("""
                select reason, status, count(*) as times from calendar_entry
                where client_id = ? and kind = 'APPOINTMENT' and starts_at >= ? and starts_at < ?
                    and status in ('CANCELLED', 'NO_SHOW') and reason is not null
                group by reason, status order by times desc, reason, status""")
                .params(client, time(from), time(to))
                .query((row, number) -> new ReasonCount(
                        row.getString("reason"), VisitStatus.valueOf(row.getString("status")), row.getInt("times")))
                .list();
    }

    /** When each of these was last moved; those that never were are not in it. */
    Map<UUID, Instant> lastMoves(Collection<UUID> appointments) {
        var moves = new HashMap<UUID, Instant>();
        jdbc.sql("""
                select appointment_id, max(moved_at) as moved_at from appointment_move
                where appointment_id = any(?) group by appointment_id""").param(appointments.toArray(UUID[]::new)).query(row -> {
            moves.put(uuid(row, "appointment_id"), instant(row, "moved_at"));
        });
        return moves;
    }

    /** How many appointments a practitioner has in [from, to). */
    int countOf(UUID practitioner, Instant from, Instant to) {
        return jdbc.sql("""
                select count(*) from calendar_entry where practitioner_id = ? and starts_at >= ? and starts_at < ?
                    and kind = 'APPOINTMENT' and status not in ('CANCELLED', 'NO_SHOW')""")
                .params(practitioner, time(from), time(to))
                .query(Integer.class)
                .single();
    }

    Optional<CalendarRow> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<CalendarRow> find(Collection<UUID> ids) {
        return jdbc.sql(APPOINTMENTS + "where e.id = any(?) and e.kind = 'APPOINTMENT'")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> appointment(row))
                .list();
    }

    /** A day of a location: what the board shows, and the directory's revision, in one query. */
    record BoardRows(long revision, List<CalendarRow> appointments, List<DayBoard.Block> blocks) {}

    BoardRows board(UUID location, TimeSlot day, Instant now) {
        return board(location, null, day, now);
    }

    /** @param practitioner null for everybody's */
    BoardRows board(UUID location, @Nullable UUID practitioner, TimeSlot span, Instant now) {
        var appointments = new ArrayList<CalendarRow>();
        var blocks = new ArrayList<DayBoard.Block>();
        var revision = new long[1];
        var whose = practitioner == null ? "" : " and e.practitioner_id = :practitioner";
        jdbc.sql("select d.revision, e.kind, e.label, " + APPOINTMENT_COLUMNS + " " + """
                from directory_revision d left join calendar_entry e
                on e.location_id = :location and e.starts_at > :earliest and e.starts_at < :to and e.ends_at > :from
                    and (e.expires_at is null or e.expires_at > :now)""" + whose
                        + " order by e.starts_at, e.id")
                .param("location", location)
                .param("practitioner", practitioner)
                .param("earliest", time(span.start().minus(LONGEST)))
                .param("from", time(span.start()))
                .param("to", time(span.end()))
                .param("now", time(now))
                .query(row -> {
                    revision[0] = row.getLong("revision");
                    var kind = row.getString("kind");
                    if (kind == null) {
                        return;
                    }
                    if (kind.equals("APPOINTMENT")) {
                        appointments.add(appointment(row));
                    } else {
                        var label = row.getString("label");
                        blocks.add(new DayBoard.Block(
                                uuid(row, "id"),
                                new PractitionerId(uuid(row, "practitioner_id")),
                                new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at")),
                                label == null ? "" : label,
                                kind.equals("HOLD")));
                    }
                });
        return new BoardRows(revision[0], appointments, blocks);
    }

    /** A part of a list, and how many there are in all. */
    record Rows(List<CalendarRow> items, long total) {}

    /** @param clients null for everybody's */
    Rows list(AppointmentFilter filter, @Nullable Collection<UUID> clients) {
        var conditions = new ArrayList<String>();
        var params = new LinkedHashMap<String, Object>();
        conditions.add("e.kind = 'APPOINTMENT'");
        if (filter.from() != null) {
            conditions.add("e.starts_at >= :from");
            params.put("from", time(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("e.starts_at < :to");
            params.put("to", time(filter.to()));
        }
        if (filter.practitioner() != null) {
            conditions.add("e.practitioner_id = :practitioner");
            params.put("practitioner", filter.practitioner().value());
        }
        if (filter.location() != null) {
            conditions.add("e.location_id = :location");
            params.put("location", filter.location().value());
        }
        if (clients != null) {
            conditions.add("e.client_id = any(:clients)");
            params.put("clients", clients.toArray(UUID[]::new));
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add("e.status = any(:statuses)");
            params.put("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new));
        }
        var where = " from calendar_entry e where " + String.join(" and ", conditions);
        var items = jdbc.sql("select " + APPOINTMENT_COLUMNS + where
                        + " order by e.starts_at, e.id limit :size offset :offset")
                .params(params)
                .param("size", filter.size())
                .param("offset", (long) filter.page() * filter.size())
                .query((row, number) -> appointment(row))
                .list();
        boolean known = filter.page() == 0 && items.size() < filter.size();
        long total = known
                ? items.size()
                : jdbc.sql("select count(*)" + where)
                        .params(params)
                        .query(Long.class)
                        .single();
        return new Rows(items, total);
    }

    /** The client's appointments, newest first, cancelled ones and no-shows left out. */
    List<CalendarRow> ofClient(UUID client) {
        return jdbc.sql(APPOINTMENTS + """
                where e.client_id = ? and e.kind = 'APPOINTMENT'
                    and e.status not in ('CANCELLED', 'NO_SHOW') order by e.starts_at desc, e.id""")
                .param(client)
                .query((row, number) -> appointment(row))
                .list();
    }

    /** The same, of those that start before a time, and no more than so many. */
    List<CalendarRow> ofClient(UUID client, Instant before, int most) {
        return jdbc.sql(APPOINTMENTS + """
                where e.client_id = ? and e.kind = 'APPOINTMENT' and e.starts_at < ?
                    and e.status not in ('CANCELLED', 'NO_SHOW') order by e.starts_at desc, e.id limit ?""")
                .params(client, time(before), most)
                .query((row, number) -> appointment(row))
                .list();
    }

    /** The last that has begun, otherwise the first to come. */
    Optional<CalendarRow> lastOf(UUID client, Instant now) {
        var theirs =
                "where e.client_id = :client and e.kind = 'APPOINTMENT' and e.status not in ('CANCELLED', 'NO_SHOW') ";
        return jdbc
                .sql("(" + APPOINTMENTS + theirs
                        + "and e.starts_at <= :now order by e.starts_at desc limit 1) union all (" + APPOINTMENTS
                        + theirs + "and e.starts_at > :now order by e.starts_at limit 1)")
                .param("client", client)
                .param("now", time(now))
                .query((row, number) -> appointment(row))
                .list()
                .stream()
                // in no promised order: the one that has begun is the earlier
                .min(Comparator.comparing(CalendarRow::start));
    }

    /** Of each client the next ones that stand and the last one, those to come first. */
    List<CalendarRow> around(Collection<UUID> clients, Instant now, int next) {
        var select = "select " + APPOINTMENT_COLUMNS + " from calendar_entry e "
                + "where e.client_id = c.id and e.kind = 'APPOINTMENT' and e.status not in ('CANCELLED', 'NO_SHOW') and ";
        return jdbc.sql("select f.* from unnest(:clients) c(id) cross join lateral ((" + select
                        + "e.ends_at > :now order by e.starts_at limit :next) union all (" + select
                        + "e.ends_at <= :now order by e.starts_at desc limit 1)) f "
                        + "order by f.ends_at <= :now, abs(extract(epoch from f.starts_at - :now)), f.id")
                .param("clients", clients.toArray(UUID[]::new))
                .param("now", time(now))
                .param("next", next)
                .query((row, number) -> appointment(row))
                .list();
    }

    List<CalendarRow> ofPractitioner(UUID practitioner, Instant from, Instant to) {
        return jdbc.sql(APPOINTMENTS + """
                where e.practitioner_id = ? and e.starts_at >= ? and e.starts_at < ?
                    and e.kind = 'APPOINTMENT' and e.status not in ('CANCELLED', 'NO_SHOW') order by e.starts_at, e.id""")
                .params(practitioner, time(from), time(to))
                .query((row, number) -> appointment(row))
                .list();
    }

    /**
     * The appointments that go on at some time in the slot, cancelled ones and no-shows left out, by start.
     *
     * @param practitioner null for anybody's
     * @param location null for anywhere
     */
    List<CalendarRow> overlapping(@Nullable UUID practitioner, @Nullable UUID location, TimeSlot slot) {
        return jdbc.sql(APPOINTMENTS + """
                where (:practitioner::uuid is null or e.practitioner_id = :practitioner)
                    and (:location::uuid is null or e.location_id = :location)
                    and e.starts_at > :earliest and e.starts_at < :end and e.ends_at > :start
                    and e.kind = 'APPOINTMENT' and e.status not in ('CANCELLED', 'NO_SHOW') order by e.starts_at, e.id""")
                .param("practitioner", practitioner)
                .param("location", location)
                .param("earliest", time(slot.start().minus(LONGEST)))
                .param("start", time(slot.start()))
                .param("end", time(slot.end()))
                .query((row, number) -> appointment(row))
                .list();
    }

    /** @param column whose appointments, such as {@code room_id} */
    int countAhead(String column, UUID id, Instant now) {
        return jdbc.sql("select count(*) from calendar_entry where " + column + " = ? and starts_at > ? "
                        + "and kind = 'APPOINTMENT' and status in ('BOOKED', 'CONFIRMED')")
                .params(id, time(now))
                .query(Integer.class)
                .single();
    }

    List<CalendarRow> startedAndEnded(Instant from, Instant to) {
        return jdbc.sql(APPOINTMENTS + """
                where e.starts_at > ? and e.starts_at < ? and e.ends_at >= ? and e.ends_at < ?
                    and e.kind = 'APPOINTMENT' and e.status in ('ARRIVED', 'IN_SESSION', 'COMPLETED')
                order by e.starts_at, e.id""")
                .params(time(from.minus(LONGEST)), time(to), time(from), time(to))
                .query((row, number) -> appointment(row))
                .list();
    }

    boolean treats(UUID practitioner, UUID client) {
        return jdbc.sql("""
                select exists (select 1 from calendar_entry where client_id = ? and practitioner_id = ?
                    and kind = 'APPOINTMENT' and status <> 'CANCELLED')""").params(client, practitioner).query(Boolean.class).single();
    }

    private static CalendarRow appointment(ResultSet row) throws SQLException {
        return new CalendarRow(
                uuid(row, "id"),
                row.getLong("version"),
                uuid(row, "location_id"),
                uuid(row, "practitioner_id"),
                row.getObject("room_id", UUID.class),
                uuid(row, "service_id"),
                uuid(row, "client_id"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                VisitStatus.valueOf(row.getString("status")),
                instant(row, "status_since"),
                row.getString("reason"),
                row.getBoolean("late"),
                row.getBoolean("forced"),
                row.getString("override_reason"),
                row.getLong("price_minor"),
                row.getString("currency"),
                row.getString("notes"),
                row.getObject("party_id", UUID.class),
                row.getObject("series_id", UUID.class));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
