package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.BookingRules;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Money;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.booking.WorkingSpan;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.intake.ClientDetails;
import app.afterwell.intake.Clients;
import app.afterwell.webui.components.calendar.ResourceCalendar;
import app.afterwell.webui.shell.PageTests;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

/** What tests of the desk's pages share: a small clinic of their own, open from 9 to 17 every day. */
abstract class DeskTests extends PageTests {

    /** Two days after every test begins. */
    static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private BookingImport bookingImport;

    @Autowired
    Calendar calendar;

    @Autowired
    Clients clients;

    LocationInfo place;
    PractitionerId maya;
    PractitionerId tomas;
    ServiceId massage;
    ServiceId cupping;

    /** Takes the therapist a quarter of an hour more than the client. */
    ServiceId stones;

    String mark;

    @BeforeEach
    void openTheClinic() {
        // Letters, so that a search finds this test's people and nobody else's.
        mark = "Zz" + (char) ('a' + COUNT.get() / 26 % 26) + (char) ('a' + COUNT.incrementAndGet() % 26) + "q";
        maya = PractitionerId.next();
        tomas = PractitionerId.next();
        massage = ServiceId.next();
        cupping = ServiceId.next();
        stones = ServiceId.next();
        var location = LocationId.next();
        var room = new RoomInfo(RoomId.next(), 0, location, "Room 1", 2, 0, true);
        var week = Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklySpan(day, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                .toList();
        place = new LocationInfo(
                location,
                0,
                "desk-" + mark.toLowerCase(Locale.ROOT),
                "Riverside " + mark,
                DUBLIN,
                "IE",
                "+353 1 555 0100",
                "1 Quay",
                week,
                BookingRules.usual(),
                true);
        TestActor.owner()
                .run(() -> bookingImport.directory(
                        List.of(place),
                        List.of(room),
                        List.of(practitioner(maya, "Maya", room), practitioner(tomas, "Tomás", room)),
                        List.of(
                                service(massage, "Massage", 60, 0, room),
                                service(cupping, "Cupping", 30, 0, room),
                                service(stones, "Stones", 60, 15, room))));
    }

    private PractitionerInfo practitioner(PractitionerId id, String name, RoomInfo room) {
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingSpan(place.id(), day, LocalTime.of(9, 0), LocalTime.of(17, 0), room.id()))
                .toList();
        return new PractitionerInfo(id, 0, name, hours, List.of(), null, true);
    }

    private ServiceInfo service(ServiceId id, String name, int minutes, int after, RoomInfo room) {
        return new ServiceInfo(
                id,
                0,
                name + "-" + mark,
                name,
                "",
                minutes,
                0,
                after,
                new Money(7800, "EUR"),
                true,
                true,
                Set.of(maya, tomas),
                Set.of(room.id()));
    }

    ClientId client(String name) {
        return TestActor.desk()
                .call(() -> clients.add(new ClientDetails(
                        name + " " + mark,
                        null,
                        "0875550142",
                        "IE",
                        LocalDate.of(1991, 4, 2),
                        DUBLIN,
                        Locale.ENGLISH)));
    }

    AppointmentInfo booked(ClientId client, PractitionerId practitioner, String time) {
        return booked(client, massage, practitioner, time);
    }

    AppointmentInfo booked(ClientId client, ServiceId service, PractitionerId practitioner, String time) {
        return TestActor.desk()
                .call(() ->
                        calendar.appointment(calendar.book(BookAppointment.of(client, service, practitioner, at(time)))
                                .id()));
    }

    AppointmentInfo now(AppointmentInfo appointment) {
        return TestActor.desk().call(() -> calendar.appointment(appointment.id()));
    }

    static Instant at(String time) {
        return wall(time).atZone(DUBLIN).toInstant();
    }

    static LocalDateTime wall(String time) {
        return TUESDAY.atTime(LocalTime.parse(time));
    }

    void openBoard() {
        go("desk", Map.of("location", place.code(), "date", TUESDAY.toString()));
    }

    static void go(String path, Map<String, String> query) {
        UI.getCurrent().navigate(path, QueryParameters.simple(query));
    }

    ResourceCalendar board() {
        return find(ResourceCalendar.class).single();
    }

    void chooseSlot(PractitionerId practitioner, String time) {
        ComponentUtil.fireEvent(
                board(),
                new ResourceCalendar.SlotChosen(
                        board(), true, practitioner.toString(), wall(time).toString()));
        roundTrip();
    }

    void chooseEntry(AppointmentInfo appointment) {
        ComponentUtil.fireEvent(
                board(), new ResourceCalendar.EntryChosen(board(), true, BoardDays.entryOf(appointment)));
        roundTrip();
    }

    void moveEntry(AppointmentInfo appointment, PractitionerId practitioner, String from, String to) {
        ComponentUtil.fireEvent(
                board(),
                new ResourceCalendar.EntryMoved(
                        board(),
                        true,
                        BoardDays.entryOf(appointment),
                        practitioner.toString(),
                        wall(from).toString(),
                        wall(to).toString()));
        roundTrip();
    }

    String lastChange() {
        return textOf(find(LastChange.class).single());
    }

    void press(Component within, String text) {
        var button = find(Button.class, within)
                .withCondition(each -> each.isVisible() && each.getText().startsWith(text))
                .all()
                .getFirst();
        test(button).click();
        roundTrip();
    }

    void undo() {
        press(find(LastChange.class).single(), "Undo");
    }
}
