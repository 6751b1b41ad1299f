package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole directory as it stood at one revision, with the questions about hours that only need it. What it has
 * worked out once it remembers; otherwise it never changes.
 */
final class DirectorySnapshot {

    private final long revision;
    private final Map<LocationId, LocationInfo> locations;
    private final Map<RoomId, RoomInfo> rooms;
    private final Map<ServiceId, ServiceInfo> services;
    private final Map<PractitionerId, PractitionerInfo> practitioners;
    private final Map<PractitionerId, List<OwnDay>> ownDays;
    private final Map<PractitionerId, List<Away>> away;
    private final Map<LocationId, List<Closed>> closures;
    private final Map<LocationId, WallClock> clocks;
    private final List<LocationInfo> openLocations;
    private final Map<LocationId, List<RoomInfo>> roomsInUse;
    private final List<ServiceInfo> offeredServices;
    private final List<PractitionerInfo> activePractitioners;
    private final Map<LocationId, List<PractitionerInfo>> practitionersAt;
    private final Map<Suited, List<RoomInfo>> suited = new ConcurrentHashMap<>();

    private record Suited(ServiceId service, LocationId location, PractitionerId practitioner) {}

    /** A date's own hours, instead of the week's. */
    record OwnDay(PractitionerId practitioner, LocationId location, LocalDate day, LocalTime from, LocalTime to) {}

    record Away(PractitionerId practitioner, Instant from, Instant to, String label) {}

    /** By the location's clock. */
    record Closed(LocationId location, LocalDateTime from, LocalDateTime to, String label) {}

    DirectorySnapshot(
            long revision,
            List<LocationInfo> locations,
            List<RoomInfo> rooms,
            List<ServiceInfo> services,
            List<PractitionerInfo> practitioners,
            List<OwnDay> ownDays,
            List<Away> away,
            List<Closed> closures) {
        this.revision = revision;
        this.locations = locations.stream().collect(Collectors.toUnmodifiableMap(LocationInfo::id, each -> each));
        this.rooms = rooms.stream().collect(Collectors.toUnmodifiableMap(RoomInfo::id, each -> each));
        this.services = services.stream().collect(Collectors.toUnmodifiableMap(ServiceInfo::id, each -> each));
        this.practitioners =
                practitioners.stream().collect(Collectors.toUnmodifiableMap(PractitionerInfo::id, each -> each));
        this.ownDays = ownDays.stream().collect(Collectors.groupingBy(OwnDay::practitioner));
        this.away = away.stream().collect(Collectors.groupingBy(Away::practitioner));
        this.closures = closures.stream().collect(Collectors.groupingBy(Closed::location));
        this.clocks = locations.stream()
                .collect(Collectors.toUnmodifiableMap(LocationInfo::id, each -> new WallClock(each.zone())));
        // Sorted once, as a snapshot is asked thousands of times and never changes.
        openLocations = locations.stream()
                .filter(LocationInfo::active)
                .sorted(Comparator.comparing(LocationInfo::name))
                .toList();
        roomsInUse = rooms.stream()
                .filter(RoomInfo::active)
                .sorted(Comparator.comparing(RoomInfo::name))
                .collect(Collectors.groupingBy(RoomInfo::location));
        offeredServices = services.stream()
                .filter(ServiceInfo::active)
                .sorted(Comparator.comparing(ServiceInfo::name).thenComparing(ServiceInfo::minutes))
                .toList();
        activePractitioners = practitioners.stream()
                .filter(PractitionerInfo::active)
                .sorted(Comparator.comparing(PractitionerInfo::name))
                .toList();
        practitionersAt = locations.stream()
                .collect(Collectors.toUnmodifiableMap(
                        LocationInfo::id,
                        each -> activePractitioners.stream()
                                .filter(practitioner -> practitioner.worksAt(each.id())
                                        || !ownDays(practitioner.id(), each.id())
                                                .isEmpty())
                                .toList()));
    }

    long revision() {
        return revision;
    }

    WholeDirectory whole() {
        return new WholeDirectory(
                locations.values().stream()
                        .sorted(Comparator.comparing(LocationInfo::name))
                        .toList(),
                rooms.values().stream()
                        .sorted(Comparator.comparing(RoomInfo::name))
                        .toList(),
                services.values().stream()
                        .sorted(Comparator.comparing(ServiceInfo::name).thenComparing(ServiceInfo::minutes))
                        .toList(),
                practitioners.values().stream()
                        .sorted(Comparator.comparing(PractitionerInfo::name))
                        .toList());
    }

    /** Those that are open, by name. */
    List<LocationInfo> locations() {
        return openLocations;
    }

    /** Those in use at the location, by name. */
    List<RoomInfo> rooms(LocationId location) {
        return Collections.unmodifiableList(roomsInUse.getOrDefault(location, List.of()));
    }

    /** Those that are offered, by name and length. */
    List<ServiceInfo> services() {
        return offeredServices;
    }

    /** Those who work here, by name. */
    List<PractitionerInfo> practitioners() {
        return activePractitioners;
    }

    @Nullable
    LocationInfo findLocation(LocationId id) {
        return locations.get(id);
    }

    @Nullable
    RoomInfo findRoom(RoomId id) {
        return rooms.get(id);
    }

    @Nullable
    ServiceInfo findService(ServiceId id) {
        return services.get(id);
    }

    @Nullable
    PractitionerInfo findPractitioner(PractitionerId id) {
        return practitioners.get(id);
    }

    LocationInfo location(LocationId id) {
        return there(locations.get(id), "location", id);
    }

    RoomInfo room(RoomId id) {
        return there(rooms.get(id), "room", id);
    }

    ServiceInfo service(ServiceId id) {
        return there(services.get(id), "service", id);
    }

    PractitionerInfo practitioner(PractitionerId id) {
        return there(practitioners.get(id), "practitioner", id);
    }

    private static <T> T there(@Nullable T found, String kind, Object id) {
        if (found == null) {
            throw new NotFoundException(kind + " " + id);
        }
        return found;
    }

    WallClock clock(LocationId location) {
        return there(clocks.get(location), "location", location);
    }

    /** When the location is open from the first to the last day, closures taken out. */
    Spans open(LocationId location, LocalDate first, LocalDate last) {
        var clock = clock(location);
        var open = new Spans.Builder(16);
        var hours = location(location).hours();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (var span : hours) {
                if (span.day() == day.getDayOfWeek()) {
                    add(open, clock.between(day, span.from(), span.to()));
                }
            }
        }
        var closed = new Spans.Builder(4);
        for (var closure : closures.getOrDefault(location, List.of())) {
            if (closure.from().toLocalDate().isAfter(last)
                    || closure.to().toLocalDate().isBefore(first)) {
                continue;
            }
            add(closed, clock.between(closure.from(), closure.to()));
        }
        return open.build().minus(closed.build());
    }

    /** Why the location is closed for some of that day, if it is. */
    @Nullable
    String closed(LocationId location, LocalDate day) {
        return closures.getOrDefault(location, List.of()).stream()
                .filter(closure -> closure.from().isBefore(day.plusDays(1).atStartOfDay())
                        && closure.to().isAfter(day.atStartOfDay()))
                .map(Closed::label)
                .distinct()
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse(null);
    }

    /**
     * When the practitioner can treat at the location: their hours while it is open, breaks, closures and absences taken
     * out.
     */
    Spans working(PractitionerId id, LocationId location, LocalDate first, LocalDate last) {
        return working(id, location, first, last, open(location, first, last));
    }

    /** @param open what {@link #open} gives for the same days, which is the same for all practitioners */
    Spans working(PractitionerId id, LocationId location, LocalDate first, LocalDate last, Spans open) {
        var practitioner = practitioner(id);
        var clock = clock(location);
        var hours = new Spans.Builder(16);
        var breaks = new Spans.Builder(16);
        var own = ownDays(id, location);
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean ownHours = false;
            for (var span : own) {
                if (span.day().equals(day)) {
                    add(hours, clock.between(day, span.from(), span.to()));
                    ownHours = true;
                }
            }
            if (!ownHours) {
                for (var span : practitioner.hours()) {
                    if (span.day() == day.getDayOfWeek() && span.location().equals(location)) {
                        add(hours, clock.between(day, span.from(), span.to()));
                    }
                }
            }
            for (var pause : practitioner.breaks()) {
                if (pause.day() == day.getDayOfWeek() && pause.location().equals(location)) {
                    add(breaks, clock.between(day, pause.from(), pause.to()));
                }
            }
        }
        for (var absence : away.getOrDefault(id, List.of())) {
            breaks.add(Spans.floorMinute(absence.from()), Spans.ceilMinute(absence.to()));
        }
        return hours.build().and(open).minus(breaks.build());
    }

    /** The breaks and absences of that day that cut into working hours, by start. */
    List<DayBoard.Pause> pauses(PractitionerId id, LocationId location, LocalDate day) {
        var clock = clock(location);
        var whole = clock.day(day);
        var pauses = new ArrayList<DayBoard.Pause>();
        for (var pause : practitioner(id).breaks()) {
            if (pause.day() == day.getDayOfWeek() && pause.location().equals(location)) {
                for (var slot : clock.between(day, pause.from(), pause.to()).slots()) {
                    pauses.add(new DayBoard.Pause(slot, pause.label()));
                }
            }
        }
        for (var absence : away.getOrDefault(id, List.of())) {
            var slots = Spans.of(Spans.floorMinute(absence.from()), Spans.ceilMinute(absence.to()))
                    .and(whole)
                    .slots();
            slots.forEach(slot -> pauses.add(new DayBoard.Pause(slot, absence.label())));
        }
        pauses.sort(Comparator.comparing(pause -> pause.slot().start()));
        return pauses;
    }

    /** Who works at the location now and then, by name. */
    List<PractitionerInfo> practitioners(LocationId location) {
        return practitionersAt.getOrDefault(location, List.of());
    }

    private List<OwnDay> ownDays(PractitionerId practitioner, LocationId location) {
        return ownDays.getOrDefault(practitioner, List.of()).stream()
                .filter(day -> day.location().equals(location))
                .toList();
    }

    /** The room that the practitioner is given first on that day of the week. */
    @Nullable
    RoomId usualRoom(PractitionerId practitioner, LocationId location, LocalDate day) {
        return practitioner(practitioner).hours().stream()
                .filter(span ->
                        span.day() == day.getDayOfWeek() && span.location().equals(location))
                .map(WorkingSpan::usualRoom)
                .filter(room -> room != null)
                .findFirst()
                .orElse(null);
    }

    /** Where the service can be given at the location: the practitioner's usual rooms first, then narrow ones before wide ones. */
    List<RoomInfo> rooms(ServiceInfo service, LocationId location, PractitionerId practitioner) {
        return suited.computeIfAbsent(
                new Suited(service.id(), location, practitioner), key -> suited(service, location, practitioner));
    }

    private List<RoomInfo> suited(ServiceInfo service, LocationId location, PractitionerId practitioner) {
        Set<@Nullable RoomId> usual = practitioner(practitioner).hours().stream()
                .map(WorkingSpan::usualRoom)
                .collect(Collectors.toSet());
        return rooms(location).stream()
                .filter(room -> service.rooms().contains(room.id()))
                .sorted(Comparator.comparing((RoomInfo room) -> !usual.contains(room.id()))
                        .thenComparing(RoomInfo::lanes)
                        .thenComparing(RoomInfo::name))
                .toList();
    }

    private static void add(Spans.Builder builder, Spans spans) {
        for (int index = 0; index < spans.size(); index++) {
            builder.add(spans.from(index), spans.to(index));
        }
    }
}
