package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The waitlist and its offers, by SQL. */
@Component
class WaitlistRows {

    /** How an offer stands. */
    enum OfferState {
        OFFERED,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }

    /** Somebody who waits. */
    record Waiting(UUID id, WaitlistWish wish, Instant since) {}

    record Offer(
            UUID id,
            UUID entry,
            UUID client,
            UUID service,
            UUID location,
            UUID practitioner,
            Instant start,
            Instant end,
            Instant until,
            OfferState state) {}

    private static final String OFFERS =
            "select o.*, e.client_id, e.service_id from waitlist_offer o join waitlist_entry e on e.id = o.entry_id ";

    private final JdbcClient jdbc;

    WaitlistRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, WaitlistWish wish, UUID by, Instant now) {
        jdbc.sql("""
                insert into waitlist_entry (id, version, client_id, service_id, location_id, practitioner_ids, weekdays,
                    from_time, to_time, first_day, last_day, notes, state, since, made_by)
                values (:id, 0, :client, :service, :location, :practitioners, :weekdays, :from, :to, :first, :last, :notes,
                    'WAITING', :now, :by)""")
                .param("id", id)
                .param("client", wish.client().value())
                .param("service", wish.service().value())
                .param(
                        "location",
                        wish.location() == null ? null : wish.location().value())
                .param(
                        "practitioners",
                        wish.practitioners().stream().map(PractitionerId::value).toArray(UUID[]::new))
                .param(
                        "weekdays",
                        wish.days().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
                .param("from", wish.from())
                .param("to", wish.to())
                .param("first", wish.first())
                .param("last", wish.last())
                .param("notes", wish.notes())
                .param("now", CalendarTable.time(now))
                .param("by", by)
                .update();
    }

    /** By how long they have waited, whose last day is not over. */
    List<Waiting> waiting(LocalDate today) {
        return jdbc.sql("select * from waitlist_entry where state = 'WAITING' and last_day >= ? order by since, id")
                .param(today)
                .query((row, number) -> waiting(row))
                .list();
    }

    Optional<Waiting> find(UUID id) {
        return jdbc.sql("select * from waitlist_entry where id = ? and state = 'WAITING'")
                .param(id)
                .query((row, number) -> waiting(row))
                .optional();
    }

    /** @param client null for everybody's */
    List<Offer> offers(@Nullable UUID client) {
        return jdbc.sql(OFFERS + "where o.state = 'OFFERED' and (:client::uuid is null or e.client_id = :client) "
                        + "order by o.starts_at")
                .param("client", client)
                .query((row, number) -> offer(row))
                .list();
    }

    Optional<Offer> offer(UUID id) {
        return jdbc.sql(OFFERS + "where o.id = ?")
                .param(id)
                .query((row, number) -> offer(row))
                .optional();
    }

    /** The same, which nobody else changes until this transaction ends. */
    Optional<Offer> offerToChange(UUID id) {
        return jdbc.sql(OFFERS + "where o.id = ? for update of o")
                .param(id)
                .query((row, number) -> offer(row))
                .optional();
    }

    /** Who was offered a time with this practitioner at this start, or is deciding on any other now. */
    List<UUID> notToAsk(UUID practitioner, Instant start) {
        return jdbc.sql("""
                select entry_id from waitlist_offer where state = 'OFFERED' or practitioner_id = ? and starts_at = ?""")
                .params(practitioner, CalendarTable.time(start))
                .query(UUID.class)
                .list();
    }

    /** False if they are deciding on another one already. */
    boolean insertOffer(UUID id, UUID entry, Place place, Instant now, Instant until) {
        return jdbc.sql("""
                insert into waitlist_offer (id, entry_id, location_id, practitioner_id, starts_at, ends_at, offered_at,
                    expires_at, state)
                values (:id, :entry, :location, :practitioner, :start, :end, :now, :until, 'OFFERED')
                on conflict do nothing""")
                        .param("id", id)
                        .param("entry", entry)
                        .param("location", place.location())
                        .param("practitioner", place.practitioner())
                        .param("start", CalendarTable.time(place.start()))
                        .param("end", CalendarTable.time(place.end()))
                        .param("now", CalendarTable.time(now))
                        .param("until", CalendarTable.time(until))
                        .update()
                == 1;
    }

    void end(UUID offer, OfferState state) {
        jdbc.sql("update waitlist_offer set state = ? where id = ? and state = 'OFFERED'")
                .params(state.name(), offer)
                .update();
    }

    /** @param state such as {@code BOOKED}; false if they wait no longer */
    boolean end(UUID entry, String state) {
        return jdbc.sql("update waitlist_entry set state = ?, version = version + 1 where id = ? and state = 'WAITING'")
                        .params(state, entry)
                        .update()
                == 1;
    }

    /** Puts somebody who left back to where they were. */
    boolean comeBack(UUID entry) {
        return jdbc.sql(
                                "update waitlist_entry set state = 'WAITING', version = version + 1 where id = ? and state = 'LEFT'")
                        .param(entry)
                        .update()
                == 1;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var location = row.getObject("location_id", UUID.class);
        return new Waiting(
                row.getObject("id", UUID.class),
                new WaitlistWish(
                        new ClientId(row.getObject("client_id", UUID.class)),
                        new ServiceId(row.getObject("service_id", UUID.class)),
                        location == null ? null : new LocationId(location),
                        Arrays.stream((UUID[]) array(row, "practitioner_ids"))
                                .map(PractitionerId::new)
                                .collect(Collectors.toSet()),
                        Arrays.stream((Integer[]) array(row, "weekdays"))
                                .map(DayOfWeek::of)
                                .collect(Collectors.toSet()),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("to_time", LocalTime.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("notes")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getObject("service_id", UUID.class),
                row.getObject("location_id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                OfferState.valueOf(row.getString("state")));
    }
}
