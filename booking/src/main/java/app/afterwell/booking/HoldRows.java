package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holds among the calendar's entries, by SQL. */
@Component
class HoldRows {

    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a new hold has besides its place.
     *
     * @param label what it is kept for; null while a client decides by themselves
     */
    record NewHold(
            UUID id,
            UUID service,
            UUID client,
            @Nullable UUID by,
            Instant now,
            Instant until,
            @Nullable String label) {}

    /** False if the place is taken; see {@link CalendarTable#insert}. */
    boolean insert(NewHold hold, Place place) {
        return jdbc.sql("""
                insert into calendar_entry (id, kind, version, location_id, practitioner_id, room_id, lane, service_id,
                    client_id, starts_at, ends_at, busy_from, busy_until, room_until, status, status_since, booked_at,
                    booked_by, expires_at, label)
                values (:id, 'HOLD', 0, :location, :practitioner, :room, :lane, :service, :client, :start, :end, :busyFrom,
                    :busyUntil, :roomUntil, 'TAKEN', :now, :now, :by, :until, :label)
                on conflict do nothing""")
                        .param("id", hold.id())
                        .param("location", place.location())
                        .param("practitioner", place.practitioner())
                        .param("room", place.room())
                        .param("lane", place.lane())
                        .param("service", hold.service())
                        .param("client", hold.client())
                        .param("start", CalendarTable.time(place.start()))
                        .param("end", CalendarTable.time(place.end()))
                        .param("busyFrom", CalendarTable.time(place.busyFrom()))
                        .param("busyUntil", CalendarTable.time(place.busyUntil()))
                        .param("roomUntil", CalendarTable.time(place.roomUntil()))
                        .param("now", CalendarTable.time(hold.now()))
                        .param("by", hold.by())
                        .param("until", CalendarTable.time(hold.until()))
                        .param("label", hold.label())
                        .update()
                == 1;
    }

    Optional<HeldSlot> find(UUID id) {
        return jdbc.sql("select * from calendar_entry where id = ? and kind = 'HOLD'")
                .param(id)
                .query((row, number) -> {
                    var room = row.getObject("room_id", UUID.class);
                    return new HeldSlot(
                            id,
                            new ClientId(row.getObject("client_id", UUID.class)),
                            new ServiceId(row.getObject("service_id", UUID.class)),
                            new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                            new LocationId(row.getObject("location_id", UUID.class)),
                            room == null ? null : new RoomId(room),
                            new TimeSlot(
                                    row.getObject("starts_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getObject("ends_at", OffsetDateTime.class)
                                            .toInstant()),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    void extend(UUID id, Instant until, Duration longest) {
        jdbc.sql("""
                update calendar_entry set expires_at = least(:until, booked_at + make_interval(secs => :longest))
                where id = :id and kind = 'HOLD'""")
                .param("id", id)
                .param("until", CalendarTable.time(until))
                .param("longest", longest.toSeconds())
                .update();
    }

    /** Turns it into an appointment where it stands; false if it has gone. */
    boolean confirm(UUID id, Money price, Instant now) {
        return jdbc.sql("""
                update calendar_entry set kind = 'APPOINTMENT', status = 'BOOKED', status_since = :now, booked_at = :now,
                    expires_at = null, price_minor = :price, currency = :currency
                where id = :id and kind = 'HOLD'""")
                        .param("id", id)
                        .param("now", CalendarTable.time(now))
                        .param("price", price.minor())
                        .param("currency", price.currency())
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql("delete from calendar_entry where id = ? and kind = 'HOLD'")
                .param(id)
                .update();
    }

    /** What the client holds, and whatever of others has run out. */
    void deleteOf(UUID client, Instant now) {
        jdbc.sql("""
                delete from calendar_entry where id in (
                    select id from calendar_entry where kind = 'HOLD' and label is null
                        and (client_id = :client or expires_at <= :now)
                    for update skip locked)""")
                .param("client", client)
                .param("now", CalendarTable.time(now))
                .update();
    }
}
