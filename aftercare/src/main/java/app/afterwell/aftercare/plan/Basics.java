package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.CatalogueItem;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Visit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The basics, which no client is left without: where the note of a visit is not signed by the next morning, the client
 * gets them as the protocol in force words them for their safety profile, and the plan follows with the signature.
 */
@Service
@Transactional
public class Basics {

    /** How many days after the visit they are shown; as long as a plan's questions go. */
    private static final int DAYS = 3;

    private final Protocols protocols;
    private final SafetyProfiles profiles;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    Basics(
            Protocols protocols,
            SafetyProfiles profiles,
            ApplicationEventPublisher events,
            JdbcClient sql,
            Clock clock) {
        this.protocols = protocols;
        this.profiles = profiles;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** What the client has to go on with while a plan is still owed; empty once it is there or the days are over. */
    @Transactional(readOnly = true)
    @PreAuthorize("principal.actsFor(#client)")
    public Optional<GivenBasics> current(ClientId client) {
        return sql.sql("""
                        select b.appointment_id, b.starts_on, b.ends_on, b.zone, b.items from basics_given b
                        where b.client_id = :client
                          and not exists (select 1 from aftercare_plan p
                                          where p.client_id = b.client_id and p.starts_on >= b.starts_on)
                        order by b.starts_on desc limit 1
                        """)
                .param("client", client.value())
                .query((row, number) -> new Row(
                        ZoneId.of(row.getString("zone")),
                        new GivenBasics(
                                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                CareJson.readList(row.getString("items"), PlanItem.class))))
                .optional()
                .filter(row -> !clock.instant()
                        .atZone(row.zone())
                        .toLocalDate()
                        .isAfter(row.basics().endsOn()))
                .map(Row::basics);
    }

    private record Row(ZoneId zone, GivenBasics basics) {}

    /** Gives a visit's client the basics, once, as long as there are days left to do them. */
    public void give(Visit visit) {
        var day = visit.slot().start().atZone(visit.zone()).toLocalDate();
        var now = clock.instant();
        if (now.atZone(visit.zone()).toLocalDate().isAfter(day.plusDays(DAYS))) {
            return;
        }
        var protocol = protocols.inForce();
        var session =
                new SessionFindings(day, (int) visit.length().toMinutes(), List.of(), null, null, Set.of(), Set.of());
        var plan = protocol.plan(session, profiles.of(visit.client()).orElse(null), History.NONE);
        var items =
                plan.offered().stream().filter(item -> isBasic(protocol, item)).toList();
        int given = sql.sql("""
                insert into basics_given (appointment_id, client_id, given_at, starts_on, ends_on, zone,
                    protocol_version, items)
                values (:appointment, :client, :at, :from, :to, :zone, :protocol, :items::jsonb)
                on conflict (appointment_id) do nothing
                """)
                .param("appointment", visit.id().value())
                .param("client", visit.client().value())
                .param("at", Timestamp.from(now))
                .param("from", day)
                .param("to", day.plusDays(DAYS))
                .param("zone", visit.zone().getId())
                .param("protocol", plan.protocol().version())
                .param("items", CareJson.write(items))
                .update();
        if (given > 0) {
            events.publishEvent(new BasicsGiven(visit.id(), visit.client()));
        }
    }

    private static boolean isBasic(CompiledProtocol protocol, PlanItem item) {
        return protocol.item(item.item()).map(CatalogueItem::basic).orElse(false);
    }
}
