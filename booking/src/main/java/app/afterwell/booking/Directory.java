package app.afterwell.booking;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where, by whom and what is treated: read by everybody who is signed in, written by the owner. */
@Service
public class Directory {

    private final DirectoryReader reader;
    private final DirectoryWriter writer;
    private final InputCheck input;
    private final AuditTrail audit;
    private final CalendarTable calendar;
    private final Clock clock;

    Directory(
            DirectoryReader reader,
            DirectoryWriter writer,
            InputCheck input,
            AuditTrail audit,
            CalendarTable calendar,
            Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.input = input;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** By name; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<LocationInfo> locations() {
        return reader.current().locations();
    }

    /** A location's rooms by name; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<RoomInfo> rooms(LocationId location) {
        return reader.current().rooms(location);
    }

    /** By name and length; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<ServiceInfo> services() {
        return reader.current().services();
    }

    /** By name; retired ones are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<PractitionerInfo> practitioners() {
        return reader.current().practitioners();
    }

    /** Retired ones too, for whoever looks after the directory. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public WholeDirectory whole() {
        return reader.current().whole();
    }

    /** How many appointments to come are with them. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public int ahead(PractitionerId practitioner) {
        return calendar.countAhead("practitioner_id", practitioner.value(), clock.instant());
    }

    /** How many appointments to come are there. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public int ahead(LocationId location) {
        return calendar.countAhead("location_id", location.value(), clock.instant());
    }

    /** How many appointments to come are in it. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public int ahead(RoomId room) {
        return calendar.countAhead("room_id", room.value(), clock.instant());
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public LocationInfo location(LocationId id) {
        return reader.current().location(id);
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public ServiceInfo service(ServiceId id) {
        return reader.current().service(id);
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public PractitionerInfo practitioner(PractitionerId id) {
        return reader.current().practitioner(id);
    }

    /** @throws NotFoundException if there is none; retired ones are found */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public RoomInfo room(RoomId id) {
        return reader.current().room(id);
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<ServiceInfo> serviceByCode(String code) {
        return services().stream()
                .filter(service -> service.code().equalsIgnoreCase(code))
                .findFirst();
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<LocationInfo> locationByCode(String code) {
        return locations().stream()
                .filter(location -> location.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /**
     * Adds it, or changes it if its id is known.
     *
     * @throws ConflictException {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public LocationInfo save(LocationInfo location) {
        input.check(location);
        var problems = new ArrayList<FieldProblem>();
        DirectoryRules.check(location, problems);
        refuse(problems);
        writer.locations(List.of(location));
        audit.record("location.saved", "location:" + location.id(), null, null);
        return reader.current().location(location.id());
    }

    /**
     * Adds it, or changes it if its id is known.
     *
     * @throws ConflictException {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public RoomInfo save(RoomInfo room) {
        input.check(room);
        var problems = new ArrayList<FieldProblem>();
        DirectoryRules.check(room, reader.current(), problems);
        refuse(problems);
        writer.rooms(List.of(room));
        audit.record("room.saved", "room:" + room.id(), null, null);
        return reader.current().room(room.id());
    }

    /**
     * Adds it, or changes it if its id is known.
     *
     * @throws ConflictException {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public ServiceInfo save(ServiceInfo service) {
        input.check(service);
        var problems = new ArrayList<FieldProblem>();
        DirectoryRules.check(service, reader.current(), problems);
        refuse(problems);
        writer.services(List.of(service));
        audit.record("service.saved", "service:" + service.id(), null, null);
        return reader.current().service(service.id());
    }

    /**
     * Adds them, or changes them if their id is known.
     *
     * @throws ConflictException {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional
    public PractitionerInfo save(PractitionerInfo practitioner) {
        input.check(practitioner);
        var problems = new ArrayList<FieldProblem>();
        DirectoryRules.check(practitioner, reader.current(), problems);
        refuse(problems);
        writer.practitioners(List.of(practitioner));
        audit.record("practitioner.saved", "practitioner:" + practitioner.id(), null, null);
        return reader.current().practitioner(practitioner.id());
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new UnacceptableException("invalid", "Some of this cannot be accepted.", problems);
        }
    }
}
