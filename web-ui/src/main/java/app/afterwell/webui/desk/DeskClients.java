package app.afterwell.webui.desk;

import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.SafetyProfiles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the desk may know about the clients of a day: how to reach them, and that there is something to take care of. */
@Component
class DeskClients {

    private final ClientDirectory directory;
    private final SafetyProfiles profiles;

    DeskClients(ClientDirectory directory, SafetyProfiles profiles) {
        this.directory = directory;
        this.profiles = profiles;
    }

    Known of(Set<ClientId> clients) {
        var onFile = profiles.of(clients);
        var care = onFile.entrySet().stream()
                .filter(entry -> !entry.getValue().conditions().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        var unanswered =
                clients.stream().filter(client -> !onFile.containsKey(client)).collect(Collectors.toUnmodifiableSet());
        return new Known(directory.cards(clients), new BoardDays.Hints(care, unanswered));
    }

    /** What is known about some clients. */
    record Known(Map<ClientId, ClientCard> cards, BoardDays.Hints hints) {

        @Nullable
        String phone(ClientId client) {
            return Optional.ofNullable(cards.get(client)).map(ClientCard::phone).orElse(null);
        }

        boolean care(ClientId client) {
            return hints.care().contains(client);
        }
    }
}
