package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import testsupport.MutableClock;
import testsupport.TestActor;

/** Opens a small clinic for each test that asks for one, so that tests share a database without meeting. */
@TestComponent
class Clinic {

    static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");
    static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MutableClock clock;
    private final BookingImport bookingImport;
    private final KnownClients clients;

    Clinic(MutableClock clock, BookingImport bookingImport, KnownClients clients) {
        this.clock = clock;
        this.bookingImport = bookingImport;
        this.clients = clients;
    }

    /**
     * Open from 8 to 20 every day. Maya works from 9 to 17 with lunch at half past twelve, mostly in room 1; Tomás from 9 to
     * 17 without. Room 1 has one lane and five minutes' turnover, the couples room two lanes and none. A massage takes 60
     * minutes and 10 behind it, anybody can give it in any room; a stretching takes 30 in room 1 by Maya alone and cannot be
     * booked online; a call needs no room.
     */
    record Open(
            LocationId location,
            PractitionerId maya,
            PractitionerId tomas,
            RoomId room1,
            RoomId couples,
            ServiceId massage,
            ServiceId stretching,
            ServiceId call,
            ClientId ann,
            ClientId ben,
            ZoneId zone) {

        TestActor desk() {
            return TestActor.desk();
        }

        Instant at(LocalDate day, String time) {
            return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
        }

        /** On the Tuesday after the clock's Sunday. */
        Instant at(String time) {
            return at(TUESDAY, time);
        }

        BookAppointment massageAt(String time) {
            return BookAppointment.of(ann, massage, maya, at(time));
        }

        BookAppointment massageOf(ClientId client, PractitionerId practitioner, String time) {
            return BookAppointment.of(client, massage, practitioner, at(time));
        }

        BookAppointment massageIn(RoomId room, ClientId client, PractitionerId practitioner, String time) {
            return new BookAppointment(client, massage, practitioner, at(time), null, room, null, null, null);
        }
    }

    Open open() {
        return open(DUBLIN);
    }

    Open open(ZoneId zone) {
        // Whatever time a test before this one left behind: it is the Sunday before.
        clock.set(SUNDAY);
        int number = COUNT.incrementAndGet();
        var location = LocationId.next();
        var maya = PractitionerId.next();
        var tomas = PractitionerId.next();
        var room1 = RoomId.next();
        var couples = RoomId.next();
        var massage = ServiceId.next();
        var stretching = ServiceId.next();
        var call = ServiceId.next();
        var locations = List.of(new LocationInfo(
                location,
                0,
                "riverside-" + number,
                "Riverside " + number,
                zone,
                "IE",
                "+353 1 555 0100",
                "1 Quay",
                week(LocalTime.of(8, 0), LocalTime.of(20, 0)),
                BookingRules.usual(),
                true));
        var rooms = List.of(
                new RoomInfo(room1, 0, location, "Room 1", 1, 5, true),
                new RoomInfo(couples, 0, location, "Couples", 2, 0, true));
        var practitioners = List.of(
                new PractitionerInfo(
                        maya,
                        0,
                        "Maya " + number,
                        working(location, room1),
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new BreakSpan(
                                        location, day, LocalTime.of(12, 30), LocalTime.of(13, 15), "Lunch"))
                                .toList(),
                        null,
                        true),
                new PractitionerInfo(tomas, 0, "Tomás " + number, working(location, null), List.of(), null, true));
        var eur = new Money(7800, "EUR");
        var services = List.of(
                new ServiceInfo(
                        massage,
                        0,
                        "massage-" + number,
                        "Massage",
                        "",
                        60,
                        0,
                        10,
                        eur,
                        true,
                        true,
                        Set.of(maya, tomas),
                        Set.of(room1, couples)),
                new ServiceInfo(
                        stretching,
                        0,
                        "stretching-" + number,
                        "Stretching",
                        "",
                        30,
                        0,
                        0,
                        eur,
                        false,
                        true,
                        Set.of(maya),
                        Set.of(room1)),
                new ServiceInfo(
                        call,
                        0,
                        "call-" + number,
                        "Call",
                        "",
                        15,
                        0,
                        0,
                        new Money(0, "EUR"),
                        true,
                        true,
                        Set.of(maya, tomas),
                        Set.of()));
        TestActor.owner().run(() -> bookingImport.directory(locations, rooms, practitioners, services));
        return new Open(
                location,
                maya,
                tomas,
                room1,
                couples,
                massage,
                stretching,
                call,
                clients.introduce("Ann Archer"),
                clients.introduce("Ben Brook"),
                zone);
    }

    private static List<WeeklySpan> week(LocalTime from, LocalTime to) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklySpan(day, from, to))
                .toList();
    }

    private static List<WorkingSpan> working(LocationId location, RoomId usualRoom) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingSpan(location, day, LocalTime.of(9, 0), LocalTime.of(17, 0), usualRoom))
                .toList();
    }
}
