package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.MoveAppointment;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.VisitStatus;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class DeskViewTests extends DeskTests {

    @Test
    void aClientMayNotOpenTheBoard() {
        signIn(TestActor.client(ClientId.next()));
        openBoard();
        assertThat(find(DeskView.class).all()).isEmpty();
    }

    @Test
    void theAddressSaysWhichPlaceAndDayAreShown() {
        signIn(TestActor.desk());
        openBoard();
        assertThat(find(H1.class).single().getText()).contains("24", "November");
        assertThat(drawn()).contains("Maya", "Tomás", "09:00–17:00");
    }

    @Test
    void anOwnerLooksButDoesNotBook() {
        signIn(TestActor.owner());
        openBoard();
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Book", "Block time");
        assertThat(find(CallList.class).all()).isEmpty();
        chooseSlot(maya, "10:00");
        assertThat(find(BookingDialog.class).all()).isEmpty();
    }

    @Test
    void aVisitIsShownWithItsStatusAsAWordAndNeverWithItsReason() {
        booked(client("Daniel"), maya, "11:00");
        signIn(TestActor.desk());
        openBoard();
        assertThat(drawn()).contains("Daniel", "Booked", "11:00–12:00, Room 1", "Massage");
    }

    @Test
    void whatIsDraggedIsMovedAndCanBeTakenBack() {
        var visit = booked(client("Yuki"), maya, "10:00");
        signIn(TestActor.desk());
        openBoard();
        moveEntry(visit, tomas, "14:30", "15:30");
        assertThat(now(visit).slot().start()).isEqualTo(at("14:30"));
        assertThat(now(visit).practitioner()).isEqualTo(tomas);
        assertThat(lastChange()).contains("Yuki", "14:30", "Tomás");
        undo();
        assertThat(now(visit).slot().start()).isEqualTo(at("10:00"));
        assertThat(now(visit).practitioner()).isEqualTo(maya);
    }

    @Test
    void theEdgeThatIsDrawnMakesAVisitLonger() {
        var visit = booked(client("Mei"), maya, "10:00");
        signIn(TestActor.desk());
        openBoard();
        moveEntry(visit, maya, "10:00", "11:30");
        assertThat(now(visit).slot().length()).isEqualTo(Duration.ofMinutes(90));
        assertThat(lastChange()).contains("11:30");
    }

    @Test
    void aMoveOntoATakenSlotSaysSoAndChangesNothingUnlessAReasonIsGiven() {
        var first = booked(client("Ruth"), maya, "10:00");
        var second = booked(client("Sam"), maya, "14:00");
        signIn(TestActor.desk());
        openBoard();
        moveEntry(second, maya, "10:15", "11:15");
        assertThat(now(second).slot().start()).isEqualTo(at("14:00"));
        assertThat(lastChange()).contains("taken", "nothing was changed");
        press(find(LastChange.class).single(), "Do it anyway");
        var dialog = find(ReasonDialog.class).single();
        test(find(TextField.class, dialog).single()).setValue("They share the hour");
        press(dialog, "Do it anyway");
        assertThat(now(second).slot().start()).isEqualTo(at("10:15"));
        assertThat(now(second).overrideReason()).isEqualTo("They share the hour");
        assertThat(now(first).slot().start()).isEqualTo(at("10:00"));
    }

    @Test
    void somebodyElsesChangeIsToldInWordsAndShown() {
        var visit = booked(client("Leo"), maya, "10:00");
        signIn(TestActor.desk());
        openBoard();
        // The board has not heard of it yet: what comes by the database waits for the next round trip.
        calendar.move(MoveAppointment.to(visit.id(), visit.version(), at("12:00")));
        moveEntry(visit, tomas, "15:00", "16:00");
        assertThat(now(visit).slot().start()).isIn(at("12:00"), at("15:00"));
    }

    @Test
    void anotherDesksBookingAppearsWithoutReloading() {
        signIn(TestActor.desk());
        openBoard();
        booked(client("Fiona"), tomas, "13:00");
        awaitLive(() -> drawn().contains("Fiona"));
    }

    @Test
    void theVisitIsMarkedArrivedOnItsDayAndThatCanBeTakenBack() {
        var visit = booked(client("Ben"), maya, "10:00");
        clock.set(at("09:50"));
        signIn(TestActor.desk());
        openBoard();
        chooseEntry(visit);
        press(find(VisitCard.class).single(), "Arrived");
        assertThat(now(visit).status()).isEqualTo(VisitStatus.ARRIVED);
        undo();
        assertThat(now(visit).status()).isEqualTo(VisitStatus.BOOKED);
    }

    @Test
    void aCancelledVisitSaysWhyAndFreesItsSlot() {
        var visit = booked(client("Omar"), maya, "10:00");
        signIn(TestActor.desk());
        openBoard();
        chooseEntry(visit);
        press(find(VisitCard.class).single(), "Cancel visit");
        press(find(VisitCard.class).single(), "Client is ill");
        assertThat(now(visit).status()).isEqualTo(VisitStatus.CANCELLED);
        assertThat(now(visit).reason()).isEqualTo("Client is ill");
        assertThat(drawn()).doesNotContain("Omar");
        assertThat(booked(client("Joe"), maya, "10:00").status()).isEqualTo(VisitStatus.BOOKED);
    }

    @Test
    void aDayThatIsNoneIsToday() {
        signIn(TestActor.desk());
        go("desk", Map.of("location", place.code(), "date", "soon"));
        assertThat(find(H1.class).single().getText()).contains("22", "November");
    }

    /** What the calendar was last given to draw. */
    private String drawn() {
        return board().shown().map(Record::toString).orElse("");
    }
}
