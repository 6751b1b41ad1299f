package app.afterwell.booking;

import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AppointmentMoved;
import app.afterwell.domain.AppointmentStatusChanged;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitCompleted;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appointments: the day board, booking, moving, cancelling and what becomes of a visit. */
@Service
public class Calendar {

    private static final Duration YEAR = Duration.ofDays(365);

    private final CalendarTable table;
    private final Appointments appointments;
    private final DirectoryReader directories;
    private final BookingPolicy policy;
    private final Places places;
    private final Bookings bookings;
    private final AppointmentNames names;
    private final InputCheck input;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calendar(
            CalendarTable table,
            Appointments appointments,
            DirectoryReader directories,
            BookingPolicy policy,
            Places places,
            Bookings bookings,
            AppointmentNames names,
            InputCheck input,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.appointments = appointments;
        this.directories = directories;
        this.policy = policy;
        this.places = places;
        this.bookings = bookings;
        this.names = names;
        this.input = input;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A location's day, for the board.
     *
     * @throws NotFoundException if there is no such location
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public DayBoard day(LocationId location, LocalDate day) {
        var directory = directories.known(location);
        var whole = wholeDay(directory, location, day);
        var rows = table.board(location.value(), whole, clock.instant());
        if (rows.revision() != directory.revision()) {
            directory = directories.at(rows.revision());
            var shifted = wholeDay(directory, location, day);
            if (!shifted.equals(whole)) {
                whole = shifted;
                rows = table.board(location.value(), whole, clock.instant());
            }
        }
        return new DayBoard(
                location,
                day,
                directory.location(location).zone(),
                whole,
                directory.open(location, day, day).slots(),
                directory.closed(location, day),
                columns(directory, location, day, rows),
                directory.rooms(location),
                names.name(rows.appointments(), directory, true),
                rows.blocks());
    }

    private static TimeSlot wholeDay(DirectorySnapshot directory, LocationId location, LocalDate day) {
        return directory.clock(location).day(day).slots().stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("day " + day));
    }

    private static List<DayBoard.Column> columns(
            DirectorySnapshot directory, LocationId location, LocalDate day, CalendarTable.BoardRows rows) {
        var busy = rows.appointments().stream().map(CalendarRow::practitioner).collect(Collectors.toSet());
        rows.blocks().forEach(block -> busy.add(block.practitioner().value()));
        var open = directory.open(location, day, day);
        var columns = new ArrayList<DayBoard.Column>();
        for (var practitioner : directory.practitioners()) {
            var working = directory.working(practitioner.id(), location, day, day, open);
            if (working.isEmpty() && !busy.contains(practitioner.id().value())) {
                continue;
            }
            columns.add(new DayBoard.Column(
                    practitioner.id(),
                    practitioner.name(),
                    working.slots(),
                    directory.pauses(practitioner.id(), location, day),
                    directory.usualRoom(practitioner.id(), location, day)));
        }
        return columns;
    }

    /**
     * Books a client: staff anybody, within hours unless they say why not; a client themselves or whom they act for, where
     * a time is offered.
     *
     * @throws ConflictException {@code slot-taken} if the practitioner or every fitting room is taken
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST') or principal.actsFor(#command.client())")
    @Transactional
    public BookedAppointment book(BookAppointment command) {
        input.check(command);
        var actor = currentActor.require();
        boolean staff = books(actor);
        if (!staff && command.overrideReason() != null) {
            throw new AccessDeniedException("only staff may overlap");
        }
        if (!names.known(command.client())) {
            throw UnacceptableException.field("client", "unknown", "This client is not there.");
        }
        var notes = staff ? command.notes() : null;
        return directories.withLatest(directory -> {
            var wish = policy.check(
                    new BookingPolicy.Request(
                            command.service(),
                            command.practitioner(),
                            command.start(),
                            command.length(),
                            command.room(),
                            command.location(),
                            null,
                            command.overrideReason() != null,
                            !staff),
                    directory);
            var booked = bookings.place(
                    wish,
                    new Bookings.Visit(
                            command.service(), command.client(), null, null, command.overrideReason(), notes),
                    directory);
            bookings.announce(booked);
            return new BookedAppointment(row(booked), directory, staff);
        });
    }

    private static CalendarRow row(Bookings.Booked booked) {
        var place = booked.place();
        var visit = booked.visit();
        return new CalendarRow(
                booked.id().value(),
                0,
                place.location(),
                place.practitioner(),
                place.room(),
                visit.service().value(),
                visit.client().value(),
                place.start(),
                place.end(),
                VisitStatus.BOOKED,
                booked.at(),
                null,
                false,
                place.forced(),
                visit.overrideReason(),
                booked.price().minor(),
                booked.price().currency(),
                visit.notes(),
                visit.party(),
                visit.series());
    }

    /**
     * Gives an appointment another time, length, practitioner or room; a client may until the notice period begins.
     *
     * @throws NotFoundException if it is not there or not theirs
     * @throws ConflictException {@code slot-taken} or {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo move(MoveAppointment command) {
        input.check(command);
        boolean staff = books(currentActor.require());
        if (!staff && command.overrideReason() != null) {
            throw new AccessDeniedException("only staff may overlap");
        }
        var appointment = toChange(command.id());
        appointment.expect(command.version());
        var directory = directories.current();
        if (!staff) {
            checkNotice(appointment, directory);
        }
        var wish = policy.check(
                new BookingPolicy.Request(
                        new ServiceId(appointment.service()),
                        command.practitioner() == null
                                ? new PractitionerId(appointment.practitioner())
                                : command.practitioner(),
                        command.start(),
                        command.length() == null ? appointment.slot().length() : command.length(),
                        command.room(),
                        null,
                        new LocationId(appointment.location()),
                        command.overrideReason() != null,
                        !staff),
                directory);
        var place =
                places.find(wish.preferring(appointment.room()), appointment.id(), command.overrideReason() != null);
        var before = appointment.row();
        appointment.move(place, command.overrideReason());
        places.write();
        var row = appointment.row();
        if (row.version() != before.version()) {
            table.insertMove(before, row.version(), currentActor.require().displayName(), clock.instant());
        }
        audit.record(
                place.forced() ? "appointment.forced" : "appointment.moved",
                "appointment:" + command.id(),
                new ClientId(row.client()),
                command.overrideReason());
        events.publishEvent(new AppointmentMoved(command.id(), new ClientId(row.client()), row.version()));
        return names.name(row, directory, staff);
    }

    private void checkNotice(Appointment appointment, DirectorySnapshot directory) {
        var notice = notice(directory, appointment);
        if (clock.instant().isAfter(appointment.slot().start().minus(notice))) {
            var message = "Please ring the clinic to move this visit now.";
            throw new UnacceptableException(
                    "too-late", message, List.of(new FieldProblem("start", "too-late", message)));
        }
    }

    private static Duration notice(DirectorySnapshot directory, Appointment appointment) {
        return Duration.ofHours(directory
                .location(new LocationId(appointment.location()))
                .rules()
                .noticeHours());
    }

    /**
     * Cancels it; {@link #setStatus} with {@code BOOKED} takes that back while the slot is free. A client may until it
     * starts; inside the notice period it counts as late.
     *
     * @throws NotFoundException if it is not there or not theirs
     * @throws UnacceptableException {@code invalid} with field {@code status} if it has begun
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo cancel(AppointmentId id, String reason) {
        return cancel(id, CancelledBy.CLIENT, reason);
    }

    /**
     * Cancels it and says for whom that counts; what a client cancels themselves always counts for them.
     *
     * @throws NotFoundException if it is not there or not theirs
     * @throws UnacceptableException {@code invalid} with field {@code status} if it has begun
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo cancel(AppointmentId id, CancelledBy by, String reason) {
        var why = reason(reason);
        var appointment = toChange(id);
        if (!books(currentActor.require())
                && (appointment.status().started()
                        || !clock.instant().isBefore(appointment.slot().start()))) {
            throw UnacceptableException.field("status", "not-possible", "This visit has begun.");
        }
        boolean counts = by == CancelledBy.CLIENT || !books(currentActor.require());
        return change(appointment, VisitStatus.CANCELLED, why, counts);
    }

    /**
     * Marks that the client did not come, and why if that is known.
     *
     * @throws UnacceptableException {@code invalid} with field {@code status} if it should not have started yet
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public AppointmentInfo noShow(AppointmentId id, String reason) {
        return change(toChange(id), VisitStatus.NO_SHOW, reason(reason), true);
    }

    /**
     * Sets its status; the same one again changes nothing. A client may confirm.
     *
     * @throws NotFoundException if it is not there or not theirs
     * @throws UnacceptableException {@code invalid} with field {@code status} if that cannot follow, or not yet
     * @throws ConflictException {@code slot-taken} if it comes back onto a slot that has gone
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','CLIENT')")
    @Transactional
    public AppointmentInfo setStatus(AppointmentId id, VisitStatus status) {
        var appointment = toChange(id);
        if (!books(currentActor.require())
                && !(status == VisitStatus.CONFIRMED
                        && (appointment.status() == VisitStatus.BOOKED
                                || appointment.status() == VisitStatus.CONFIRMED))) {
            throw new AccessDeniedException("a client may only confirm");
        }
        return change(appointment, status, null, true);
    }

    /**
     * Takes back that these were cancelled or missed: all of them, or none.
     *
     * @throws NotFoundException if one is not there
     * @throws ConflictException {@code slot-taken} if one comes back onto a slot that has gone
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> takeBack(List<AppointmentId> ids) {
        return ids.stream().map(id -> setStatus(id, VisitStatus.BOOKED)).toList();
    }

    private AppointmentInfo change(
            Appointment appointment, VisitStatus status, @Nullable String reason, boolean counts) {
        var directory = directories.current();
        var now = clock.instant();
        var location = directory.location(new LocationId(appointment.location()));
        boolean comesBack = appointment.status().frees() && !status.frees();
        if (appointment.become(status, now, location.zone())) {
            if (status == VisitStatus.CANCELLED) {
                appointment.cancelled(reason, now, notice(directory, appointment), counts);
            } else if (status == VisitStatus.NO_SHOW) {
                appointment.missed(reason);
            }
            if (comesBack && !appointment.isForced()) {
                appointment.stand(places.find(wishOf(appointment, directory), appointment.id(), false));
            }
            places.write();
            published(appointment, reason);
        }
        return names.name(appointment.row(), directory, books(currentActor.require()));
    }

    private void published(Appointment appointment, @Nullable String reason) {
        var row = appointment.row();
        var id = new AppointmentId(row.id());
        var client = new ClientId(row.client());
        audit.record(
                "appointment.status-" + row.status().name().toLowerCase(Locale.ROOT),
                "appointment:" + id,
                client,
                reason);
        events.publishEvent(new AppointmentStatusChanged(id, client, row.status(), row.version()));
        if (row.status() == VisitStatus.COMPLETED) {
            events.publishEvent(new VisitCompleted(id, client, row.version()));
        }
    }

    /** The time that it has already, in its own room. */
    private static Wish wishOf(Appointment appointment, DirectorySnapshot directory) {
        var service = directory.service(new ServiceId(appointment.service()));
        var room = appointment.room();
        return new Wish(
                appointment.location(),
                appointment.practitioner(),
                room == null ? List.of() : List.of(directory.room(new RoomId(room))),
                appointment.slot().start(),
                appointment.slot().length(),
                service.bufferBefore(),
                service.bufferAfter());
    }

    private Appointment toChange(AppointmentId id) {
        var actor = currentActor.require();
        return appointments
                .findToChange(id.value())
                .filter(found -> books(actor) || actor.actsFor(new ClientId(found.client())))
                .orElseThrow(() -> new NotFoundException("appointment " + id));
    }

    private static boolean books(Actor actor) {
        return actor.has(Role.DESK) || actor.has(Role.THERAPIST);
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw UnacceptableException.field("reason", "required", "Please give a reason, in up to 500 characters.");
        }
        return reason.strip();
    }

    /** @throws NotFoundException if it is not there or not theirs */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public AppointmentInfo appointment(AppointmentId id) {
        var actor = currentActor.require();
        return table.find(id.value())
                .filter(row -> actor.isStaff() || actor.actsFor(new ClientId(row.client())))
                .map(row -> names.name(row, directories.current(), actor.isStaff()))
                .orElseThrow(() -> new NotFoundException("appointment " + id));
    }

    /** Those that match; a client gets only those of the people they act for. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER','CLIENT')")
    @Transactional(readOnly = true)
    public AppointmentPage appointments(AppointmentFilter filter) {
        input.check(filter);
        var actor = currentActor.require();
        var wanted = filter.client();
        if (wanted != null && !actor.isStaff() && !actor.actsFor(wanted)) {
            throw new AccessDeniedException("not theirs");
        }
        List<UUID> clients = null;
        if (wanted != null) {
            clients = List.of(wanted.value());
        } else if (!actor.isStaff()) {
            clients = actor.clients().stream().map(ClientId::value).toList();
        }
        var rows = table.list(filter, clients);
        return new AppointmentPage(
                names.name(rows.items(), directories.current(), actor.isStaff()),
                filter.page(),
                filter.size(),
                rows.total());
    }

    /** Where it stood before it was moved, the latest first. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<PastPlace> history(AppointmentId id) {
        var directory = directories.current();
        return table.moves(id.value()).stream()
                .map(move -> new PastPlace(
                        move.at(),
                        move.by(),
                        new TimeSlot(move.start(), move.end()),
                        directory
                                .practitioner(new PractitionerId(move.practitioner()))
                                .name(),
                        move.room() == null
                                ? null
                                : directory.room(new RoomId(move.room())).name()))
                .toList();
    }

    /** How the client kept their appointments of the last year: what a clinic's policy asks about. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public ClientAttendance attendance(ClientId client) {
        var now = clock.instant();
        return table.attendance(client.value(), now.minus(YEAR), now.plus(YEAR));
    }

    /** Why the client's appointments of the last year were cancelled or missed, the most frequent reason first. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<ReasonCount> reasons(ClientId client) {
        var now = clock.instant();
        return table.reasons(client.value(), now.minus(YEAR), now.plus(YEAR));
    }

    /** What the client had last, for booking them again. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER') or principal.actsFor(#client)")
    @Transactional(readOnly = true)
    public Optional<LastVisit> lastOf(ClientId client) {
        return table.lastOf(client.value(), clock.instant())
                .map(row -> new LastVisit(
                        new ServiceId(row.service()),
                        new PractitionerId(row.practitioner()),
                        new LocationId(row.location()),
                        new TimeSlot(row.start(), row.end())));
    }

    /**
     * Takes a practitioner's time for something else. Gives its id.
     *
     * @throws ConflictException {@code slot-taken}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public UUID block(BlockTime command) {
        input.check(command);
        var directory = directories.current();
        if (directory.findLocation(command.location()) == null) {
            throw UnacceptableException.field("location", "unknown", "This location is not there.");
        }
        if (directory.findPractitioner(command.practitioner()) == null) {
            throw UnacceptableException.field("practitioner", "unknown", "This therapist is not there.");
        }
        if (command.slot().length().compareTo(Duration.ofHours(24)) > 0) {
            throw UnacceptableException.field("slot", "range", "At most a day can be blocked at once.");
        }
        var wish = new Wish(
                command.location().value(),
                command.practitioner().value(),
                List.of(),
                command.slot().start(),
                command.slot().length(),
                0,
                0);
        var id = Ids.next();
        places.block(
                wish,
                id,
                command.label().strip(),
                currentActor.require().userId().value());
        audit.record("calendar.blocked", "calendar-entry:" + id, null, null);
        events.publishEvent(new CalendarChanged());
        return id;
    }

    /**
     * Gives blocked time back.
     *
     * @throws NotFoundException if it is not there
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public void unblock(UUID block) {
        if (!table.deleteBlock(block)) {
            throw new NotFoundException("block " + block);
        }
        audit.record("calendar.unblocked", "calendar-entry:" + block, null, null);
        events.publishEvent(new CalendarChanged());
    }
}
