package app.afterwell.aftercare.plan;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The aftercare plans, for their clients and for the therapists who treat them. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('CLIENT','THERAPIST')")
public class Plans {

    /** One plan; for its client without what only staff may see. */
    public PlanView plan(PlanId plan) {
        throw new UnsupportedOperationException();
    }

    /** The plan that a visit's note issued, if it was signed. */
    public Optional<PlanView> ofAppointment(AppointmentId appointment) {
        throw new UnsupportedOperationException();
    }

    /** A client's plans, newest first. */
    public List<PlanSummary> ofClient(ClientId client) {
        throw new UnsupportedOperationException();
    }

    /** The client's newest plan that is open or on hold; empty if there is none. */
    public Optional<PlanView> current(ClientId client) {
        throw new UnsupportedOperationException();
    }

    /** Notes that the client did an item on a day of the plan; the same tick twice is one tick. */
    @Transactional
    public void tick(PlanId plan, String item, int day) {
        throw new UnsupportedOperationException();
    }

    /** Takes a tick back. */
    @Transactional
    public void untick(PlanId plan, String item, int day) {
        throw new UnsupportedOperationException();
    }

    /** The therapist has looked: what was on hold goes on. What safety withholds now stays on hold. */
    @Transactional
    @PreAuthorize("hasRole('THERAPIST')")
    public PlanView resume(PlanId plan) {
        throw new UnsupportedOperationException();
    }
}
