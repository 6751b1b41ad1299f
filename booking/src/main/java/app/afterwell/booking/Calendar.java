package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appointments: the day board, booking, moving, cancelling and what becomes of a visit. */
@Service
public class Calendar {

    /** A location's day, for the board. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public DayBoard day(LocationId location, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws ConflictException {@code slot-taken} if the practitioner or every fitting room is taken
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST') or principal.actsFor(#command.client())")
    @Transactional
    public AppointmentInfo book(BookAppointment command) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws NotFoundException if it is not there or not theirs
     * @throws ConflictException {@code slot-taken} or {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo move(MoveAppointment command) {
        throw new UnsupportedOperationException();
    }

    /**
     * Cancels it; {@link #setStatus} with {@code BOOKED} takes that back while the slot is free.
     *
     * @throws NotFoundException if it is not there or not theirs
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo cancel(AppointmentId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Marks that the client did not come, and why if that is known. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public AppointmentInfo noShow(AppointmentId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets its status; the same one again changes nothing.
     *
     * @throws NotFoundException if it is not there or not theirs
     * @throws UnacceptableException {@code invalid} with field {@code status} if that cannot follow, or not yet
     * @throws ConflictException {@code slot-taken} if it comes back onto a slot that has gone
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo setStatus(AppointmentId id, VisitStatus status) {
        throw new UnsupportedOperationException();
    }

    /** @throws NotFoundException if it is not there or not theirs */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public AppointmentInfo appointment(AppointmentId id) {
        throw new UnsupportedOperationException();
    }

    /** Those that match; a client gets only those of the people they act for. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public AppointmentPage appointments(AppointmentFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** What the client had last, for booking them again. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER') or principal.actsFor(#client)")
    @Transactional(readOnly = true)
    public Optional<LastVisit> lastOf(ClientId client) {
        throw new UnsupportedOperationException();
    }

    /** Takes a practitioner's time for something else. Gives its id. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public UUID block(BlockTime command) {
        throw new UnsupportedOperationException();
    }

    /** Gives blocked time back. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public void unblock(UUID block) {
        throw new UnsupportedOperationException();
    }
}
