package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.UnacceptableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits of several clients at once: one booking that stands, moves and goes as one. */
@Service
public class Parties {

    private final CalendarTable table;
    private final Calendar calendar;
    private final Places places;
    private final Bookings bookings;
    private final BookingPolicy policy;
    private final DirectoryReader directories;
    private final AppointmentNames names;
    private final InputCheck input;

    Parties(
            CalendarTable table,
            Calendar calendar,
            Places places,
            Bookings bookings,
            BookingPolicy policy,
            DirectoryReader directories,
            AppointmentNames names,
            InputCheck input) {
        this.table = table;
        this.calendar = calendar;
        this.places = places;
        this.bookings = bookings;
        this.policy = policy;
        this.directories = directories;
        this.names = names;
        this.input = input;
    }

    /**
     * Books them all, in one room, or none.
     *
     * @throws ConflictException {@code slot-taken} if a therapist or every fitting room is taken
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> book(BookParty command) {
        input.check(command);
        check(command);
        var directory = directories.current();
        var wishes = command.members().stream()
                .map(member -> policy.check(
                        new BookingPolicy.Request(
                                member.service(),
                                member.practitioner(),
                                command.start(),
                                null,
                                command.room(),
                                command.location(),
                                null,
                                false,
                                false),
                        directory))
                .toList();
        var rooms = shared(wishes, command.members().size());
        places.queue(
                wishes.stream().map(Wish::practitioner).toList(),
                rooms.stream().map(room -> room.id().value()).toList());
        var party = Ids.next();
        var taken = wishes.stream().allMatch(wish -> wish.rooms().isEmpty())
                ? take(command, wishes, null, party, directory)
                : rooms.stream()
                        .map(room -> take(command, wishes, room, party, directory))
                        .filter(ids -> !ids.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        if (taken.isEmpty()) {
            throw Places.taken();
        }
        taken.forEach(bookings::announce);
        return names.name(
                table.find(taken.stream().map(each -> each.id().value()).toList()), directory, true);
    }

    private void check(BookParty command) {
        var clients = command.members().stream().map(BookParty.Member::client).collect(Collectors.toSet());
        var therapists =
                command.members().stream().map(BookParty.Member::practitioner).collect(Collectors.toSet());
        if (clients.size() < command.members().size()) {
            throw UnacceptableException.field("members", "same-client", "Each client can come only once.");
        }
        if (therapists.size() < command.members().size()) {
            throw UnacceptableException.field(
                    "members", "same-practitioner", "Each of them needs a therapist of their own.");
        }
        for (var client : clients) {
            if (!names.known(client)) {
                throw UnacceptableException.field("client", "unknown", "This client is not there.");
            }
        }
    }

    /** The rooms that suit every one of them and are wide enough, narrow ones first. */
    private static List<RoomInfo> shared(List<Wish> wishes, int size) {
        if (wishes.stream().allMatch(wish -> wish.rooms().isEmpty())) {
            return List.of();
        }
        var rooms = wishes.getFirst().rooms().stream()
                .filter(room -> room.lanes() >= size)
                .filter(room -> wishes.stream()
                        .allMatch(wish -> wish.roomIds().contains(room.id().value())))
                .sorted(Comparator.comparing(RoomInfo::lanes).thenComparing(RoomInfo::name))
                .toList();
        if (rooms.isEmpty()) {
            throw UnacceptableException.field(
                    "room", "too-narrow", "There is no room that suits them all and is wide enough.");
        }
        return rooms;
    }

    /** Puts each into the room; if one finds no place there, all leave it again. */
    private List<Bookings.Booked> take(
            BookParty command, List<Wish> wishes, @Nullable RoomInfo room, UUID party, DirectorySnapshot directory) {
        var taken = new ArrayList<Bookings.Booked>();
        for (int index = 0; index < wishes.size(); index++) {
            var member = command.members().get(index);
            var wish = wishes.get(index);
            try {
                taken.add(bookings.place(
                        room == null ? wish : wish.in(room),
                        new Bookings.Visit(member.service(), member.client(), party, null, null, command.notes()),
                        directory));
            } catch (DirectoryReader.Outdated e) {
                throw e;
            } catch (ConflictException e) {
                taken.forEach(each -> table.delete(each.id().value()));
                return List.of();
            }
        }
        return taken;
    }

    /** All who come with this one, this one included. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<AppointmentInfo> of(AppointmentId id) {
        return names.name(rows(id), directories.current(), true);
    }

    private List<CalendarRow> rows(AppointmentId id) {
        var one = table.find(id.value()).orElseThrow(() -> new NotFoundException("appointment " + id));
        return one.party() == null ? List.of(one) : table.together("party_id", one.party(), Instant.EPOCH);
    }

    /** The same, in whatever room suits, their own if it does. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> move(AppointmentId id, long version, Instant start) {
        return move(id, version, start, null);
    }

    /**
     * Moves all who come with this one to another time, each with their therapist, all in one room again.
     *
     * @param version of this one when it was looked at
     * @param wanted the room; null for whatever suits, their own if it does
     * @throws ConflictException {@code slot-taken} or {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> move(AppointmentId id, long version, Instant start, @Nullable RoomId wanted) {
        var rows = rows(id);
        if (rows.stream().anyMatch(row -> row.id().equals(id.value()) && row.version() != version)) {
            throw new ConflictException("stale-version", "Somebody has changed this appointment meanwhile.");
        }
        var directory = directories.current();
        var room = room(rows, start, wanted, directory);
        return rows.stream()
                .map(row -> calendar.move(new MoveAppointment(
                        new AppointmentId(row.id()),
                        row.version(),
                        start,
                        Duration.between(row.start(), row.end()),
                        null,
                        room,
                        null)))
                .toList();
    }

    private @Nullable RoomId room(
            List<CalendarRow> rows, Instant start, @Nullable RoomId wanted, DirectorySnapshot directory) {
        var themselves = rows.stream().map(CalendarRow::id).collect(Collectors.toSet());
        var wishes = rows.stream()
                .map(row -> policy.check(
                        new BookingPolicy.Request(
                                new ServiceId(row.service()),
                                new PractitionerId(row.practitioner()),
                                start,
                                Duration.between(row.start(), row.end()),
                                wanted,
                                new LocationId(row.location()),
                                null,
                                false,
                                false),
                        directory))
                .toList();
        var own = rows.getFirst().room();
        var rooms = shared(wishes, rows.size()).stream()
                .sorted(Comparator.comparing(each -> !each.id().value().equals(own)))
                .toList();
        if (rooms.isEmpty()) {
            return null;
        }
        return rooms.stream()
                .filter(each -> fits(wishes, each, themselves))
                .findFirst()
                .map(RoomInfo::id)
                .orElseThrow(Places::taken);
    }

    private boolean fits(List<Wish> wishes, RoomInfo room, Set<UUID> themselves) {
        return wishes.stream().allMatch(wish -> places.freeLanes(wish.in(room), themselves) >= wishes.size());
    }

    /**
     * Cancels all who come with this one.
     *
     * @throws NotFoundException if it is not there
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> cancel(AppointmentId id, CancelledBy by, String reason) {
        return rows(id).stream()
                .map(row -> calendar.cancel(new AppointmentId(row.id()), by, reason))
                .toList();
    }
}
