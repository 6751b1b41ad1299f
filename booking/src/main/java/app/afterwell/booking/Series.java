package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appointments that return. A plan shows every time with what stands in its way and what is free instead; only then is
 * it written, all of it or nothing. Each appointment of a series can be changed alone like any other.
 */
@Service
public class Series {

    private static final int MOST = 104;
    private static final int ALTERNATIVES = 4;
    private static final int DAYS_AROUND = 3;

    private final CalendarTable table;
    private final Calendar calendar;
    private final Places places;
    private final Bookings bookings;
    private final BookingPolicy policy;
    private final DirectoryReader directories;
    private final AppointmentNames names;
    private final InputCheck input;
    private final CurrentActor currentActor;
    private final Clock clock;

    Series(
            CalendarTable table,
            Calendar calendar,
            Places places,
            Bookings bookings,
            BookingPolicy policy,
            DirectoryReader directories,
            AppointmentNames names,
            InputCheck input,
            CurrentActor currentActor,
            Clock clock) {
        this.table = table;
        this.calendar = calendar;
        this.places = places;
        this.bookings = bookings;
        this.policy = policy;
        this.directories = directories;
        this.names = names;
        this.input = input;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Shows every time of a series before anything is written.
     *
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional(readOnly = true)
    public SeriesPlan plan(PlanSeries wish) {
        input.check(wish);
        if ((wish.until() == null) == (wish.count() == null)) {
            throw UnacceptableException.field("count", "required", "Say how many times, or until when.");
        }
        var directory = directories.current();
        var zone = directory.location(wish.location()).zone();
        var times = new ArrayList<SeriesPlan.Time>();
        for (int index = 0; index < MOST; index++) {
            var wall = wish.first().plusWeeks((long) index * wish.everyWeeks());
            boolean over = wish.count() != null
                    ? index >= wish.count()
                    : wish.until() != null && wall.toLocalDate().isAfter(wish.until());
            if (over) {
                break;
            }
            times.add(time(wish, wall.atZone(zone).toInstant(), directory));
        }
        if (times.isEmpty()) {
            throw UnacceptableException.field("until", "before-from", "The last day is before the first time.");
        }
        return new SeriesPlan(zone, times);
    }

    private SeriesPlan.Time time(PlanSeries wish, Instant start, DirectorySnapshot directory) {
        var length = wish.length() == null ? directory.service(wish.service()).length() : wish.length();
        var problem = problem(
                request(wish.service(), wish.practitioner(), start, length, wish.room(), wish.location()),
                Set.of(),
                directory);
        return new SeriesPlan.Time(
                null,
                0,
                wish.practitioner(),
                TimeSlot.of(start, length),
                problem,
                problem == null
                        ? List.of()
                        : around(wish.service(), wish.practitioner(), wish.location(), start, length, directory));
    }

    /** Why it cannot be then, in words; null if it can. */
    private @Nullable String problem(BookingPolicy.Request request, Set<UUID> themselves, DirectorySnapshot directory) {
        try {
            return places.isFree(policy.check(request, directory), themselves) ? null : "This time is taken.";
        } catch (UnacceptableException e) {
            return e.problems().isEmpty()
                    ? String.valueOf(e.getMessage())
                    : e.problems().getFirst().message();
        }
    }

    private static BookingPolicy.Request request(
            ServiceId service,
            PractitionerId practitioner,
            Instant start,
            Duration length,
            @Nullable RoomId room,
            LocationId location) {
        return new BookingPolicy.Request(service, practitioner, start, length, room, location, null, false, false);
    }

    /** The free times nearest to the one that is wanted: that therapist's of the days around, then anybody's that day. */
    private List<FreeSlot> around(
            ServiceId service,
            PractitionerId practitioner,
            LocationId location,
            Instant wanted,
            Duration length,
            DirectorySnapshot directory) {
        var place = directory.location(location);
        var day = wanted.atZone(place.zone()).toLocalDate();
        var theirs = search(
                directory,
                place,
                new FindSlots(
                        service,
                        day.minusDays(DAYS_AROUND),
                        day.plusDays(DAYS_AROUND),
                        practitioner,
                        location,
                        length));
        var others = search(directory, place, new FindSlots(service, day, day, null, location, length)).stream()
                .filter(slot -> !slot.practitioner().equals(practitioner))
                .toList();
        return Stream.concat(nearest(theirs, wanted, ALTERNATIVES - 1), nearest(others, wanted, ALTERNATIVES))
                .limit(ALTERNATIVES)
                .toList();
    }

    private static Stream<FreeSlot> nearest(List<FreeSlot> free, Instant wanted, int most) {
        return free.stream()
                .sorted(Comparator.comparing(
                        slot -> Duration.between(wanted, slot.slot().start()).abs()))
                .limit(most);
    }

    private List<FreeSlot> search(DirectorySnapshot directory, LocationInfo place, FindSlots search) {
        var now = clock.instant();
        return new LocationSearch(
                        directory,
                        place,
                        directory.service(search.service()),
                        search,
                        Spans.of(Spans.floorMinute(now), Long.MAX_VALUE / 2))
                .run(table, now);
    }

    /**
     * Books all of these times, or none.
     *
     * @throws ConflictException {@code slot-taken}, naming the day
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> book(BookSeries command) {
        input.check(command);
        if (!names.known(command.client())) {
            throw UnacceptableException.field("client", "unknown", "This client is not there.");
        }
        var directory = directories.current();
        var zone = directory.location(command.location()).zone();
        var now = clock.instant();
        var by = currentActor.require().userId().value();
        var series = Ids.next();
        table.insertSeries(series, command.client().value(), command.everyWeeks(), by, now);
        if (command.joins() != null) {
            table.joinSeries(command.joins().value(), command.client().value(), series);
        }
        var ids = new ArrayList<UUID>();
        // By time: two series that want the same times then wait for one another in the same order.
        for (var time : command.times().stream()
                .sorted(Comparator.comparing(BookSeries.Time::start))
                .toList()) {
            ids.add(take(command, time, series, directory, zone).value());
        }
        var byId = table.find(ids).stream()
                .sorted(Comparator.comparing(CalendarRow::start))
                .toList();
        return names.name(byId, directory, true);
    }

    private AppointmentId take(
            BookSeries command, BookSeries.Time time, UUID series, DirectorySnapshot directory, ZoneId zone) {
        var length =
                command.length() == null ? directory.service(command.service()).length() : command.length();
        var wish = policy.check(
                request(command.service(), time.practitioner(), time.start(), length, time.room(), command.location()),
                directory);
        try {
            var booked = bookings.place(
                    wish,
                    new Bookings.Visit(command.service(), command.client(), null, series, null, command.notes()),
                    directory);
            bookings.announce(booked);
            return booked.id();
        } catch (DirectoryReader.Outdated e) {
            throw e;
        } catch (ConflictException e) {
            throw taken(time.start(), zone, e);
        }
    }

    private static ConflictException taken(Instant start, ZoneId zone, ConflictException cause) {
        var day = start.atZone(zone).toLocalDate();
        return (ConflictException)
                new ConflictException(cause.code(), "The time on " + day + " has just been taken. Nothing was booked.")
                        .initCause(cause);
    }

    /** Those of the series that are still to come from this one on, this one included. */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<AppointmentInfo> following(AppointmentId id) {
        return names.name(followingRows(id), directories.current(), true);
    }

    private List<CalendarRow> followingRows(AppointmentId id) {
        var one = table.find(id.value()).orElseThrow(() -> new NotFoundException("appointment " + id));
        return one.series() == null ? List.of(one) : table.together("series_id", one.series(), one.start());
    }

    /**
     * Shows where this one and all that follow it would be if this one stood there: each as many days later or earlier,
     * at the same time of day.
     *
     * @param practitioner null to keep theirs
     * @throws NotFoundException if it is not there
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional(readOnly = true)
    public SeriesPlan planMove(AppointmentId id, Instant start, @Nullable PractitionerId practitioner) {
        var directory = directories.current();
        var one = table.find(id.value()).orElseThrow(() -> new NotFoundException("appointment " + id));
        var zone = directory.location(new LocationId(one.location())).zone();
        var rows = followingRows(id);
        var themselves = rows.stream().map(CalendarRow::id).collect(Collectors.toSet());
        long days = ChronoUnit.DAYS.between(
                LocalDateTime.ofInstant(one.start(), zone).toLocalDate(),
                LocalDateTime.ofInstant(start, zone).toLocalDate());
        var time = LocalDateTime.ofInstant(start, zone).toLocalTime();
        return new SeriesPlan(
                zone,
                rows.stream()
                        .map(row -> moved(
                                row,
                                LocalDateTime.ofInstant(row.start(), zone)
                                        .toLocalDate()
                                        .plusDays(days)
                                        .atTime(time)
                                        .atZone(zone)
                                        .toInstant(),
                                practitioner == null ? new PractitionerId(row.practitioner()) : practitioner,
                                themselves,
                                directory))
                        .toList());
    }

    private SeriesPlan.Time moved(
            CalendarRow row,
            Instant start,
            PractitionerId practitioner,
            Set<UUID> themselves,
            DirectorySnapshot directory) {
        var service = new ServiceId(row.service());
        var location = new LocationId(row.location());
        var length = Duration.between(row.start(), row.end());
        var problem = problem(request(service, practitioner, start, length, null, location), themselves, directory);
        return new SeriesPlan.Time(
                new AppointmentId(row.id()),
                row.version(),
                practitioner,
                TimeSlot.of(start, length),
                problem,
                problem == null ? List.of() : around(service, practitioner, location, start, length, directory));
    }

    /**
     * Moves all of these, or none.
     *
     * @throws ConflictException {@code slot-taken} or {@code stale-version}
     * @throws UnacceptableException with the fields that are wrong
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> move(List<MoveAppointment> moves) {
        if (moves.isEmpty() || moves.size() > MOST) {
            throw UnacceptableException.field("times", "size", "Between 1 and " + MOST + " can be moved at once.");
        }
        var before = table.find(moves.stream().map(each -> each.id().value()).toList()).stream()
                .collect(Collectors.toMap(CalendarRow::id, CalendarRow::start));
        // The last first if they go later, so that none stands in the way of the one behind it.
        boolean later = moves.stream().anyMatch(each -> {
            var start = before.get(each.id().value());
            return start != null && each.start().isAfter(start);
        });
        var order = Comparator.comparing(MoveAppointment::start);
        return moves.stream()
                .sorted(later ? order.reversed() : order)
                .map(calendar::move)
                .sorted(Comparator.comparing(each -> each.slot().start()))
                .toList();
    }

    /**
     * Cancels this one and all that follow it.
     *
     * @throws NotFoundException if it is not there
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST')")
    @Transactional
    public List<AppointmentInfo> cancelFollowing(AppointmentId id, CancelledBy by, String reason) {
        return followingRows(id).stream()
                .map(row -> calendar.cancel(new AppointmentId(row.id()), by, reason))
                .toList();
    }
}
