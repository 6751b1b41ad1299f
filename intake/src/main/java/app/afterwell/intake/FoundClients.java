package app.afterwell.intake;

import java.util.List;

/**
 * One page of a search, the best match first.
 *
 * @param total how many matched
 */
public record FoundClients(List<ClientView> clients, int total) {

    public FoundClients {
        clients = List.copyOf(clients);
    }
}
