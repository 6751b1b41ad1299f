package app.afterwell.booking;

import app.afterwell.booking.WaitlistRows.Offer;
import app.afterwell.booking.WaitlistRows.OfferState;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who would come if a time were free. A time that becomes free is offered by itself, to one of them at a time. */
@Service
public class Waitlist {

    private static final int MOST_DAYS = 400;

    private final CalendarTable table;
    private final Bookings bookings;
    private final WaitlistRows rows;
    private final WaitlistOffers offers;
    private final HoldRows holds;
    private final DirectoryReader directories;
    private final AppointmentNames names;
    private final ClientDirectory clients;
    private final InputCheck input;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Waitlist(
            CalendarTable table,
            Bookings bookings,
            WaitlistRows rows,
            WaitlistOffers offers,
            HoldRows holds,
            DirectoryReader directories,
            AppointmentNames names,
            ClientDirectory clients,
            InputCheck input,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.bookings = bookings;
        this.rows = rows;
        this.offers = offers;
        this.holds = holds;
        this.directories = directories;
        this.names = names;
        this.clients = clients;
        this.input = input;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts somebody on the list. Gives the entry's id.
     *
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST') or principal.actsFor(#wish.client())")
    @Transactional
    public UUID join(WaitlistWish wish) {
        input.check(wish);
        check(wish);
        var actor = currentActor.require();
        var kept = books(actor)
                ? wish
                : new WaitlistWish(
                        wish.client(),
                        wish.service(),
                        wish.location(),
                        wish.practitioners(),
                        wish.days(),
                        wish.from(),
                        wish.to(),
                        wish.first(),
                        wish.last(),
                        null);
        var id = Ids.next();
        rows.insert(id, kept, actor.userId().value(), clock.instant());
        audit.record("waitlist.joined", "waitlist:" + id, wish.client(), null);
        events.publishEvent(new CalendarChanged());
        return id;
    }

    private void check(WaitlistWish wish) {
        var directory = directories.current();
        if (!names.known(wish.client())) {
            throw UnacceptableException.field("client", "unknown", "This client is not there.");
        }
        var service = directory.findService(wish.service());
        if (service == null || !service.active()) {
            throw UnacceptableException.field("service", "unknown", "The clinic does not offer this service.");
        }
        for (var practitioner : wish.practitioners()) {
            if (!service.practitioners().contains(practitioner)) {
                throw UnacceptableException.field(
                        "practitioners", "not-offered", "One of these therapists does not give this service.");
            }
        }
        if (!wish.to().isAfter(wish.from()) && !wish.to().equals(LocalTime.MIDNIGHT)) {
            throw UnacceptableException.field("to", "end-before-start", "It ends before it starts.");
        }
        if (wish.last().isBefore(wish.first())
                || wish.last().isAfter(wish.first().plusDays(MOST_DAYS))) {
            throw UnacceptableException.field(
                    "last", "range", "The last day is behind the first, and at most " + MOST_DAYS + " days later.");
        }
    }

    /**
     * Takes somebody off the list; what is offered to them goes to the next one.
     *
     * @throws NotFoundException if they do not wait, or it is not theirs
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public void leave(UUID entry) {
        var waiting = rows.find(entry)
                .filter(each -> mine(each.wish().client()))
                .orElseThrow(() -> new NotFoundException("waitlist entry " + entry));
        rows.end(entry, "LEFT");
        rows.offers(waiting.wish().client().value()).stream()
                .filter(offer -> offer.entry().equals(entry))
                .forEach(offer -> offers.end(offer, OfferState.DECLINED));
        audit.record("waitlist.left", "waitlist:" + entry, waiting.wish().client(), null);
        events.publishEvent(new CalendarChanged());
    }

    /** Puts somebody who was taken off the list back to their old place. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public void comeBack(UUID entry) {
        if (!rows.comeBack(entry)) {
            throw new NotFoundException("waitlist entry " + entry);
        }
        events.publishEvent(new CalendarChanged());
    }

    /** Who waits, longest first, each with what is offered to them now; a client sees their own. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER','CLIENT')")
    @Transactional(readOnly = true)
    public List<WaitlistEntry> entries() {
        var actor = currentActor.require();
        var directory = directories.current();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var waiting = rows.waiting(today).stream()
                .filter(each -> actor.isStaff() || actor.actsFor(each.wish().client()))
                .toList();
        var cards =
                clients.cards(waiting.stream().map(each -> each.wish().client()).collect(Collectors.toSet()));
        var open = rows.offers(null).stream().collect(Collectors.toMap(Offer::entry, Function.identity()));
        return waiting.stream()
                .map(each -> {
                    var card = cards.get(each.wish().client());
                    var offer = open.get(each.id());
                    return new WaitlistEntry(
                            each.id(),
                            each.wish(),
                            card == null ? "" : card.name(),
                            directory.service(each.wish().service()).name(),
                            each.since(),
                            offer == null ? null : named(offer, directory));
                })
                .toList();
    }

    /**
     * A time that is offered, for a message about it.
     *
     * @throws NotFoundException if it is offered no longer, or not to them
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER','CLIENT')")
    @Transactional(readOnly = true)
    public WaitlistOffer offer(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("waitlist offer " + id));
    }

    /** A time that is offered; empty if it is offered no longer, or not to them. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER','CLIENT')")
    @Transactional(readOnly = true)
    public Optional<WaitlistOffer> openOffer(UUID id) {
        return find(id);
    }

    private Optional<WaitlistOffer> find(UUID id) {
        var now = clock.instant();
        return rows.offer(id)
                .filter(offer -> offer.state() == OfferState.OFFERED && mine(WaitlistOffers.clientOf(offer)))
                .filter(offer -> offer.until().isAfter(now))
                .map(offer -> named(offer, directories.current()));
    }

    private static WaitlistOffer named(Offer offer, DirectorySnapshot directory) {
        var location = directory.location(new LocationId(offer.location()));
        return new WaitlistOffer(
                offer.id(),
                WaitlistOffers.clientOf(offer),
                new ServiceId(offer.service()),
                directory.service(new ServiceId(offer.service())).name(),
                new PractitionerId(offer.practitioner()),
                directory.practitioner(new PractitionerId(offer.practitioner())).name(),
                location.id(),
                location.name(),
                location.zone(),
                new TimeSlot(offer.start(), offer.end()),
                offer.until());
    }

    /**
     * Takes what is offered: the hold becomes an appointment, and they wait no longer. The second time it is that
     * appointment still.
     *
     * @throws ConflictException {@code slot-taken} if the time to think is over and somebody else has it
     * @throws NotFoundException if it is not theirs
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo accept(UUID id) {
        var offer = theirs(id);
        var directory = directories.current();
        if (offer.state() == OfferState.OFFERED) {
            var price = directory.service(new ServiceId(offer.service())).price();
            if (!holds.confirm(id, price, clock.instant())) {
                throw Places.taken();
            }
            rows.end(id, OfferState.ACCEPTED);
            rows.end(offer.entry(), "BOOKED");
            bookings.announce(new AppointmentId(id), WaitlistOffers.clientOf(offer));
        } else if (offer.state() != OfferState.ACCEPTED) {
            throw Places.taken();
        }
        return table.find(id)
                .map(row -> names.name(row, directory, books(currentActor.require())))
                .orElseThrow(Places::taken);
    }

    /**
     * Does not take it; the next one is asked. They stay on the list.
     *
     * @throws NotFoundException if it is not theirs
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public void decline(UUID id) {
        var offer = theirs(id);
        if (offer.state() == OfferState.OFFERED) {
            offers.end(offer, OfferState.DECLINED);
        }
    }

    private Offer theirs(UUID id) {
        return rows.offerToChange(id)
                .filter(offer -> mine(WaitlistOffers.clientOf(offer)))
                .orElseThrow(() -> new NotFoundException("waitlist offer " + id));
    }

    private boolean mine(@Nullable ClientId client) {
        var actor = currentActor.require();
        return actor.isStaff() || client != null && actor.actsFor(client);
    }

    private static boolean books(Actor actor) {
        return actor.has(Role.DESK) || actor.has(Role.THERAPIST);
    }
}
