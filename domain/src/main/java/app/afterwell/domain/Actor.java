package app.afterwell.domain;

import java.util.Optional;
import java.util.Set;

/** Somebody who is signed in. It is the principal of the security context, so that a method's guard can ask it. */
public interface Actor {

    UserId userId();

    /** The name shown beside what they do. */
    String displayName();

    Set<Role> roles();

    /** Whether they hold the right to approve a protocol; only a clinician may. */
    boolean clinicalLead();

    /** The practitioner they are, if they give treatments. */
    Optional<PractitionerId> practitioner();

    /** The clients they are or act for. */
    Set<ClientId> clients();

    default boolean has(Role role) {
        return roles().contains(role);
    }

    /** Whether they are this client or act for them; asked by guards. */
    default boolean actsFor(ClientId client) {
        return clients().contains(client);
    }

    /** Whether they are this practitioner; asked by guards. */
    default boolean is(PractitionerId practitioner) {
        return practitioner().filter(practitioner::equals).isPresent();
    }

    default boolean isStaff() {
        return has(Role.DESK) || has(Role.THERAPIST) || has(Role.OWNER);
    }
}
