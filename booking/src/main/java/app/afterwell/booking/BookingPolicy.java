package app.afterwell.booking;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.UnacceptableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a time may be asked for at all; whether it is free, the calendar says. */
@Component
class BookingPolicy {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final CalendarTable table;
    private final Clock clock;

    BookingPolicy(CalendarTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** What is wrong with a visit of that length; it takes between five minutes and twelve hours. */
    static Optional<FieldProblem> outOfRange(Duration length) {
        return length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0
                ? Optional.of(
                        new FieldProblem("length", "range", "A visit takes between five minutes and twelve hours."))
                : Optional.empty();
    }

    /**
     * What somebody asks for.
     *
     * @param length null for the service's own
     * @param room null for any
     * @param location null for where the practitioner works then
     * @param stays the location to be tried first, if none is named
     * @param deliberate whether staff go outside the hours or into the past on purpose
     * @param self whether a client asks for themselves
     */
    record Request(
            ServiceId service,
            PractitionerId practitioner,
            Instant start,
            @Nullable Duration length,
            @Nullable RoomId room,
            @Nullable LocationId location,
            @Nullable LocationId stays,
            boolean deliberate,
            boolean self) {}

    /** @throws UnacceptableException naming each field that is wrong */
    Wish check(Request request, DirectorySnapshot directory) {
        var problems = new ArrayList<FieldProblem>();
        var service = directory.findService(request.service());
        if (service == null || !service.active()) {
            problems.add(new FieldProblem("service", "unknown", "The clinic does not offer this service."));
        }
        var practitioner = directory.findPractitioner(request.practitioner());
        if (practitioner == null || !practitioner.active()) {
            problems.add(new FieldProblem("practitioner", "unknown", "This therapist is not there."));
        }
        var length = length(request, service);
        outOfRange(length).ifPresent(problems::add);
        if (service == null || practitioner == null || !problems.isEmpty()) {
            throw refused(problems);
        }
        if (!service.practitioners().contains(practitioner.id())) {
            problems.add(new FieldProblem(
                    "practitioner", "not-offered", practitioner.name() + " does not give " + service.name() + "."));
        }
        var start = request.start().truncatedTo(ChronoUnit.MINUTES);
        var end = start.plus(length);
        var location = location(request, directory, practitioner, start, end, problems);
        if (location == null) {
            throw refused(problems);
        }
        checkTime(request, directory, practitioner, location, start, end, problems);
        if (request.self()) {
            checkSelf(request, directory, service, practitioner, location, start, problems);
        }
        var rooms = rooms(request, directory, service, practitioner, location, problems);
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return new Wish(
                location.id().value(),
                practitioner.id().value(),
                rooms,
                start,
                length,
                service.bufferBefore(),
                service.bufferAfter());
    }

    private static Duration length(Request request, @Nullable ServiceInfo service) {
        if (request.length() != null) {
            return request.length().truncatedTo(ChronoUnit.MINUTES);
        }
        return service == null ? SHORTEST : service.length();
    }

    private void checkTime(
            Request request,
            DirectorySnapshot directory,
            PractitionerInfo practitioner,
            LocationInfo location,
            Instant start,
            Instant end,
            List<FieldProblem> problems) {
        if (request.deliberate()) {
            return;
        }
        if (start.isBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES))) {
            problems.add(new FieldProblem("start", "past", "That time has passed."));
        } else if (!works(directory, practitioner, location.id(), start, end)) {
            problems.add(new FieldProblem(
                    "start", "outside-hours", practitioner.name() + " does not work at " + location.name() + " then."));
        }
    }

    private void checkSelf(
            Request request,
            DirectorySnapshot directory,
            ServiceInfo service,
            PractitionerInfo practitioner,
            LocationInfo location,
            Instant start,
            List<FieldProblem> problems) {
        if (!service.onlineBookable()) {
            problems.add(new FieldProblem("service", "not-online", "Please ring the clinic to book this."));
        }
        if (request.length() != null && !request.length().equals(service.length())) {
            problems.add(new FieldProblem("length", "fixed", "This service has a fixed length."));
        }
        var now = clock.instant();
        var wallClock = directory.clock(location.id());
        long minute = Spans.floorMinute(start);
        if (start.isBefore(now.plus(Duration.ofMinutes(location.rules().leadMinutes())))) {
            problems.add(new FieldProblem("start", "too-soon", "Please ring the clinic to come that soon."));
        } else if (start.isAfter(now.plus(Duration.ofDays(location.rules().horizonDays())))) {
            problems.add(new FieldProblem("start", "too-far", "That day cannot be booked yet."));
        } else if (wallClock.onGrid(minute, location.rules().stepMinutes()) != minute) {
            problems.add(new FieldProblem("start", "not-offered", "Visits do not start at that minute."));
        }
        var limit = practitioner.dailyLimit();
        if (limit != null) {
            var day = wallClock.day(wallClock.dayOf(minute));
            int booked = table.countOf(practitioner.id().value(), Spans.instant(day.from(0)), Spans.instant(day.to(0)));
            if (booked >= limit) {
                problems.add(new FieldProblem("start", "full", practitioner.name() + " has no more room that day."));
            }
        }
    }

    private static @Nullable LocationInfo location(
            Request request,
            DirectorySnapshot directory,
            PractitionerInfo practitioner,
            Instant start,
            Instant end,
            List<FieldProblem> problems) {
        if (request.location() != null) {
            var named = directory.findLocation(request.location());
            if (named == null || !named.active()) {
                problems.add(new FieldProblem("location", "unknown", "This location is not there."));
                return null;
            }
            return named;
        }
        if (request.room() != null) {
            var room = directory.findRoom(request.room());
            return room == null ? unknownRoom(problems) : directory.location(room.location());
        }
        Collection<LocationId> candidates = new LinkedHashSet<>();
        if (request.stays() != null) {
            candidates.add(request.stays());
        }
        for (var open : directory.locations()) {
            if (practitioner.worksAt(open.id())) {
                candidates.add(open.id());
            }
        }
        if (candidates.size() == 1) {
            return directory.location(candidates.iterator().next());
        }
        var best = candidates.stream()
                .filter(id -> works(directory, practitioner, id, start, end))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(id -> !hours(directory, practitioner, id, start).isEmpty())
                        .findFirst())
                .or(() -> candidates.stream().findFirst());
        if (best.isEmpty()) {
            problems.add(new FieldProblem("practitioner", "no-hours", practitioner.name() + " has no hours yet."));
        }
        return best.map(directory::location).orElse(null);
    }

    private static @Nullable LocationInfo unknownRoom(List<FieldProblem> problems) {
        problems.add(new FieldProblem("room", "unknown", "This room is not there."));
        return null;
    }

    private static boolean works(
            DirectorySnapshot directory,
            PractitionerInfo practitioner,
            LocationId location,
            Instant start,
            Instant end) {
        var clock = directory.clock(location);
        long from = Spans.floorMinute(start);
        long to = Spans.ceilMinute(end);
        return directory
                .working(practitioner.id(), location, clock.dayOf(from), clock.dayOf(to - 1))
                .covers(from, to);
    }

    private static Spans hours(
            DirectorySnapshot directory, PractitionerInfo practitioner, LocationId location, Instant start) {
        LocalDate day = directory.clock(location).dayOf(Spans.floorMinute(start));
        return directory.working(practitioner.id(), location, day, day);
    }

    private static List<RoomInfo> rooms(
            Request request,
            DirectorySnapshot directory,
            ServiceInfo service,
            PractitionerInfo practitioner,
            LocationInfo location,
            List<FieldProblem> problems) {
        if (request.room() != null) {
            var room = directory.findRoom(request.room());
            if (room == null || !room.active() || !room.location().equals(location.id())) {
                problems.add(new FieldProblem("room", "unknown", "This room is not there."));
                return List.of();
            }
            if (!service.rooms().isEmpty() && !service.rooms().contains(room.id()) && !request.deliberate()) {
                problems.add(new FieldProblem("room", "not-suited", service.name() + " is not given in this room."));
            }
            return List.of(room);
        }
        var rooms = directory.rooms(service, location.id(), practitioner.id());
        if (rooms.isEmpty() && !service.rooms().isEmpty()) {
            problems.add(new FieldProblem(
                    "service", "no-room", service.name() + " is not given at " + location.name() + "."));
        }
        return rooms;
    }

    private static UnacceptableException refused(List<FieldProblem> problems) {
        return new UnacceptableException("invalid", problems.getFirst().message(), problems);
    }
}
