package app.afterwell.webui.portal;

import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The client whose pages are shown: the one who is signed in, or whom they act for. */
@Component
class PortalClient {

    private final CurrentActor actors;
    private final ClientDirectory directory;
    private final Visits visits;
    private final Clock clock;

    PortalClient(CurrentActor actors, ClientDirectory directory, Visits visits, Clock clock) {
        this.actors = actors;
        this.directory = directory;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * Who it is; of several, the one who bears the actor's own name.
     *
     * @throws NotFoundException if the account belongs to no client
     */
    ClientCard card() {
        var actor = actors.require();
        return directory.cards(actor.clients()).values().stream()
                .min(Comparator.comparing((ClientCard card) -> !card.name().equals(actor.displayName()))
                        .thenComparing(card -> card.id().value()))
                .orElseThrow(() -> new NotFoundException("client"));
    }

    /** The location that the client knows: of the last visit, or else of the next; empty if there never was one. */
    Optional<Clinic> clinic(ClientId client) {
        return clinic(visits.ofClient(client));
    }

    Optional<Clinic> clinic(List<Visit> newestFirst) {
        var now = clock.instant();
        return newestFirst.stream()
                .filter(visit -> !visit.slot().start().isAfter(now))
                .findFirst()
                .or(() -> newestFirst.reversed().stream().findFirst())
                .map(visit -> new Clinic(visit.locationName(), visit.locationPhone(), visit.country()));
    }
}
