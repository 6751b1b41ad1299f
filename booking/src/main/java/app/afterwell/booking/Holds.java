package app.afterwell.booking;

import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Role;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a time for a client for a few minutes. It stands under the same constraints as an appointment. One that has run
 * out goes when somebody else wants its time; until then it can still be confirmed.
 */
@Service
public class Holds {

    /** How long a time is kept; as much again each time the client asks for more. */
    public static final Duration KEPT = Duration.ofMinutes(5);

    /** How long it is kept in all. */
    public static final Duration LONGEST = Duration.ofMinutes(20);

    private final CalendarTable table;
    private final HoldRows holds;
    private final Places places;
    private final Bookings bookings;
    private final BookingPolicy policy;
    private final DirectoryReader directories;
    private final AppointmentNames names;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holds(
            CalendarTable table,
            HoldRows holds,
            Places places,
            Bookings bookings,
            BookingPolicy policy,
            DirectoryReader directories,
            AppointmentNames names,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.holds = holds;
        this.places = places;
        this.bookings = bookings;
        this.policy = policy;
        this.directories = directories;
        this.names = names;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a time. What the client held before is given back: they decide on one at a time.
     *
     * @throws ConflictException {@code slot-taken}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST') or principal.actsFor(#command.client())")
    @Transactional
    public HeldSlot hold(HoldSlot command) {
        var actor = currentActor.require();
        if (!names.known(command.client())) {
            throw UnacceptableException.field("client", "unknown", "This client is not there.");
        }
        var now = clock.instant();
        var wish = policy.check(
                new BookingPolicy.Request(
                        command.service(),
                        command.practitioner(),
                        command.start(),
                        null,
                        command.room(),
                        command.location(),
                        null,
                        false,
                        !books(actor)),
                directories.current());
        holds.deleteOf(command.client().value(), now);
        var id = Ids.next();
        var hold = new HoldRows.NewHold(
                id,
                command.service().value(),
                command.client().value(),
                actor.userId().value(),
                now,
                now.plus(KEPT),
                null);
        places.take(wish, place -> holds.insert(hold, place));
        events.publishEvent(new CalendarChanged());
        return holds.find(id).orElseThrow(() -> new IllegalStateException("hold " + id + " was just written"));
    }

    /**
     * Keeps it as long again from now, up to the longest time in all.
     *
     * @throws NotFoundException if it has gone or is not theirs
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public HeldSlot extend(UUID hold) {
        theirs(hold);
        holds.extend(hold, clock.instant().plus(KEPT), LONGEST);
        return theirs(hold);
    }

    /** Gives it back; one that has gone is given back already. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public void release(UUID hold) {
        holds.find(hold).filter(this::isTheirs).ifPresent(held -> {
            holds.delete(held.id());
            events.publishEvent(new CalendarChanged());
        });
    }

    /**
     * Makes it an appointment, even if it has run out, as long as nobody else has come. The second time it is that
     * appointment still.
     *
     * @throws ConflictException {@code slot-taken} if somebody has
     * @throws NotFoundException if it is not theirs
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo confirm(UUID hold) {
        var actor = currentActor.require();
        var directory = directories.current();
        var held = holds.find(hold);
        if (held.isPresent()) {
            confirm(theirs(hold), directory.service(held.get().service()).price());
        }
        return table.find(hold)
                .filter(row -> books(actor) || actor.actsFor(new ClientId(row.client())))
                .map(row -> names.name(row, directory, books(actor)))
                .orElseThrow(Places::taken);
    }

    private void confirm(HeldSlot held, Money price) {
        if (holds.confirm(held.id(), price, clock.instant())) {
            var id = new AppointmentId(held.id());
            bookings.announce(id, held.client());
        }
    }

    private HeldSlot theirs(UUID hold) {
        return holds.find(hold).filter(this::isTheirs).orElseThrow(() -> new NotFoundException("hold " + hold));
    }

    private boolean isTheirs(HeldSlot held) {
        var actor = currentActor.require();
        return books(actor) || actor.actsFor(held.client());
    }

    private static boolean books(Actor actor) {
        return actor.has(Role.DESK) || actor.has(Role.THERAPIST);
    }
}
