package app.afterwell.domain;

import java.util.Collection;
import java.util.Map;

/** Who a client is and how to reach them; intake implements it. It asks nobody's leave. */
public interface ClientDirectory {

    /** The cards of those among these clients who are known, in one query. */
    Map<ClientId, ClientCard> cards(Collection<ClientId> clients);
}
