package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.Waitlist;
import app.afterwell.booking.WaitlistWish;
import app.afterwell.domain.ClientId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

class WaitlistViewTests extends DeskTests {

    @Autowired
    Waitlist waitlist;

    private String page() {
        return textOf(find(WaitlistView.class).single());
    }

    private void waits(ClientId client) {
        TestActor.desk()
                .run(() -> waitlist.join(new WaitlistWish(
                        client,
                        massage,
                        place.id(),
                        Set.of(),
                        Set.of(),
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT,
                        TUESDAY.minusDays(1),
                        TUESDAY.plusDays(10),
                        null)));
    }

    @Test
    void aClientMayNotOpenIt() {
        signIn(TestActor.client(ClientId.next()));
        UI.getCurrent().navigate("waitlist");
        assertThat(find(WaitlistView.class).all()).isEmpty();
    }

    @Test
    void somebodyIsAddedAndTakenOffAndThatCanBeTakenBack() {
        client("Xenia");
        signIn(TestActor.desk());
        UI.getCurrent().navigate("waitlist");
        press(find(WaitlistView.class).single(), "Add to the waitlist");
        var dialog = find(WaitlistDialog.class).single();
        test(find(TextField.class, dialog).all().getFirst()).setValue("Xenia " + mark);
        roundTrip();
        press(dialog, "Add to the waitlist");
        assertThat(page()).contains("Xenia " + mark, "anybody", "any day");

        var leave = find(Button.class)
                .withCondition(button -> button.getAriaLabel()
                        .filter(label -> label.contains("Xenia " + mark))
                        .isPresent())
                .single();
        test(leave).click();
        roundTrip();
        assertThat(waiting("Xenia")).isFalse();
        undo();
        assertThat(waiting("Xenia")).isTrue();
    }

    private boolean waiting(String name) {
        return TestActor.desk().call(() -> waitlist.entries()).stream()
                .anyMatch(entry -> entry.clientName().equals(name + " " + mark));
    }

    @Test
    void aFreedTimeAppearsByItselfAndIsTaken() {
        var visit = booked(client("Omar"), maya, "10:00");
        var xenia = client("Xenia");
        waits(xenia);
        signIn(TestActor.desk());
        UI.getCurrent().navigate("waitlist");
        TestActor.desk().run(() -> calendar.cancel(visit.id(), "Has a cold"));
        TestActor.desk().signIn();
        awaitLive(() -> page().contains("is held until"));

        press(find(WaitlistView.class).single(), "Takes it");

        assertThat(waiting("Xenia")).isFalse();
        assertThat(TestActor.desk()
                        .call(() -> calendar.appointments(AppointmentFilter.of(xenia))
                                .items()))
                .extracting(each -> each.slot().start())
                .containsExactly(at("10:00"));
    }
}
