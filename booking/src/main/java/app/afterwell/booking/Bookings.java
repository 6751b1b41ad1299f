package app.afterwell.booking;

import app.afterwell.domain.AppointmentBooked;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.ServiceId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one way by which a new appointment comes into the calendar, alone, with others or again and again: it is placed,
 * then recorded and announced.
 */
@Component
class Bookings {

    private final Places places;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bookings(
            Places places, CurrentActor currentActor, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is booked.
     *
     * @param party those who come together
     * @param series those that return
     * @param overrideReason why it may stand on top of others, if it may
     * @param notes for the desk
     */
    record Visit(
            ServiceId service,
            ClientId client,
            @Nullable UUID party,
            @Nullable UUID series,
            @Nullable String overrideReason,
            @Nullable String notes) {}

    /** What was put into the calendar. */
    record Booked(AppointmentId id, Visit visit, Place place, Money price, Instant at) {}

    /**
     * Puts it where it fits; nobody knows of it yet.
     *
     * @param directory by which the wish was checked
     * @throws ConflictException {@code slot-taken}, or {@link DirectoryReader.Outdated}
     */
    Booked place(Wish wish, Visit visit, DirectorySnapshot directory) {
        var id = AppointmentId.next();
        var now = clock.instant();
        var price = directory.service(visit.service()).price();
        var place = places.take(
                wish,
                new CalendarTable.NewAppointment(
                        id.value(),
                        visit.service().value(),
                        visit.client().value(),
                        visit.party(),
                        visit.series(),
                        price,
                        visit.overrideReason(),
                        visit.notes(),
                        currentActor.require().userId().value(),
                        now),
                directory,
                visit.overrideReason() != null);
        return new Booked(id, visit, place, price, now);
    }

    /** Records it and tells the others. */
    void announce(Booked booked) {
        announce(
                booked.id(),
                booked.visit().client(),
                booked.place().forced(),
                booked.visit().overrideReason());
    }

    /** The same of an appointment that was kept free for somebody before. */
    void announce(AppointmentId id, ClientId client) {
        announce(id, client, false, null);
    }

    private void announce(AppointmentId id, ClientId client, boolean forced, @Nullable String overrideReason) {
        audit.record(forced ? "appointment.forced" : "appointment.booked", "appointment:" + id, client, overrideReason);
        events.publishEvent(new AppointmentBooked(id, client, 0));
    }
}
