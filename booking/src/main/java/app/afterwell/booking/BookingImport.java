package app.afterwell.booking;

import java.util.Collection;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads a clinic's directory and appointments in bulk. It publishes no events. */
@Service
public class BookingImport {

    /** Adds what must not be there yet, all or nothing; services may name the practitioners and rooms given here. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void directory(
            Collection<LocationInfo> locations,
            Collection<RoomInfo> rooms,
            Collection<PractitionerInfo> practitioners,
            Collection<ServiceInfo> services) {
        throw new UnsupportedOperationException();
    }

    /** Adds appointments, all or nothing; two that overlap are refused. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public void appointments(Collection<ImportedAppointment> appointments) {
        throw new UnsupportedOperationException();
    }
}
