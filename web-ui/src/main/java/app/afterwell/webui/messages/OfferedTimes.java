package app.afterwell.webui.messages;

import app.afterwell.booking.Directory;
import app.afterwell.booking.Waitlist;
import app.afterwell.booking.WaitlistOffer;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Times that are held for clients of the waitlist, as the visits that they would become. */
@Component
class OfferedTimes {

    private final Waitlist waitlist;
    private final Directory directory;

    OfferedTimes(Waitlist waitlist, Directory directory) {
        this.waitlist = waitlist;
        this.directory = directory;
    }

    /** @param until when it goes to the next one */
    record Open(Visit visit, Instant until) {}

    /** What is offered to this client; empty if it is offered no longer. */
    Optional<Open> open(ClientId client, UUID offer) {
        return as(client).act(() -> waitlist.openOffer(offer).map(this::open));
    }

    /**
     * Takes it; taken twice it is taken once.
     *
     * @throws app.afterwell.domain.ConflictException if it is gone
     */
    void accept(ClientId client, UUID offer) {
        as(client).act(() -> waitlist.accept(offer));
    }

    /** Leaves it to the next one. */
    void decline(ClientId client, UUID offer) {
        as(client).act(() -> {
            waitlist.decline(offer);
            return offer;
        });
    }

    private static LinkActor as(ClientId client) {
        return new LinkActor(client, "–");
    }

    private Open open(WaitlistOffer offer) {
        var place = directory.location(offer.location());
        return new Open(
                new Visit(
                        new AppointmentId(offer.id()),
                        offer.client(),
                        offer.practitioner(),
                        offer.practitionerName(),
                        offer.location(),
                        offer.locationName(),
                        place.phone(),
                        offer.zone(),
                        place.country(),
                        directory.service(offer.service()).code(),
                        offer.serviceName(),
                        offer.slot(),
                        VisitStatus.BOOKED),
                offer.until());
    }
}
