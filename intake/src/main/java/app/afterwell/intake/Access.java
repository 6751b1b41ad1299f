package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Role;
import app.afterwell.domain.Visits;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Whose data whoever is signed in may have, once their role has let them in. A client asking for somebody else gets the
 * answer for somebody who is not there, so that nothing tells the two apart.
 */
@Component
class Access {

    private final CurrentActor currentActor;
    private final Visits visits;

    Access(CurrentActor currentActor, Visits visits) {
        this.currentActor = currentActor;
        this.visits = visits;
    }

    /** For contact data: staff see everybody's, a client their own. */
    void requireVisible(ClientId client) {
        var actor = currentActor.require();
        if (!actor.isStaff() && !actor.actsFor(client)) {
            throw new NotFoundException("client " + client);
        }
    }

    /**
     * For health data: a client's own, and that of those whom a therapist treats.
     *
     * @return whether it is somebody else's, so that looking at it is recorded
     */
    boolean requireHealth(ClientId client) {
        var actor = currentActor.require();
        if (actor.actsFor(client)) {
            return false;
        }
        if (actor.has(Role.THERAPIST)) {
            var practitioner = actor.practitioner()
                    .orElseThrow(() -> new AccessDeniedException("a therapist who is no practitioner treats nobody"));
            if (visits.treats(practitioner, client)) {
                return true;
            }
            throw new AccessDeniedException("does not treat this client");
        }
        if (actor.isStaff()) {
            throw new AccessDeniedException("health data is not for the desk or the owner");
        }
        throw new NotFoundException("client " + client);
    }

    /** Whether they speak as the therapist who treats the client, rather than as the client. */
    boolean asTherapist(ClientId client) {
        var actor = currentActor.require();
        return actor.has(Role.THERAPIST) && !actor.actsFor(client);
    }
}
