package app.afterwell.aftercare.plan;

import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.Visits;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may see a client's care: therapists who treat them, and the client. */
@Component
public class CareAccess {

    private final CurrentActor actor;
    private final Visits visits;

    CareAccess(CurrentActor actor, Visits visits) {
        this.actor = actor;
        this.visits = visits;
    }

    /**
     * The therapist who acts, if they treat the client.
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

    /** Whether this is a therapist who treats the client. */
    public boolean treats(Actor who, ClientId client) {
        return who.has(Role.THERAPIST)
                && who.practitioner()
                        .filter(practitioner -> visits.treats(practitioner, client))
                        .isPresent();
    }

    /**
     * Whoever acts, if they are the client, act for them, or treat them. To another client the record is not there.
     *
     * @throws NotFoundException for another client
     * @throws AccessDeniedException for a therapist who does not treat them
     */
    public Actor requireReader(ClientId client, String what) {
        var who = actor.require();
        if (who.actsFor(client) || treats(who, client)) {
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
