package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.BlockTime;
import app.afterwell.domain.TimeSlot;
import app.afterwell.webui.components.Printout;
import app.afterwell.webui.components.calendar.CalendarDay;
import app.afterwell.webui.components.calendar.ResourceCalendar;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class BoardViewsTests extends DeskTests {

    @BeforeEach
    void openAsDesk() {
        signIn(TestActor.desk());
    }

    @Test
    void roomsStandSideBySideWithWhoTreatsThere() {
        booked(client("Daniel"), maya, "11:00");
        open("rooms", Map.of());
        assertThat(shown().columns()).extracting(CalendarDay.Column::name).containsExactly("Room 1");
        assertThat(shown().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.lines()).anyMatch(line -> line.contains("Maya")));
    }

    @Test
    void aWeekShowsEachDayOfOneTherapist() {
        booked(client("Daniel"), maya, "11:00");
        booked(client("Else"), tomas, "11:00");
        open("week", Map.of("therapist", maya.toString()));
        assertThat(shown().columns()).hasSize(7);
        assertThat(shown().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).contains("Daniel");
            assertThat(entry.column()).isEqualTo(TUESDAY.toString());
        });
    }

    @Test
    void inAWeekAVisitIsDraggedToAnotherDay() {
        var visit = booked(client("Daniel"), maya, "11:00");
        open("week", Map.of("therapist", maya.toString()));
        var base = shown().date();
        ComponentUtil.fireEvent(
                board(),
                new ResourceCalendar.EntryMoved(
                        board(),
                        true,
                        BoardDays.entryOf(visit),
                        TUESDAY.plusDays(1).toString(),
                        base.atTime(14, 0).toString(),
                        base.atTime(15, 0).toString()));
        roundTrip();
        assertThat(now(visit).slot().start())
                .isEqualTo(TUESDAY.plusDays(1).atTime(14, 0).atZone(DUBLIN).toInstant());
        undo();
        assertThat(now(visit).slot().start()).isEqualTo(at("11:00"));
    }

    @Test
    void anEmptySlotOfAnotherDayOfTheWeekIsBookedThere() {
        var amara = client("Amara");
        open("week", Map.of("therapist", maya.toString()));
        var base = shown().date();
        ComponentUtil.fireEvent(
                board(),
                new ResourceCalendar.SlotChosen(
                        board(),
                        true,
                        TUESDAY.plusDays(1).toString(),
                        base.atTime(14, 0).toString()));
        roundTrip();
        var dialog = find(BookingDialog.class).single();
        test(find(TextField.class, dialog)
                        .withCondition(field -> "Client".equals(field.getLabel()))
                        .single())
                .setValue("amara " + mark);
        roundTrip();
        press(dialog, "Book Amara");
        assertThat(calendar.appointments(AppointmentFilter.of(amara)).items())
                .singleElement()
                .satisfies(visit -> assertThat(visit.slot().start())
                        .isEqualTo(
                                TUESDAY.plusDays(1).atTime(14, 0).atZone(DUBLIN).toInstant()));
    }

    @Test
    void theAddressNamesTheTherapistsShown() {
        open("therapists", Map.of("therapist", maya.toString()));
        assertThat(shown().columns()).extracting(CalendarDay.Column::name).containsExactly("Maya");
    }

    @Test
    void whatMakesNoSenseInAnAddressIsLeftOut() {
        open("sideways", Map.of("therapist", "nobody", "visit", "none"));
        assertThat(shown().columns()).hasSize(2);
    }

    @Test
    void aLinkToAVisitOpensItsDay() {
        var visit = booked(client("Daniel"), maya, "11:00");
        open("therapists", Map.of("visit", visit.id().toString()));
        assertThat(find(H1.class).single().getText()).contains("24");
        assertThat(shown().entries()).extracting(CalendarDay.Entry::id).contains(BoardDays.entryOf(visit));
    }

    @Test
    void theDaySheetSaysWhoComesWhenAndNothingOfTheirHealthOrTheDesksNotes() {
        booked(client("Daniel"), maya, "11:00");
        booked(client("Amara"), maya, "14:00");
        TestActor.desk()
                .run(() -> calendar.block(
                        new BlockTime(place.id(), maya, new TimeSlot(at("12:30"), at("13:30")), "A meeting")));
        open("therapists", Map.of());
        find(Button.class)
                .withCondition(each ->
                        each.getAriaLabel().filter("Print day sheet"::equals).isPresent())
                .single()
                .click();
        var sheet = UI.getCurrent()
                .getElement()
                .getChildren()
                .filter(child -> child.getClassList().contains("printout"))
                .findFirst()
                .orElseThrow();
        assertThat(sheet.getTextRecursively())
                .contains("Daniel " + mark, "11:00–12:00", "Massage", "Room 1", "Booked")
                .containsSubsequence("Time", "Client", "Service", "Room", "Status", "Daniel", "A meeting", "Amara")
                .doesNotContain("care", "form");
        assertThat(sheet.getComponent().orElseThrow()).isInstanceOf(Printout.class);
    }

    private void open(String view, Map<String, String> more) {
        var query = new HashMap<>(more);
        query.put("location", place.code());
        query.put("date", TUESDAY.toString());
        query.put("view", view);
        go("desk", query);
    }

    private CalendarDay shown() {
        return board().shown().orElseThrow();
    }
}
