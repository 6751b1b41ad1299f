package app.afterwell.aftercare.protocol;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What therapists added or kept although a rule spoke against it, for the clinical lead. */
@Service
public class ProtocolOverrides {

    private static final int MOST = 2000;

    private final JdbcClient jdbc;

    /**
     * A rule that a therapist overruled.
     *
     * @param rule its code, such as {@code physio-ball-drape.pregnancy}
     * @param withheld whether it withheld the item; otherwise it asked for a review
     * @param reason the therapist's; empty if a review item was kept without one
     */
    public record Override(
            String rule,
            String item,
            PractitionerId practitioner,
            boolean withheld,
            String reason,
            int protocolVersion,
            PlanId plan,
            AppointmentId appointment,
            Instant at) {}

    ProtocolOverrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The overrides in the plans that were issued in a period and are not superseded, by rule, then by therapist, the
     * latest first; the latest {@value #MOST} at most.
     *
     * @param until exclusive
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('CLINICAL_LEAD')")
    public List<Override> list(Instant from, Instant until) {
        return jdbc.sql("""
                        select * from (
                            select rule.code, said ->> 'item' as item, p.practitioner_id,
                                   (said ->> 'withheld')::boolean as withheld, coalesce(said ->> 'reason', '') as reason,
                                   p.protocol_version, p.id, p.appointment_id, p.issued_at
                            from aftercare_plan p
                            cross join lateral jsonb_array_elements(p.overrides) as said
                            cross join lateral jsonb_array_elements_text(said -> 'rules') as rule (code)
                            where p.issued_at >= ? and p.issued_at < ?
                              and jsonb_array_length(p.overrides) > 0 and p.superseded_by is null
                            order by p.issued_at desc limit ?) latest
                        order by code, practitioner_id, issued_at desc, item""")
                .params(Timestamp.from(from), Timestamp.from(until), MOST)
                .query((row, index) -> new Override(
                        row.getString("code"),
                        row.getString("item"),
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        row.getBoolean("withheld"),
                        row.getString("reason"),
                        row.getInt("protocol_version"),
                        new PlanId(row.getObject("id", UUID.class)),
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        row.getTimestamp("issued_at").toInstant()))
                .list();
    }

    /**
     * The visits behind plans that a replay named.
     *
     * @param plans of a replay's cases
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('CLINICAL_LEAD')")
    public List<ReplayedVisit> visits(List<PlanId> plans) {
        return jdbc.sql("""
                        select id, appointment_id, practitioner_id, visit_start from aftercare_plan
                        where id = any(?) order by visit_start desc, id""")
                .param(plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .query((row, index) -> new ReplayedVisit(
                        new PlanId(row.getObject("id", UUID.class)),
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        row.getTimestamp("visit_start").toInstant()))
                .list();
    }

    /** The visit for which a plan was issued. */
    public record ReplayedVisit(PlanId plan, AppointmentId appointment, PractitionerId practitioner, Instant start) {}
}
