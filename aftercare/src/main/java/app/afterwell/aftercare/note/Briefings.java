package app.afterwell.aftercare.note;

import app.afterwell.domain.AppointmentId;
import java.util.Collection;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What to know before a visit: the take-care banner and, for the therapist, how the last aftercare went. */
@Service
@Transactional(readOnly = true)
public class Briefings {

    /** The briefings of those of these visits that exist, in a constant number of queries. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    public Map<AppointmentId, Briefing> of(Collection<AppointmentId> appointments) {
        throw new UnsupportedOperationException();
    }
}
