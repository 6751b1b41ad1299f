package app.afterwell.aftercare.plan;

import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.Visits;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may see a client's care: therapists who treat or covered them, the client, and for a while, to read, therapists
 * who said why they must.
 */
@Component
public class CareAccess {

    private final CurrentActor actor;
    private final Visits visits;
    private final JdbcClient sql;
    private final Clock clock;

    CareAccess(CurrentActor actor, Visits visits, JdbcClient sql, Clock clock) {
        this.actor = actor;
        this.visits = visits;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A therapist who may read a client's record.
     *
     * @param reason what they said when they broke the glass; null if they treat or covered the client
     */
    public record Reader(Actor who, Ground ground, @Nullable String reason) {

        public boolean brokeGlass() {
            return ground == Ground.BROKE_GLASS;
        }
    }

    /**
     * The therapist who acts, if they may read the client's record, be it because they broke the glass.
     *
     * @throws AccessDeniedException if they may not
     */
    public Reader requireTherapistReading(ClientId client) {
        var who = actor.require();
        var reader = reader(who, client);
        if (!reader.ground().reads()) {
            throw new AccessDeniedException("not a client whom they treat");
        }
        return reader;
    }

    Reader reader(Actor who, ClientId client) {
        var ties = ties(who, client);
        var ground = Ground.of(ties, clock.instant());
        return new Reader(who, ground, ground == Ground.BROKE_GLASS ? ties.reason() : null);
    }

    private Ties ties(Actor who, ClientId client) {
        if (!who.has(Role.THERAPIST) || who.practitioner().isEmpty()) {
            return Ties.NONE;
        }
        if (visits.treats(who.practitioner().get(), client)) {
            return Ties.TREATS;
        }
        return sql.sql("""
                select exists (select 1 from session_note
                        where client_id = :client and (saved_by = :user or signed_by = :user)) as wrote,
                    g.until, g.reason
                from (select 1) one left join lateral (
                    select until, reason from broken_glass where client_id = :client and user_id = :user
                    order by until desc limit 1) g on true
                """)
                .param("client", client.value())
                .param("user", who.userId().value())
                .query((row, number) -> {
                    @Nullable Timestamp until = row.getTimestamp("until");
                    return new Ties(
                            false,
                            row.getBoolean("wrote"),
                            until == null ? null : until.toInstant(),
                            row.getString("reason"));
                })
                .single();
    }

    /**
     * The therapist who acts, if they treat or covered the client.
     *
     * @throws AccessDeniedException if they do not
     */
    public Actor requireTherapistOf(ClientId client) {
        var who = actor.require();
        if (!treats(who, client)) {
            throw new AccessDeniedException("not a client whom they treat");
        }
        return who;
    }

    /** Whether this is a therapist who treats or covered the client. */
    private boolean treats(Actor who, ClientId client) {
        return Ground.of(ties(who, client), clock.instant()).writes();
    }

    /**
     * Whoever acts, if they are the client, act for them, or may read their record. To another client the record is not
     * there.
     *
     * @throws NotFoundException for another client
     * @throws AccessDeniedException for a therapist who may not read it
     */
    public Actor requireReader(ClientId client, String what) {
        var who = actor.require();
        if (who.actsFor(client) || reader(who, client).ground().reads()) {
            return who;
        }
        if (who.has(Role.THERAPIST)) {
            throw new AccessDeniedException("not a client whom they treat");
        }
        throw new NotFoundException(what);
    }

    /**
     * Whoever acts, if they are the client or act for them; to everybody else the record is not there.
     *
     * @throws NotFoundException for everybody else
     */
    public Actor requireSelf(ClientId client, String what) {
        var who = actor.require();
        if (!who.actsFor(client)) {
            throw new NotFoundException(what);
        }
        return who;
    }

    /**
     * The practitioner who acts.
     *
     * @throws AccessDeniedException if whoever acts gives no treatments
     */
    public PractitionerId requirePractitioner() {
        return actor.require().practitioner().orElseThrow(() -> new AccessDeniedException("not a practitioner"));
    }
}
