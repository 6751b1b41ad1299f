package app.afterwell.webui.demo;

import app.afterwell.booking.BookingRules;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Money;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The demo clinic's places, people and services: one house in Dublin, one in New York. */
final class DemoDirectory {

    static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Minutes between two visits, to air the room and to write. */
    static final int BUFFER = 15;

    private static final LocationId RIVERSIDE = new LocationId(DemoIds.of("location", 1));
    private static final LocationId WESTSIDE = new LocationId(DemoIds.of("location", 2));

    private static final List<String> CLASSIC =
            List.of("SWEDISH60", "DEEP60", "DEEP90", "EXPRESS30", "SWEDISH90", "MYOFASCIAL60");
    private static final List<String> SPORTY = List.of("SPORTS60", "DEEP60", "DEEP90", "EXPRESS30", "MYOFASCIAL60");
    private static final List<String> GENTLE =
            List.of("SWEDISH60", "PRENATAL60", "HOTSTONE75", "SWEDISH90", "EXPRESS30", "FULL120");

    private final List<DemoStaff> staff;
    private final List<ServiceInfo> services;

    /** @param today the day from which the working weeks are counted */
    DemoDirectory(LocalDate today) {
        this.staff = staff(today);
        this.services = services(staff);
    }

    List<DemoStaff> staff() {
        return staff;
    }

    /** The therapist behind therapist@demo.test. */
    DemoStaff maya() {
        return staff.getFirst();
    }

    /** The clinician who approves the protocol. */
    DemoStaff lead() {
        return staff.get(2);
    }

    List<ServiceInfo> services() {
        return services;
    }

    Map<String, ServiceInfo> servicesByCode() {
        return services.stream().collect(Collectors.toMap(ServiceInfo::code, Function.identity()));
    }

    List<PractitionerInfo> practitioners() {
        return staff.stream().map(DemoStaff::info).toList();
    }

    List<LocationInfo> locations() {
        return List.of(
                new LocationInfo(
                        RIVERSIDE,
                        0,
                        "riverside",
                        "Riverside",
                        DUBLIN,
                        "IE",
                        "+353209100118",
                        "14 Riverside Walk, Dublin",
                        daily(LocalTime.of(8, 0), LocalTime.of(20, 0)),
                        BookingRules.usual(),
                        true),
                new LocationInfo(
                        WESTSIDE,
                        0,
                        "westside",
                        "Westside",
                        NEW_YORK,
                        "US",
                        "+12125550118",
                        "210 West 71st Street, New York, NY",
                        daily(LocalTime.of(8, 0), LocalTime.of(19, 0)),
                        BookingRules.usual(),
                        true));
    }

    List<RoomInfo> rooms() {
        return List.of(
                room(1, RIVERSIDE, "Room 1", 1),
                room(2, RIVERSIDE, "Room 2", 1),
                room(3, RIVERSIDE, "Room 3", 1),
                room(4, RIVERSIDE, "Studio", 2),
                room(5, WESTSIDE, "Room A", 1),
                room(6, WESTSIDE, "Loft", 2));
    }

    private static RoomInfo room(int number, LocationId location, String name, int lanes) {
        return new RoomInfo(roomId(number), 0, location, name, lanes, 0, true);
    }

    private static RoomId roomId(int number) {
        return new RoomId(DemoIds.of("room", number));
    }

    private static List<WeeklySpan> daily(LocalTime from, LocalTime to) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklySpan(day, from, to))
                .toList();
    }

    private static List<DemoStaff> staff(LocalDate today) {
        return List.of(
                dublin(1, "Maya Lindqvist", 1, "08:30", "17:00", "12:30", "13:15", CLASSIC, today, 3, 4),
                dublin(2, "Tomás Ferreira", 2, "10:00", "18:30", "14:30", "15:00", SPORTY, today, 2, 5),
                dublin(3, "Priya Raman", 3, "08:00", "14:00", "", "", GENTLE, today, 1, 4),
                dublin(4, "Jonas Weber", 4, "09:00", "17:30", "12:00", "13:00", CLASSIC, today, 3, 6),
                dublin(5, "Grace Adeyemi", 4, "12:00", "19:30", "", "", GENTLE, today, 2, 4),
                newYork(6, "Elena Rossi", 5, "08:00", "16:00", "12:00", "12:45", CLASSIC, today, 1, 5),
                newYork(7, "Marcus Hale", 6, "09:00", "17:00", "13:00", "13:45", SPORTY, today, 3, 6),
                newYork(8, "Aisha Grant", 6, "11:00", "19:00", "15:00", "15:30", GENTLE, today, 2, 4));
    }

    private static DemoStaff dublin(
            int number,
            String name,
            int room,
            String from,
            String to,
            String lunchFrom,
            String lunchTo,
            List<String> services,
            LocalDate today,
            int... off) {
        return new DemoStaff(
                number,
                name,
                RIVERSIDE,
                DUBLIN,
                roomId(room),
                LocalTime.parse(from),
                LocalTime.parse(to),
                lunchFrom.isEmpty() ? null : LocalTime.parse(lunchFrom),
                lunchTo.isEmpty() ? null : LocalTime.parse(lunchTo),
                services,
                DemoStaff.off(today, off));
    }

    private static DemoStaff newYork(
            int number,
            String name,
            int room,
            String from,
            String to,
            String lunchFrom,
            String lunchTo,
            List<String> services,
            LocalDate today,
            int... off) {
        return new DemoStaff(
                number,
                name,
                WESTSIDE,
                NEW_YORK,
                roomId(room),
                LocalTime.parse(from),
                LocalTime.parse(to),
                LocalTime.parse(lunchFrom),
                LocalTime.parse(lunchTo),
                services,
                DemoStaff.off(today, off));
    }

    private static List<ServiceInfo> services(List<DemoStaff> staff) {
        return List.of(
                service(
                        1,
                        "EXPRESS30",
                        "Back and neck, short",
                        "Half an hour for back, neck and shoulders",
                        30,
                        4500,
                        staff),
                service(2, "SWEDISH60", "Swedish", "A calm massage of the whole body", 60, 7500, staff),
                service(3, "DEEP60", "Deep tissue", "Slow, firm work where it is tight", 60, 8500, staff),
                service(4, "SPORTS60", "Sports", "Before or after training and competition", 60, 8500, staff),
                service(
                        5,
                        "PRENATAL60",
                        "Prenatal",
                        "Lying on the side, from the second trimester on",
                        60,
                        8000,
                        staff),
                service(
                        6,
                        "MYOFASCIAL60",
                        "Myofascial release",
                        "Slow, light work on the connective tissue",
                        60,
                        8500,
                        staff),
                service(7, "HOTSTONE75", "Hot stone", "Warm stones and long strokes", 75, 10500, staff),
                service(8, "SWEDISH90", "Swedish, long", "An hour and a half for the whole body", 90, 10500, staff),
                service(9, "DEEP90", "Deep tissue, long", "An hour and a half where it is tight", 90, 12000, staff),
                service(10, "FULL120", "Two hours", "Two hours for the whole body", 120, 14000, staff));
    }

    private static ServiceInfo service(
            int number, String code, String name, String description, int minutes, long price, List<DemoStaff> staff) {
        var givers = staff.stream().filter(one -> one.services().contains(code)).toList();
        return new ServiceInfo(
                new ServiceId(DemoIds.of("service", number)),
                0,
                code,
                name,
                description,
                minutes,
                0,
                BUFFER,
                new Money(price, "EUR"),
                true,
                true,
                givers.stream().map(DemoStaff::id).collect(Collectors.<PractitionerId>toUnmodifiableSet()),
                givers.stream().map(DemoStaff::room).collect(Collectors.<RoomId>toUnmodifiableSet()));
    }
}
