package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.VisitStatus;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class CheckoutPartTests extends DeskTests {

    private ClientId ben;
    private AppointmentInfo visit;

    @BeforeEach
    void aVisitEnds() {
        ben = client("Ben");
        visit = booked(ben, maya, "10:00");
        clock.set(at("11:00"));
        TestActor.desk().run(() -> {
            calendar.setStatus(visit.id(), VisitStatus.ARRIVED);
            calendar.setStatus(visit.id(), VisitStatus.IN_SESSION);
        });
        signIn(TestActor.desk());
        openBoard();
        chooseEntry(visit);
    }

    @Test
    void whenTheVisitIsDoneTheCardSaysWhatIsOwedAndHowItWasSettled() {
        press(card(), "Visit is done");
        assertThat(textOf(card())).contains("To pay: €78.00");
        press(card(), "Card");
        assertThat(textOf(card())).contains("Paid: €78.00", "By card");
        assertThat(lastChange()).contains("paid by card");
        undo();
        assertThat(textOf(card())).contains("To pay: €78.00");
    }

    @Test
    void whatIsPaidLaterStaysMarked() {
        press(card(), "Visit is done");
        press(card(), "Pays later");
        assertThat(textOf(card())).contains("To pay: €78.00", "Pays later, noted");
        assertThat(flags()).contains("Not paid for yet");
        press(card(), "Cash");
        assertThat(flags()).doesNotContain("Not paid for yet");
    }

    @Test
    void aReceiptIsPrintedAndASlipTakenBack() {
        press(card(), "Visit is done");
        press(card(), "Cash");
        press(card(), "Print receipt");
        assertThat(UI.getCurrent().getElement().getTextRecursively()).contains("Receipt", "Ben", "€78.00", "1 Quay");
        press(card(), "Take it back");
        assertThat(textOf(card())).contains("To pay");
    }

    @Test
    void theNextVisitIsProposedAtTheSameTimeAndBookedWithOneTap() {
        press(card(), "Visit is done");
        press(card(), "Cash");
        assertThat(textOf(card())).contains("Next visit", "In about 14 days");
        press(card(), "Book ");
        var next = calendar.appointments(AppointmentFilter.of(ben)).items().getLast();
        assertThat(next.slot().start())
                .isEqualTo(TUESDAY.plusDays(14).atTime(10, 0).atZone(DUBLIN).toInstant());
        assertThat(next.practitioner()).isEqualTo(maya);
        assertThat(textOf(card())).contains("Booked:");
        undo();
        assertThat(calendar.appointment(next.id()).status()).isEqualTo(VisitStatus.CANCELLED);
    }

    @Test
    void whoMayOnlyLookSeesNoButtons() {
        press(card(), "Visit is done");
        signIn(TestActor.owner());
        openBoard();
        chooseEntry(visit);
        assertThat(textOf(card())).contains("To pay").doesNotContain("Cash");
    }

    private VisitCard card() {
        return find(VisitCard.class).single();
    }

    private String flags() {
        return board().shown().orElseThrow().entries().toString();
    }
}
