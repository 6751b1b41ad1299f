package app.afterwell.webui.admin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.Absences;
import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.Closure;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.domain.Ids;
import app.afterwell.domain.PractitionerId;
import app.afterwell.intake.ClientDetails;
import app.afterwell.intake.Clients;
import app.afterwell.webui.shell.PageTests;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

/** An owner enters a whole clinic, page by page. */
class DirectoryPagesTests extends PageTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @Autowired
    Directory directory;

    @Autowired
    Absences absences;

    @Autowired
    Calendar calendar;

    @Autowired
    Clients clients;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private void open(String page, String id) {
        UI.getCurrent().navigate("admin/" + page, QueryParameters.simple(Map.of("id", id)));
        roundTrip();
    }

    private TextField text(String label) {
        return find(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .all()
                .getFirst();
    }

    private void press(String text) {
        test(find(Button.class)
                        .withCondition(
                                button -> button.isVisible() && button.getText().equals(text))
                        .all()
                        .getLast())
                .click();
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> combo(String label) {
        return (ComboBox<T>) find(ComboBox.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private String said() {
        return textOf(find(DoneLine.class).single());
    }

    private LocationInfo location() {
        return TestActor.owner().call(() -> directory.locations()).stream()
                .filter(place -> place.name().equals("Quay " + mark))
                .findFirst()
                .orElseThrow();
    }

    private void enterLocation() {
        open("hours", "new");
        text("Name").setValue("Quay " + mark);
        text("Phone").setValue("+353 1 555 0100");
        this.<ZoneId>combo("Time zone").setValue(DUBLIN);
        this.<String>combo("Country").setValue("IE");
        press("Add a location");
    }

    private PractitionerInfo therapist() {
        return TestActor.owner().call(() -> directory.practitioners()).stream()
                .filter(each -> each.name().equals("Aoife " + mark))
                .findFirst()
                .orElseThrow();
    }

    private void enterTherapist() {
        var place = location();
        open("staff", "new");
        text("Name").setValue("Aoife " + mark);
        var week = find(WeekEditor.class)
                .withCondition(editor -> ("Every week, " + place.name())
                        .equals(editor.getElement().getAttribute("aria-label")))
                .single();
        week.show(place.hours().stream()
                .map(span -> new WeekEditor.Line(span.day(), span.from(), span.to()))
                .toList());
        press("Add a therapist");
    }

    private ServiceInfo service() {
        return TestActor.owner().call(() -> directory.services()).stream()
                .filter(each -> each.name().equals("Massage " + mark))
                .findFirst()
                .orElseThrow();
    }

    private void enterService() {
        open("services", "new");
        text("Name").setValue("Massage " + mark);
        find(BigDecimalField.class).single().setValue(new BigDecimal("78.50"));
        this.<String>combo("Currency").setValue("EUR");
        press("Add a service");
    }

    @Test
    void nobodyButAnOwnerMayOpenThem() {
        signIn(TestActor.desk());
        for (var page : new String[] {"services", "staff", "rooms", "hours"}) {
            UI.getCurrent().navigate("admin/" + page);
            assertThat(find(DirectoryPage.class).all()).isEmpty();
        }
    }

    @Test
    void aNewClinicIsEnteredPageByPageAndCanBeBooked() {
        signIn(TestActor.owner());
        enterLocation();
        assertThat(said()).contains("Quay " + mark, "saved");
        assertThat(location().hours()).hasSize(5);
        open("rooms", "new");
        text("Name").setValue("Room " + mark);
        find(com.vaadin.flow.component.select.Select.class)
                .withCondition(select -> "Location".equals(select.getLabel()))
                .single()
                .setValue(location());
        press("Add a room");
        assertThat(said()).contains("Room " + mark);
        enterTherapist();
        assertThat(therapist().hours()).hasSize(5);
        enterService();
        assertThat(service().price().minor()).isEqualTo(7850);
        assertThat(service().practitioners()).contains(therapist().id());
        assertThat(service().rooms()).isNotEmpty();

        var booked = TestActor.desk().call(() -> {
            var client = clients.add(new ClientDetails(
                    "Nora " + mark, null, "0875550142", "IE", LocalDate.of(1991, 4, 2), DUBLIN, Locale.ENGLISH));
            return calendar.book(BookAppointment.of(
                            client,
                            service().id(),
                            therapist().id(),
                            TUESDAY.atTime(10, 0).atZone(DUBLIN).toInstant()))
                    .named("Nora " + mark);
        });
        assertThat(booked.roomName()).isEqualTo("Room " + mark);
    }

    @Test
    void whatIsMissingSaysSoAtItsFieldAndNothingIsLost() {
        signIn(TestActor.owner());
        open("hours", "new");
        text("Phone").setValue("+353 1 555 0100");
        press("Add a location");
        assertThat(text("Name").isInvalid()).isTrue();
        assertThat(this.<ZoneId>combo("Time zone").isInvalid()).isTrue();
        assertThat(text("Phone").getValue()).isEqualTo("+353 1 555 0100");
    }

    @Test
    void hoursThatOverlapSaySoAtTheStretch() {
        signIn(TestActor.owner());
        open("hours", "new");
        text("Name").setValue("Quay " + mark);
        text("Phone").setValue("+353 1 555 0100");
        this.<ZoneId>combo("Time zone").setValue(DUBLIN);
        this.<String>combo("Country").setValue("IE");
        var week = find(WeekEditor.class).single();
        week.show(java.util.List.of(
                new WeekEditor.Line(java.time.DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new WeekEditor.Line(java.time.DayOfWeek.MONDAY, LocalTime.of(11, 0), LocalTime.of(15, 0))));
        press("Add a location");
        assertThat(find(TimePicker.class, week).all()).anyMatch(TimePicker::isInvalid);
        assertThat(find(TimePicker.class, week)
                        .withCondition(TimePicker::isInvalid)
                        .all()
                        .getFirst()
                        .getErrorMessage())
                .contains("overlaps");
    }

    @Test
    void takenOutOfUseItCanBeUsedAgain() {
        signIn(TestActor.owner());
        enterLocation();
        press("Take out of use");
        assertThat(said()).contains("out of use");
        assertThat(TestActor.owner().call(() -> directory.locations()))
                .noneMatch(place -> place.name().equals("Quay " + mark));
        press("Undo");
        assertThat(location().active()).isTrue();
    }

    @Test
    void timeOffAndClosuresNameTheAppointmentsInTheirWay() {
        signIn(TestActor.owner());
        enterLocation();
        enterTherapist();
        enterService();
        var owner = TestActor.owner();
        var by = therapist().id();
        TestActor.desk().run(() -> {
            var client = clients.add(new ClientDetails(
                    "Nora " + mark, null, "0875550142", "IE", LocalDate.of(1991, 4, 2), DUBLIN, Locale.ENGLISH));
            calendar.book(BookAppointment.of(
                    client,
                    service().id(),
                    by,
                    TUESDAY.atTime(10, 0).atZone(DUBLIN).toInstant()));
        });
        signIn(owner);
        open("staff", by.toString());
        find(DatePicker.class)
                .withCondition(field -> "From".equals(field.getLabel()))
                .single()
                .setValue(TUESDAY);
        find(TextField.class)
                .withCondition(field -> "What for".equals(field.getLabel()))
                .all()
                .getLast()
                .setValue("Course");
        press("Add time off");
        assertThat(said()).contains("Course", "1 appointments", "Nora " + mark);
        assertThat(off(by)).isEqualTo(1);
        press("Undo");
        assertThat(off(by)).isZero();

        var closure = new Closure(
                Ids.next(), location().id(), TUESDAY.atStartOfDay(), TUESDAY.atTime(12, 0), "Boiler " + mark);
        absences.close(closure);
        open("hours", location().id().toString());
        assertThat(textOf(find(HoursView.class).single())).contains("Boiler " + mark);
    }

    private int off(PractitionerId by) {
        return absences.timeOff(by, TUESDAY.atStartOfDay(DUBLIN).toInstant()).size();
    }
}
