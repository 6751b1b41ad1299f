package app.afterwell.booking;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds free times. */
@Service
public class Availability {

    /** The times at which the service can start; for a client within the rules for booking oneself. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public FreeSlots free(FindSlots search) {
        throw new UnsupportedOperationException();
    }
}
