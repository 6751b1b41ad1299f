package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where, by whom and what is treated: read by everybody who is signed in, written by the owner. */
@Service
public class Directory {

    /** By name; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<LocationInfo> locations() {
        throw new UnsupportedOperationException();
    }

    /** A location's rooms by name; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<RoomInfo> rooms(LocationId location) {
        throw new UnsupportedOperationException();
    }

    /** By name and length; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<ServiceInfo> services() {
        throw new UnsupportedOperationException();
    }

    /** By name; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<PractitionerInfo> practitioners() {
        throw new UnsupportedOperationException();
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public LocationInfo location(LocationId id) {
        throw new UnsupportedOperationException();
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public ServiceInfo service(ServiceId id) {
        throw new UnsupportedOperationException();
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public PractitionerInfo practitioner(PractitionerId id) {
        throw new UnsupportedOperationException();
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public RoomInfo room(RoomId id) {
        throw new UnsupportedOperationException();
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<ServiceInfo> serviceByCode(String code) {
        throw new UnsupportedOperationException();
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<LocationInfo> locationByCode(String code) {
        throw new UnsupportedOperationException();
    }

    /** Adds it, or changes it if its id is known. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public LocationInfo save(LocationInfo location) {
        throw new UnsupportedOperationException();
    }

    /** Adds it, or changes it if its id is known. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public RoomInfo save(RoomInfo room) {
        throw new UnsupportedOperationException();
    }

    /** Adds it, or changes it if its id is known. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public ServiceInfo save(ServiceInfo service) {
        throw new UnsupportedOperationException();
    }

    /** Adds them, or changes them if their id is known. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public PractitionerInfo save(PractitionerInfo practitioner) {
        throw new UnsupportedOperationException();
    }
}
