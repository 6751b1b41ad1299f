package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is owed for visits, and how it was settled. It notes payments; it does not take any. */
@Service
public class Checkouts {

    private static final String STANDING = "select s.* from settlement s where s.taken_back_at is null and ";

    private final JdbcClient jdbc;
    private final CalendarTable table;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Checkouts(
            JdbcClient jdbc,
            CalendarTable table,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** How these visits were settled; those that were not are left out. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public Map<AppointmentId, Settlement> of(Collection<AppointmentId> visits) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(STANDING + "s.appointment_id = any(?)")
                .param(visits.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query(Checkouts::settlement)
                .list()
                .stream()
                .collect(Collectors.toMap(Settlement::appointment, Function.identity()));
    }

    /** What a client was allowed to pay later and has not paid yet, oldest first. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<Settlement> openOf(ClientId client) {
        return jdbc.sql(STANDING + """
                s.method = 'OPEN' and s.appointment_id in
                    (select e.id from calendar_entry e where e.client_id = ? and e.kind = 'APPOINTMENT')
                order by s.settled_at, s.number""")
                .param(client.value())
                .query(Checkouts::settlement)
                .list();
    }

    /**
     * Notes how a visit was settled, at the price it was booked at. What was left open can be settled afterwards.
     *
     * @throws NotFoundException if there is no such visit
     * @throws ConflictException {@code already-settled} if somebody has noted it
     * @throws UnacceptableException {@code invalid} with field {@code status} if the visit is not done
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public Settlement settle(AppointmentId visit, PaymentMethod method) {
        var row = table.find(visit.value()).orElseThrow(() -> new NotFoundException("appointment " + visit));
        if (row.status() != VisitStatus.COMPLETED) {
            throw UnacceptableException.field("status", "not-done", "This visit is not done yet.");
        }
        var actor = currentActor.require();
        var now = CalendarTable.time(clock.instant());
        if (method != PaymentMethod.OPEN) {
            jdbc.sql("""
                    update settlement set taken_back_at = ?, taken_back_by = ?
                    where appointment_id = ? and method = 'OPEN' and taken_back_at is null""").params(now, actor.userId().value(), visit.value()).update();
        }
        var noted = jdbc.sql("""
                insert into settlement (id, appointment_id, method, amount_minor, currency, settled_at, settled_by,
                    settled_by_name)
                values (:id, :visit, :method, :amount, :currency, :now, :by, :name)
                on conflict do nothing returning *""")
                .param("id", Ids.next())
                .param("visit", visit.value())
                .param("method", method.name())
                .param("amount", row.priceMinor())
                .param("currency", row.currency())
                .param("now", now)
                .param("by", actor.userId().value())
                .param("name", actor.displayName())
                .query(Checkouts::settlement)
                .optional()
                .orElseThrow(() -> new ConflictException("already-settled", "Somebody has settled this visit."));
        audit.record("visit.settled", "appointment:" + visit, new ClientId(row.client()), null);
        events.publishEvent(new CalendarChanged());
        return noted;
    }

    /**
     * Takes a slip back; the visit is unsettled again.
     *
     * @throws NotFoundException if that settlement does not stand
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public void takeBack(Settlement settlement) {
        Optional<UUID> visit = jdbc.sql("""
                update settlement set taken_back_at = ?, taken_back_by = ?
                where id = ? and taken_back_at is null returning appointment_id""")
                .params(
                        CalendarTable.time(clock.instant()),
                        currentActor.require().userId().value(),
                        settlement.id())
                .query(UUID.class)
                .optional();
        var row = visit.flatMap(table::find).orElseThrow(() -> new NotFoundException("settlement " + settlement.id()));
        audit.record("visit.settlement-taken-back", "appointment:" + row.id(), new ClientId(row.client()), null);
        events.publishEvent(new CalendarChanged());
    }

    /**
     * Takes visits that ended before then as paid by card when they ended: for what was brought in from another system.
     *
     * @return how many
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public int settlePast(Instant before) {
        var actor = currentActor.require();
        int settled = jdbc.sql("""
                insert into settlement (id, appointment_id, method, amount_minor, currency, settled_at, settled_by,
                    settled_by_name)
                select gen_random_uuid(), e.id, 'CARD', e.price_minor, e.currency, e.ends_at, :by, :name
                from calendar_entry e
                where e.kind = 'APPOINTMENT' and e.status = 'COMPLETED' and e.ends_at < :before
                order by e.ends_at
                on conflict do nothing""")
                .param("by", actor.userId().value())
                .param("name", actor.displayName())
                .param("before", CalendarTable.time(before))
                .update();
        audit.record("visit.settled-past", "settlement", null, null);
        return settled;
    }

    private static Settlement settlement(ResultSet row, int number) throws SQLException {
        return new Settlement(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                PaymentMethod.valueOf(row.getString("method")),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getObject("settled_at", OffsetDateTime.class).toInstant(),
                row.getString("settled_by_name"));
    }
}
