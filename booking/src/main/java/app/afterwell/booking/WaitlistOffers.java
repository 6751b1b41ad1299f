package app.afterwell.booking;

import app.afterwell.booking.WaitlistRows.OfferState;
import app.afterwell.domain.AppointmentMoved;
import app.afterwell.domain.AppointmentStatusChanged;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers a freed time to one client of the waitlist at a time: to whom it fits and who has waited longest. It is held for
 * them; when the hold runs out or they do not want it, the next one is asked.
 */
@Component
class WaitlistOffers {

    /** What the day board calls a time that is held for somebody of the waitlist. */
    static final String LABEL = "WAITLIST";

    /** How long somebody may think; at most half of the time that is left until then. */
    static final Duration LONGEST = Duration.ofHours(2);

    /** Nobody is asked for a time that is nearer than that. */
    private static final Duration NEAREST = Duration.ofMinutes(30);

    private final CalendarTable table;
    private final WaitlistRows rows;
    private final HoldRows holds;
    private final Places places;
    private final BookingPolicy policy;
    private final DirectoryReader directories;
    private final SchedulerClient scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitlistOffers(
            CalendarTable table,
            WaitlistRows rows,
            HoldRows holds,
            Places places,
            BookingPolicy policy,
            DirectoryReader directories,
            SchedulerClient scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.rows = rows;
        this.holds = holds;
        this.places = places;
        this.policy = policy;
        this.directories = directories;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /** May come more than once: what is held or booked again meanwhile is no longer free. */
    @ApplicationModuleListener
    void on(AppointmentStatusChanged changed) {
        if (changed.status() == VisitStatus.CANCELLED) {
            table.find(changed.appointment().value())
                    .filter(row -> row.status() == VisitStatus.CANCELLED)
                    .ifPresent(row -> offer(row.practitioner(), row.location(), new TimeSlot(row.start(), row.end())));
        }
    }

    @ApplicationModuleListener
    void on(AppointmentMoved moved) {
        table.moves(moved.appointment().value()).stream()
                .filter(move -> move.version() == moved.version())
                .findFirst()
                .ifPresent(move -> offer(move.practitioner(), move.location(), new TimeSlot(move.start(), move.end())));
    }

    /** Asks the first whom a time in this stretch would suit. */
    void offer(UUID practitioner, UUID location, TimeSlot freed) {
        var now = clock.instant();
        if (freed.start().isBefore(now.plus(NEAREST))) {
            return;
        }
        var directory = directories.current();
        var whom = new PractitionerId(practitioner);
        var place = directory.findLocation(new LocationId(location));
        if (place == null) {
            return;
        }
        var asked = rows.notToAsk(practitioner, freed.start());
        for (var waiting : rows.waiting(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1))) {
            if (!asked.contains(waiting.id()) && offer(waiting, whom, place, freed, directory, now)) {
                return;
            }
        }
    }

    private boolean offer(
            WaitlistRows.Waiting waiting,
            PractitionerId whom,
            LocationInfo place,
            TimeSlot freed,
            DirectorySnapshot directory,
            Instant now) {
        var slot = fitting(waiting.wish(), whom, place, freed, directory, now);
        if (slot.isEmpty()) {
            return false;
        }
        var id = Ids.next();
        var start = slot.get().slot().start();
        var half = Duration.between(now, start).dividedBy(2);
        var until = now.plus(half.compareTo(LONGEST) < 0 ? half : LONGEST);
        try {
            var wish = policy.check(
                    new BookingPolicy.Request(
                            waiting.wish().service(), whom, start, null, null, place.id(), null, false, false),
                    directory);
            var hold = new HoldRows.NewHold(
                    id,
                    waiting.wish().service().value(),
                    waiting.wish().client().value(),
                    null,
                    now,
                    until,
                    LABEL);
            var taken = places.take(wish, free -> holds.insert(hold, free));
            if (!rows.insertOffer(id, waiting.id(), taken, now, until)) {
                holds.delete(id);
                return false;
            }
        } catch (ConflictException | UnacceptableException e) {
            return false;
        }
        scheduler.scheduleIfNotExists(WaitlistJobs.END.instance(id.toString()).scheduledTo(until));
        events.publishEvent(new WaitlistOffered(id, waiting.wish().client()));
        events.publishEvent(new CalendarChanged());
        return true;
    }

    /** The first time within the freed stretch that is free and suits them. */
    private Optional<FreeSlot> fitting(
            WaitlistWish wish,
            PractitionerId whom,
            LocationInfo place,
            TimeSlot freed,
            DirectorySnapshot directory,
            Instant now) {
        var service = directory.findService(wish.service());
        boolean could = service != null
                && service.active()
                && service.practitioners().contains(whom)
                && (wish.practitioners().isEmpty() || wish.practitioners().contains(whom))
                && (wish.location() == null || wish.location().equals(place.id()));
        if (!could || service == null) {
            return Optional.empty();
        }
        var day = LocalDate.ofInstant(freed.start(), place.zone());
        var search = new FindSlots(wish.service(), day, day, whom, place.id(), null);
        var bookable = Spans.of(Spans.ceilMinute(now.plus(NEAREST)), Long.MAX_VALUE / 2);
        return new LocationSearch(directory, place, service, search, bookable)
                .run(table, now).stream()
                        .filter(slot -> !slot.slot().start().isBefore(freed.start())
                                && slot.slot().start().isBefore(freed.end()))
                        .filter(slot -> suits(wish, slot))
                        .findFirst();
    }

    private static boolean suits(WaitlistWish wish, FreeSlot slot) {
        var start = slot.slot().start().atZone(slot.zone());
        return wish.fits(
                start.toLocalDate(),
                start.toLocalTime(),
                slot.slot().end().atZone(slot.zone()).toLocalTime());
    }

    /** The time to think is over; the second time nothing is left to end. */
    @Transactional
    void expire(UUID offer) {
        rows.offerToChange(offer)
                .filter(open -> open.state() == OfferState.OFFERED)
                .ifPresent(open -> end(open, OfferState.EXPIRED));
    }

    /** Gives the time back and asks the next one. */
    void end(WaitlistRows.Offer open, OfferState state) {
        rows.end(open.id(), state);
        holds.delete(open.id());
        events.publishEvent(new CalendarChanged());
        offer(open.practitioner(), open.location(), new TimeSlot(open.start(), open.end()));
    }

    static ClientId clientOf(WaitlistRows.Offer offer) {
        return new ClientId(offer.client());
    }
}
