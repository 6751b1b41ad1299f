package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.plan.Summaries;
import app.afterwell.aftercare.plan.Summaries.Before;
import app.afterwell.aftercare.plan.Summaries.Past;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Role;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What to know before a visit: the take-care banner and, for the therapist, how the last aftercare went. */
@Service
@Transactional(readOnly = true)
public class Briefings {

    private final Visits visits;
    private final SafetyProfiles profiles;
    private final Summaries summaries;
    private final Protocols protocols;
    private final CurrentActor actor;
    private final JdbcClient sql;

    Briefings(
            Visits visits,
            SafetyProfiles profiles,
            Summaries summaries,
            Protocols protocols,
            CurrentActor actor,
            JdbcClient sql) {
        this.visits = visits;
        this.profiles = profiles;
        this.summaries = summaries;
        this.protocols = protocols;
        this.actor = actor;
        this.sql = sql;
    }

    /**
     * The briefings of those of these visits that exist, in a constant number of queries. Only the therapist of a visit
     * gets its details; everybody else on the staff gets the care lines without them.
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    public Map<AppointmentId, Briefing> of(Collection<AppointmentId> appointments) {
        var found = visits.visits(new HashSet<>(appointments));
        if (found.isEmpty()) {
            return Map.of();
        }
        var who = actor.require();
        var clients = found.values().stream().map(Visit::client).collect(Collectors.toSet());
        var safety = profiles.of(clients);
        var moments = new HashMap<AppointmentId, Before>();
        found.forEach((id, visit) -> moments.put(id, moment(visit)));
        var past = summaries.beforeEach(moments);
        var states = states(found.keySet());
        var protocol = protocols.inForce();
        var result = new HashMap<AppointmentId, Briefing>();
        found.forEach((id, visit) -> result.put(
                id,
                briefing(
                        protocol,
                        visit,
                        safety.get(visit.client()),
                        past.getOrDefault(id, Past.NONE),
                        states.get(id),
                        treatsIn(who, visit))));
        return Map.copyOf(result);
    }

    private static boolean treatsIn(Actor who, Visit visit) {
        return who.has(Role.THERAPIST) && who.is(visit.practitioner());
    }

    private static Briefing briefing(
            CompiledProtocol protocol,
            Visit visit,
            @Nullable SafetyProfile safety,
            Past past,
            @Nullable NoteStatus note,
            boolean closely) {
        var session = Drafts.empty(visit).session();
        var care = protocol.beforeSession(safety, Previews.lastOutcome(past.last()), session.date());
        return new Briefing(
                visit.id(),
                visit.client(),
                closely ? care : care.stream().map(Briefings::withoutDetails).toList(),
                safety != null,
                safety == null ? null : safety.confirmedOn(),
                past.history().earlierPlans(),
                note,
                closely ? past.last() : null,
                closely ? protocol.plan(session, safety, past.history()).prompts() : List.of());
    }

    private static CareWarning withoutDetails(CareWarning line) {
        return new CareWarning(
                line.rule(), line.headline(), "", List.of(), line.maxPressure(), line.stops(), List.of());
    }

    private static Before moment(Visit visit) {
        return new Before(
                visit.client(),
                visit.slot().start(),
                visit.slot().start().atZone(visit.zone()).toLocalDate());
    }

    private Map<AppointmentId, NoteStatus> states(Set<AppointmentId> appointments) {
        return sql
                .sql("""
                        select distinct on (appointment_id) appointment_id, status
                        from session_note where appointment_id = any(:ids::uuid[])
                        order by appointment_id, revision desc
                        """)
                .param("ids", appointments.stream().map(AppointmentId::toString).toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        NoteStatus.valueOf(row.getString("status"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
