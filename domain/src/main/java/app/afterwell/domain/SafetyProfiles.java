package app.afterwell.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The safety profiles as intake keeps them; intake implements it. It asks nobody's leave: the caller has decided who
 * may see the answer.
 */
public interface SafetyProfiles {

    /** The client's profile; empty if none is on file. */
    Optional<SafetyProfile> of(ClientId client);

    /** The profiles that are on file among these clients'. */
    Map<ClientId, SafetyProfile> of(Collection<ClientId> clients);
}
