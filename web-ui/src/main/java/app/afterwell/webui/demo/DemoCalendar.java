package app.afterwell.webui.demo;

import app.afterwell.booking.ImportedAppointment;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Twelve months of appointments behind and six weeks ahead, as a growing clinic has them. */
final class DemoCalendar {

    private static final int DAYS_BEHIND = 365;
    private static final int DAYS_AHEAD = 42;

    /** Clients who are looked at for a free time; the one who has waited longest gets it. */
    private static final int CANDIDATES = 8;

    private static final List<String> CANCELLED_BECAUSE =
            List.of("Has a cold", "Work came up", "No sitter for the children", "Car trouble", "Found another day");

    /** A visit that must be there whatever chance says. */
    private record Fixed(
            DemoClient client,
            String service,
            Instant start,
            @Nullable VisitStatus status) {}

    private final Instant now;
    private final LocalDate today;
    private final DemoDirectory directory;
    private final Map<String, ServiceInfo> services;
    private final List<DemoClient> clients;
    private final Map<Integer, List<DemoClient>> rosters = new HashMap<>();
    private final Map<DemoClient, Instant> lastVisit = new HashMap<>();
    private final List<DemoVisit> visits = new ArrayList<>();

    /** @param today in Dublin */
    DemoCalendar(Instant now, LocalDate today, DemoDirectory directory, List<DemoClient> clients) {
        this.now = now;
        this.today = today;
        this.directory = directory;
        this.services = directory.servicesByCode();
        this.clients = clients;
        clients.forEach(client -> rosters.computeIfAbsent(client.therapist(), none -> new ArrayList<>())
                .add(client));
    }

    /** All visits, oldest first. */
    List<DemoVisit> all() {
        for (int offset = -DAYS_BEHIND; offset <= DAYS_AHEAD; offset++) {
            for (int therapist = 0; therapist < directory.staff().size(); therapist++) {
                var staff = directory.staff().get(therapist);
                if (staff.works(today.plusDays(offset))) {
                    day(therapist, staff, offset);
                }
            }
        }
        visits.sort(Comparator.comparing(
                        (DemoVisit visit) -> visit.appointment().slot().start())
                .thenComparing(visit -> visit.staff().number()));
        return visits;
    }

    private void day(int therapist, DemoStaff staff, int offset) {
        var day = today.plusDays(offset);
        var chances = DemoIds.chances("day/" + therapist, offset);
        List<Fixed> fixed = therapist == 0 ? ofMaya(offset, day, staff) : List.of();
        for (var one : fixed) {
            add(one.client(), staff, service(one.service()), one.start(), one.status(), chances, therapist, offset);
        }
        var cursor = day.atTime(staff.from()).atZone(staff.zone());
        // Maya's last hour of today stays free, for whoever tries to book.
        var until = therapist == 0 && offset == 0 ? staff.to().minusMinutes(90) : staff.to();
        var end = day.atTime(until).atZone(staff.zone());
        while (cursor.isBefore(end)) {
            if (chances.nextDouble() > fullness(offset)) {
                cursor = cursor.plusMinutes(30);
                continue;
            }
            var client = choose(therapist, cursor.toInstant(), chances);
            if (client == null) {
                cursor = cursor.plusMinutes(30);
                continue;
            }
            var next = place(client, staff, day, cursor, end, fixed, chances, therapist, offset);
            cursor = next;
        }
    }

    /** Books the client at the cursor if a service fits before what comes next; says where to go on. */
    private ZonedDateTime place(
            DemoClient client,
            DemoStaff staff,
            LocalDate day,
            ZonedDateTime cursor,
            ZonedDateTime end,
            List<Fixed> fixed,
            Random chances,
            int therapist,
            int offset) {
        var busyFrom = end;
        var busyTo = end;
        if (staff.lunchFrom() != null && staff.lunchTo() != null) {
            var lunch = day.atTime(staff.lunchFrom()).atZone(staff.zone());
            var after = day.atTime(staff.lunchTo()).atZone(staff.zone());
            if (cursor.isBefore(after)) {
                busyFrom = lunch;
                busyTo = after;
            }
        }
        for (var one : fixed) {
            var from = one.start().atZone(staff.zone()).minusMinutes(DemoDirectory.BUFFER);
            var to = one.start()
                    .atZone(staff.zone())
                    .plus(service(one.service()).length())
                    .plusMinutes(DemoDirectory.BUFFER);
            if (cursor.isBefore(to) && from.isBefore(busyFrom)) {
                busyFrom = from;
                busyTo = to;
            }
        }
        var service = fitting(client, staff, Duration.between(cursor, busyFrom));
        if (service == null) {
            return busyTo;
        }
        add(client, staff, service, cursor.toInstant(), null, chances, therapist, offset);
        return cursor.plus(service.length()).plusMinutes(DemoDirectory.BUFFER);
    }

    private @Nullable ServiceInfo fitting(DemoClient client, DemoStaff staff, Duration room) {
        var usual = service(client.service());
        if (usual.length().compareTo(room) <= 0 && staff.services().contains(client.service())) {
            return usual;
        }
        return staff.services().stream()
                .map(this::service)
                .filter(service -> service.length().compareTo(room) <= 0)
                .findFirst()
                .orElse(null);
    }

    /** Who of a few of the therapist's clients has waited longest, if anybody is due. */
    private @Nullable DemoClient choose(int therapist, Instant at, Random chances) {
        var roster = rosters.getOrDefault(therapist, List.of());
        DemoClient best = null;
        long bestWait = Long.MIN_VALUE;
        for (int i = 0; i < CANDIDATES; i++) {
            // Now and then somebody comes to another therapist than their own, in the same house.
            var client = chances.nextInt(20) == 0
                    ? clients.get(chances.nextInt(clients.size()))
                    : roster.get(chances.nextInt(roster.size()));
            if (client.number() <= DemoPeople.DANIEL || !sameHouse(client, therapist)) {
                continue;
            }
            var last = lastVisit.get(client);
            var sinceFirst = Duration.between(client.imported().since(), at);
            if (sinceFirst.isNegative() || (last != null && !client.due(Duration.between(last, at)))) {
                continue;
            }
            long wait = last == null
                    ? sinceFirst.toDays()
                    : Duration.between(last, at).toDays() - client.rhythm();
            if (wait > bestWait) {
                best = client;
                bestWait = wait;
            }
        }
        return best;
    }

    private boolean sameHouse(DemoClient client, int therapist) {
        var staff = directory.staff();
        return staff.get(client.therapist())
                .location()
                .equals(staff.get(therapist).location());
    }

    /** How full a day is, as the chance that a free half hour finds a client. */
    private static double fullness(int offset) {
        if (offset > 1) {
            return Math.max(0.08, 0.75 - offset * 0.028);
        }
        return offset >= -7 ? 0.92 : 0.85 + 0.0016 * offset;
    }

    /** The three whom the demo is about: their rhythm, what is today, and what lies just behind. */
    private List<Fixed> ofMaya(int offset, LocalDate day, DemoStaff maya) {
        List<Fixed> fixed = new ArrayList<>();
        var ruth = clients.get(DemoPeople.RUTH);
        var marta = clients.get(DemoPeople.MARTA);
        var daniel = clients.get(DemoPeople.DANIEL);
        if (offset == -asked()) {
            fixed.add(new Fixed(ruth, "SWEDISH60", at(day, 10, 0, maya), VisitStatus.COMPLETED));
        }
        if (offset == -1) {
            fixed.add(new Fixed(marta, "SWEDISH60", at(day, 8, 30, maya), VisitStatus.COMPLETED));
        }
        if (offset == 0) {
            today(fixed, day, maya, ruth, daniel);
        }
        if (offset == 14) {
            fixed.add(new Fixed(ruth, "SWEDISH60", at(day, 10, 0, maya), null));
        }
        if (offset < -10 && offset % 14 == 0) {
            fixed.add(new Fixed(daniel, "DEEP90", at(day, 11, 0, maya), VisitStatus.COMPLETED));
            fixed.add(new Fixed(ruth, "SWEDISH60", at(day, 14, 15, maya), VisitStatus.COMPLETED));
        }
        if (offset < -20 && offset % 28 == 0) {
            fixed.add(new Fixed(marta, "SWEDISH60", at(day, 8, 30, maya), VisitStatus.COMPLETED));
        }
        return fixed;
    }

    /** So many days ago was the visit after which Ruth has a question that is asked and not answered. */
    private int asked() {
        return now.isBefore(today.atTime(11, 15).atZone(DemoDirectory.DUBLIN).toInstant()) ? 2 : 1;
    }

    /** Daniel is here or comes soon, Ruth comes after him; late in the day both are there already. */
    private void today(List<Fixed> fixed, LocalDate day, DemoStaff maya, DemoClient ruth, DemoClient daniel) {
        var earliest = at(day, 9, 45, maya);
        var latest = at(day, 14, 15, maya); // Ruth's hour and the buffer still fit after Daniel's hour and a half
        var soon = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        var wanted = soon.isBefore(earliest) ? at(day, 11, 0, maya) : soon.isAfter(latest) ? latest : soon;
        if (wanted.isAfter(at(day, 11, 0, maya)) && wanted.isBefore(at(day, 13, 15, maya))) {
            wanted = at(day, 13, 15, maya); // not over lunch
        }
        var after = wanted.plus(90 + DemoDirectory.BUFFER, ChronoUnit.MINUTES);
        if (after.isAfter(at(day, 11, 15, maya)) && after.isBefore(at(day, 13, 15, maya))) {
            after = at(day, 13, 15, maya);
        }
        fixed.add(new Fixed(daniel, "DEEP90", wanted, here(wanted)));
        fixed.add(new Fixed(ruth, "SWEDISH60", after, here(after)));
    }

    private VisitStatus here(Instant start) {
        return start.minus(20, ChronoUnit.MINUTES).isBefore(now) ? VisitStatus.ARRIVED : VisitStatus.CONFIRMED;
    }

    private static Instant at(LocalDate day, int hour, int minute, DemoStaff staff) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(staff.zone()).toInstant();
    }

    private ServiceInfo service(String code) {
        var service = services.get(code);
        if (service == null) {
            throw new IllegalStateException("the demo has no service " + code);
        }
        return service;
    }

    private void add(
            DemoClient client,
            DemoStaff staff,
            ServiceInfo service,
            Instant start,
            @Nullable VisitStatus wanted,
            Random chances,
            int therapist,
            int offset) {
        var slot = TimeSlot.of(start, service.length());
        var status = wanted == null ? status(slot, chances) : wanted;
        String reason = null;
        if (status == VisitStatus.CANCELLED) {
            reason = CANCELLED_BECAUSE.get(chances.nextInt(CANCELLED_BECAUSE.size()));
        } else if (status == VisitStatus.NO_SHOW) {
            reason = "Did not come, no answer";
        }
        UUID id = DemoIds.of(
                "appointment/" + therapist + "/" + offset,
                start.getEpochSecond() - today.atStartOfDay(staff.zone()).toEpochSecond());
        var bookedAt = start.minus(3L + chances.nextInt(20), ChronoUnit.DAYS);
        visits.add(new DemoVisit(
                new ImportedAppointment(
                        new AppointmentId(id),
                        client.id(),
                        service.id(),
                        staff.id(),
                        staff.location(),
                        staff.room(),
                        slot,
                        status,
                        reason,
                        bookedAt.isAfter(now) ? now.minus(1 + chances.nextInt(48), ChronoUnit.HOURS) : bookedAt),
                client,
                staff));
        lastVisit.put(client, start);
    }

    private VisitStatus status(TimeSlot slot, Random chances) {
        int luck = chances.nextInt(100);
        if (!slot.end().isAfter(now)) {
            return luck < 4 ? VisitStatus.NO_SHOW : luck < 10 ? VisitStatus.CANCELLED : VisitStatus.COMPLETED;
        }
        if (!slot.start().isAfter(now)) {
            return VisitStatus.IN_SESSION;
        }
        var ahead = Duration.between(now, slot.start());
        if (luck < 4) {
            return VisitStatus.CANCELLED;
        }
        if (ahead.toMinutes() < 15) {
            return VisitStatus.ARRIVED;
        }
        return luck < (ahead.toHours() < 30 ? 65 : ahead.toHours() < 80 ? 35 : 4)
                ? VisitStatus.CONFIRMED
                : VisitStatus.BOOKED;
    }
}
