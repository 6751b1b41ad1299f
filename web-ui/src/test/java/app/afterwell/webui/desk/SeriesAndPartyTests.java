package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.BookAppointment;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.VisitStatus;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class SeriesAndPartyTests extends DeskTests {

    private List<AppointmentInfo> of(ClientId client) {
        return TestActor.desk()
                .call(() -> calendar.appointments(AppointmentFilter.of(client)).items());
    }

    @Test
    void aVisitReturnsAndWhatIsNotFreeIsShownFirst() {
        var xenia = client("Xenia");
        var visit = booked(xenia, maya, "10:00");
        var inTheWay = TestActor.desk()
                .call(() -> calendar.book(BookAppointment.of(
                        client("Omar"),
                        massage,
                        maya,
                        TUESDAY.plusWeeks(2).atTime(10, 0).atZone(DUBLIN).toInstant())))
                .named("Omar");
        signIn(TestActor.desk());
        openBoard();
        chooseEntry(visit);
        press(find(VisitExtras.class).single(), "Repeat");
        var dialog = find(SeriesDialog.class).single();
        press(dialog, "Show the times");
        assertThat(textOf(dialog)).contains("5 times, 1 of them not free");
        assertThat(of(xenia)).hasSize(1);

        press(dialog, "Book these");

        assertThat(of(xenia)).hasSize(6);
        assertThat(of(xenia))
                .noneMatch(
                        each -> each.practitioner().equals(maya) && each.slot().overlaps(inTheWay.slot()));
        assertThat(of(xenia)).extracting(AppointmentInfo::series).doesNotContainNull();
        assertThat(lastChange()).contains("5 visits booked");
        undo();
        assertThat(of(xenia))
                .filteredOn(each -> each.status() == VisitStatus.BOOKED)
                .hasSize(1);
    }

    @Test
    void theVisitSaysWhereItStoodBefore() {
        var visit = booked(client("Yuki"), maya, "10:00");
        signIn(TestActor.desk());
        openBoard();
        moveEntry(visit, tomas, "14:30", "15:30");
        chooseEntry(visit);
        assertThat(textOf(find(VisitExtras.class).single())).contains("10:00", "Maya");
    }

    @Test
    void twoComeTogetherAndThatCanBeTakenBack() {
        var ann = client("Ann");
        var ben = client("Ben");
        signIn(TestActor.desk());
        openBoard();
        chooseSlot(maya, "10:00");
        press(find(BookingDialog.class).single(), "Together");
        var dialog = find(PartyDialog.class).single();
        var lookups = find(ClientLookup.class, dialog).all();
        test(find(TextField.class, lookups.get(0)).single()).setValue("Ann " + mark);
        test(find(TextField.class, lookups.get(1)).single()).setValue("Ben " + mark);
        roundTrip();
        press(dialog, "Book them all");

        assertThat(of(ann).getFirst().party())
                .isNotNull()
                .isEqualTo(of(ben).getFirst().party());
        assertThat(of(ann).getFirst().roomName()).isEqualTo(of(ben).getFirst().roomName());
        undo();
        assertThat(of(ann).getFirst().status()).isEqualTo(VisitStatus.CANCELLED);
        assertThat(of(ben).getFirst().status()).isEqualTo(VisitStatus.CANCELLED);
    }

    @Test
    void anybodyIsWhoeverIsFreeWithTheReason() {
        booked(client("Omar"), maya, "10:00");
        client("Xenia");
        signIn(TestActor.desk());
        openBoard();
        chooseSlot(maya, "10:00");
        var dialog = find(BookingDialog.class).single();
        press(dialog, "Anybody who is free");
        var form = find(AppointmentForm.class, dialog).single();
        assertThat(form.practitioner())
                .isNotNull()
                .satisfies(column -> assertThat(column.name()).isEqualTo("Tomás"));
    }
}
