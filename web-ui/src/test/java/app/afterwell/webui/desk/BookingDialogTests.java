package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.DayBoard;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.components.calendar.ResourceCalendar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class BookingDialogTests extends DeskTests {

    @BeforeEach
    void openAsDesk() {
        signIn(TestActor.desk());
    }

    @Test
    void aKnownClientIsBookedByASlotANameAndAConfirmation() {
        var amara = client("Amara");
        openBoard();
        chooseSlot(maya, "13:15");
        type("Client", "amara " + mark);
        press(dialog(), "Book Amara");
        assertThat(of(amara)).singleElement().satisfies(visit -> {
            assertThat(visit.slot().start()).isEqualTo(at("13:15"));
            assertThat(visit.practitioner()).isEqualTo(maya);
        });
        assertThat(find(BookingDialog.class).all()).isEmpty();
        assertThat(lastChange()).contains("Amara", "13:15", "Maya");
    }

    @Test
    void theClientsLastVisitGivesServiceAndLength() {
        var amara = client("Amara");
        booked(amara, maya, "09:00");
        openBoard();
        chooseSlot(tomas, "13:15");
        type("Client", "amara " + mark);
        assertThat(textOf(dialog())).contains("Amara");
        press(dialog(), "Book Amara");
        assertThat(of(amara)).anySatisfy(visit -> {
            assertThat(visit.service()).isEqualTo(massage);
            assertThat(visit.slot().length()).isEqualTo(Duration.ofHours(1));
            assertThat(visit.practitioner()).isEqualTo(tomas);
        });
    }

    @Test
    void aNewClientIsAddedAndBookedWithoutLeavingTheDialog() {
        openBoard();
        chooseSlot(maya, "10:00");
        type("Client", "Nora " + mark);
        press(dialog(), "New client");
        type("Phone", "0875550199");
        press(dialog(), "Book Nora");
        var nora = clients.find("Nora " + mark, 0, 5).clients();
        assertThat(nora)
                .singleElement()
                .satisfies(client -> assertThat(client.phone()).isEqualTo("+353875550199"));
        assertThat(of(nora.getFirst().id())).hasSize(1);
    }

    @Test
    void whatIsWrongWithANewClientIsToldAtItsFieldAndWhatWasTypedStays() {
        openBoard();
        chooseSlot(maya, "10:00");
        type("Client", "Nora " + mark);
        press(dialog(), "New client");
        test(find(EmailField.class, dialog()).single()).setValue("nora@");
        press(dialog(), "Book Nora");
        assertThat(find(EmailField.class, dialog()).single().isInvalid()).isTrue();
        assertThat(field("Name").getValue()).isEqualTo("Nora " + mark);
        assertThat(clients.find("Nora " + mark, 0, 5).clients()).isEmpty();
    }

    @Test
    void aSlotThatWasTakenMeanwhileIsToldAtItsFieldWithOthersThatAreFree() {
        var amara = client("Amara");
        openBoard();
        chooseSlot(maya, "10:00");
        type("Client", "amara " + mark);
        booked(client("Rival"), maya, "10:00");
        press(dialog(), "Book Amara");
        assertThat(of(amara)).isEmpty();
        assertThat(time("Start").isInvalid()).isTrue();
        assertThat(field("Client").getValue()).isEqualTo("amara " + mark);
        assertThat(alternatives()).contains("Free instead");
        press(dialog(), "09:30");
        assertThat(time("Start").getValue()).isEqualTo(LocalTime.of(9, 30));
        press(dialog(), "Book Amara");
        assertThat(of(amara)).hasSize(1);
    }

    @Test
    void aTakenSlotIsForcedWithAReasonThatIsRecorded() {
        var amara = client("Amara");
        booked(client("Rival"), maya, "10:00");
        openBoard();
        chooseSlot(maya, "10:00");
        type("Client", "amara " + mark);
        press(dialog(), "Book Amara");
        type("Book it anyway, because", "Both asked for it");
        press(dialog(), "Book Amara");
        assertThat(of(amara))
                .singleElement()
                .satisfies(visit -> assertThat(visit.overrideReason()).isEqualTo("Both asked for it"));
    }

    @Test
    void beforeTheClinicOpensItsFirstTimeIsProposedAndLaterTheNext() {
        clock.set(at("05:20"));
        openBoard();
        press(UI.getCurrent(), "Book");
        assertThat(time("Start").getValue()).isEqualTo(LocalTime.of(9, 0));
        press(dialog(), "Cancel");

        clock.set(at("10:05"));
        press(UI.getCurrent(), "Book");
        assertThat(time("Start").getValue()).isEqualTo(LocalTime.of(10, 15));
    }

    @Test
    void theFirstTimeAtWhichSomebodyIsFreeIsProposedAndGoesThrough() {
        var amara = client("Amara");
        booked(amara, maya, "09:00");
        booked(client("Rival"), maya, "10:00");
        booked(client("Other"), tomas, "09:00");
        openBoard();
        press(UI.getCurrent(), "Book");
        assertThat(time("Start").getValue()).isEqualTo(LocalTime.of(10, 0));

        type("Client", "amara " + mark);
        assertThat(time("Start").getValue()).as("with whom she was last").isEqualTo(LocalTime.of(11, 0));
        press(dialog(), "Book Amara");
        assertThat(of(amara)).anySatisfy(visit -> {
            assertThat(visit.slot().start()).isEqualTo(at("11:00"));
            assertThat(visit.practitioner()).isEqualTo(maya);
        });
    }

    @Test
    void whatTheTherapistNeedsBetweenVisitsIsReckonedInTheTimeProposed() {
        var amara = client("Amara");
        booked(amara, stones, maya, "09:00");
        booked(client("Rival"), maya, "11:15");
        openBoard();
        press(UI.getCurrent(), "Book");
        type("Client", "amara " + mark);
        assertThat(time("Start").getValue())
                .as("a quarter past ten would leave no time before the rival")
                .isEqualTo(LocalTime.of(12, 15));
        press(dialog(), "Book Amara");
        assertThat(of(amara))
                .anySatisfy(visit -> assertThat(visit.slot().start()).isEqualTo(at("12:15")));
    }

    @Test
    void whomTheClientWasWithLastHasNoTimeLeftAndTheDialogSaysSo() {
        var amara = client("Amara");
        booked(amara, maya, "09:00");
        IntStream.range(10, 17).forEach(hour -> booked(client("Rival"), maya, hour + ":00"));
        openBoard();
        press(UI.getCurrent(), "Book");
        assertThat(helper()).isEmpty();
        type("Client", "amara " + mark);
        assertThat(helper()).isEqualTo("They have no time left for it that day.");
        assertThat(of(amara)).hasSize(1);

        press(dialog(), "Anybody who is free");
        assertThat(time("Start").getValue()).isEqualTo(LocalTime.of(9, 0));
        press(dialog(), "Book Amara");
        assertThat(of(amara))
                .anySatisfy(visit -> assertThat(visit.practitioner()).isEqualTo(tomas));
    }

    @Test
    void anybodyIsTakenForAsLongAsTheVisitIsToTake() {
        var amara = client("Amara");
        booked(client("Rival"), tomas, "12:15");
        openBoard();
        chooseSlot(maya, "11:00");
        type("Client", "amara " + mark);
        test(time("End")).setValue(LocalTime.of(12, 30));
        press(dialog(), "Anybody who is free");
        assertThat(helper()).isEqualTo("Nobody else is free then.");
        assertThat(time("End").getValue()).isEqualTo(LocalTime.of(12, 30));
        press(dialog(), "Book Amara");
        assertThat(of(amara)).singleElement().satisfies(visit -> {
            assertThat(visit.practitioner()).isEqualTo(maya);
            assertThat(visit.slot().length()).isEqualTo(Duration.ofMinutes(90));
        });
    }

    @Test
    void aSlotOfARoomIsProposedWithSomebodyWhoIsFreeThen() {
        booked(client("Rival"), maya, "13:00");
        go("desk", Map.of("location", place.code(), "date", TUESDAY.toString(), "view", "rooms"));
        ComponentUtil.fireEvent(
                board(),
                new ResourceCalendar.SlotChosen(
                        board(), true, shownRoom(), wall("13:00").toString()));
        roundTrip();
        assertThat(time("Start").getValue()).isEqualTo(LocalTime.of(13, 0));
        assertThat(find(Select.class, dialog())
                        .withCondition(each -> "Therapist".equals(each.getLabel()))
                        .single()
                        .getValue())
                .isInstanceOfSatisfying(
                        DayBoard.Column.class,
                        column -> assertThat(column.practitioner()).isEqualTo(tomas));
    }

    @Test
    void whyATherapistWasTakenIsNotSaidOfAnotherTime() {
        booked(client("Rival"), tomas, "11:00");
        openBoard();
        chooseSlot(maya, "11:00");
        press(dialog(), "Anybody who is free");
        assertThat(helper()).isEqualTo("Nobody else is free then.");
        test(time("Start")).setValue(LocalTime.of(15, 0));
        assertThat(helper()).isEmpty();
    }

    @Test
    void anotherTherapistLeavesTheLengthThatWasSaid() {
        openBoard();
        chooseSlot(maya, "11:00");
        test(time("End")).setValue(LocalTime.of(12, 30));
        booked(client("Rival"), maya, "12:00");
        press(dialog(), "Anybody who is free");
        assertThat(time("Start").getValue()).isEqualTo(LocalTime.of(11, 0));
        assertThat(time("End").getValue()).isEqualTo(LocalTime.of(12, 30));
    }

    @Test
    void aTimeThatSomebodyHasSaidIsLeftAsItIs() {
        var amara = client("Amara");
        booked(amara, maya, "09:00");
        openBoard();
        press(UI.getCurrent(), "Book");
        test(time("Start")).setValue(LocalTime.of(15, 0));
        type("Client", "amara " + mark);
        press(dialog(), "Book Amara");
        assertThat(of(amara))
                .anySatisfy(visit -> assertThat(visit.slot().start()).isEqualTo(at("15:00")));
    }

    @Test
    void withoutAClientTheFieldSaysSo() {
        openBoard();
        chooseSlot(maya, "10:00");
        press(dialog(), "Book");
        assertThat(field("Client").isInvalid()).isTrue();
    }

    private BookingDialog dialog() {
        return find(BookingDialog.class).single();
    }

    private List<AppointmentInfo> of(ClientId client) {
        return calendar.appointments(AppointmentFilter.of(client)).items();
    }

    private void type(String label, String text) {
        test(field(label)).setValue(text);
        roundTrip();
    }

    private TextField field(String label) {
        return find(TextField.class, dialog())
                .withCondition(each -> label.equals(each.getLabel()))
                .single();
    }

    private TimePicker time(String label) {
        return find(TimePicker.class, dialog())
                .withCondition(each -> label.equals(each.getLabel()))
                .single();
    }

    private String shownRoom() {
        return board().shown().orElseThrow().columns().getFirst().id();
    }

    private String helper() {
        return find(Select.class, dialog())
                .withCondition(each -> "Therapist".equals(each.getLabel()))
                .single()
                .getHelperText();
    }

    private String alternatives() {
        return find(Div.class, dialog()).withCondition(each -> each.hasClassName("alternatives")).all().stream()
                .map(Component.class::cast)
                .map(DeskTests::textOf)
                .reduce("", String::concat);
    }
}
