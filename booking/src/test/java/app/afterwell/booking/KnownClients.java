package app.afterwell.booking;

import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Stands for intake's directory: knows whom a test has introduced. */
@TestComponent
class KnownClients implements ClientDirectory {

    private final Map<ClientId, String> names = new ConcurrentHashMap<>();
    final AtomicInteger questions = new AtomicInteger();

    ClientId introduce(String name) {
        var id = ClientId.next();
        names.put(id, name);
        return id;
    }

    @Override
    public Map<ClientId, ClientCard> cards(Collection<ClientId> clients) {
        questions.incrementAndGet();
        var cards = new HashMap<ClientId, ClientCard>();
        for (var client : Set.copyOf(clients)) {
            var name = names.get(client);
            if (name != null) {
                cards.put(
                        client,
                        new ClientCard(client, name, null, null, null, ZoneId.of("Europe/Dublin"), Locale.ENGLISH));
            }
        }
        return cards;
    }
}
