package app.afterwell.booking;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** An appointment once it is in the calendar. {@link CalendarTable} puts it there. */
@Entity
@Table(name = "calendar_entry")
@SQLRestriction("kind = 'APPOINTMENT'")
@DynamicUpdate
class Appointment {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID locationId;
    private UUID practitionerId;
    private @Nullable UUID roomId;
    private @Nullable Integer lane;
    private UUID serviceId;
    private UUID clientId;
    private Instant startsAt;
    private Instant endsAt;
    private Instant busyFrom;
    private Instant busyUntil;
    private Instant roomUntil;

    @Enumerated(EnumType.STRING)
    private VisitStatus status;

    private Instant statusSince;
    private boolean noteSigned;
    private @Nullable String reason;
    private boolean late;
    private boolean forced;
    private @Nullable String overrideReason;
    private long priceMinor;
    private String currency;
    private @Nullable String notes;
    private @Nullable UUID partyId;
    private @Nullable UUID seriesId;

    @SuppressWarnings("NullAway.Init")
    protected Appointment() {
        // filled by JPA
    }

    /** @throws ConflictException {@code stale-version} if it is no longer the one that was looked at */
    void expect(long looked) {
        if (version != looked) {
            throw new ConflictException("stale-version", "Somebody has changed this appointment meanwhile.");
        }
    }

    /** @param overrideReason why it may stand where it now stands, null if it needs no leave */
    void move(Place place, @Nullable String overrideReason) {
        if (status.frees() || status == VisitStatus.COMPLETED) {
            throw UnacceptableException.field(
                    "status", "not-movable", "An appointment that is over or cancelled cannot be moved.");
        }
        stand(place);
        this.overrideReason = overrideReason;
    }

    /** Takes up that place. */
    void stand(Place place) {
        locationId = place.location();
        practitionerId = place.practitioner();
        roomId = place.room();
        lane = place.lane();
        startsAt = place.start();
        endsAt = place.end();
        busyFrom = place.busyFrom();
        busyUntil = place.busyUntil();
        roomUntil = place.roomUntil();
        forced = place.forced();
    }

    /**
     * @param zone of its location
     * @return whether anything changed
     * @throws UnacceptableException if that cannot follow, or not yet
     */
    boolean become(VisitStatus next, Instant now, ZoneId zone) {
        if (next == status) {
            return false;
        }
        var when = StatusRules.step(status, next);
        if (when == null || noteSigned) {
            throw UnacceptableException.field(
                    "status", "not-possible", "From " + status + " an appointment does not become " + next + ".");
        }
        boolean early = switch (when) {
            case ANY_TIME -> false;
            case FROM_ITS_DAY -> LocalDate.ofInstant(now, zone).isBefore(LocalDate.ofInstant(startsAt, zone));
            case FROM_ITS_START -> now.isBefore(startsAt);
        };
        if (early) {
            throw UnacceptableException.field(
                    "status",
                    "too-early",
                    when == StatusRules.When.FROM_ITS_DAY
                            ? "This can be set from the day of the appointment on."
                            : "This can be set once the appointment should have started.");
        }
        set(next, now);
        reason = null;
        late = false;
        return true;
    }

    /**
     * @param notice how long ahead of the start it is no longer on time
     * @param counts whether it counts for the client, who then was late or not
     */
    void cancelled(@Nullable String why, Instant now, Duration notice, boolean counts) {
        reason = why;
        late = counts && now.isAfter(startsAt.minus(notice));
    }

    void missed(@Nullable String why) {
        reason = why;
    }

    /** @return whether the status changed; the second time it does not */
    boolean noteSigned(Instant now) {
        noteSigned = true;
        if (status == VisitStatus.COMPLETED || status.frees()) {
            return false;
        }
        set(VisitStatus.COMPLETED, now);
        return true;
    }

    private void set(VisitStatus next, Instant now) {
        status = next;
        statusSince = now;
    }

    UUID id() {
        return id;
    }

    UUID client() {
        return clientId;
    }

    UUID location() {
        return locationId;
    }

    UUID practitioner() {
        return practitionerId;
    }

    @Nullable
    UUID room() {
        return roomId;
    }

    UUID service() {
        return serviceId;
    }

    boolean isForced() {
        return forced;
    }

    VisitStatus status() {
        return status;
    }

    TimeSlot slot() {
        return new TimeSlot(startsAt, endsAt);
    }

    CalendarRow row() {
        return new CalendarRow(
                id,
                version,
                locationId,
                practitionerId,
                roomId,
                serviceId,
                clientId,
                startsAt,
                endsAt,
                status,
                statusSince,
                reason,
                late,
                forced,
                overrideReason,
                priceMinor,
                currency,
                notes,
                partyId,
                seriesId);
    }
}
