package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.TestActor;

/** The owner's page of messages, in a house without a mail server. */
class MessagesViewTests extends VisitPages {

    @Autowired
    JdbcClient sql;

    @Autowired
    Dispatcher dispatcher;

    @Test
    void withoutAMailServerItSaysSoAndKeepsWhatWasNotSent() {
        var id = planMessage();
        clock.advance(java.time.Duration.ofMinutes(3));
        dispatcher.deliver(id);
        open("part", "FAILED");
        assertThat(textOf(find(MessagesView.class).single()))
                .contains("no mail server is configured", "Marta Silva", "New plan", "Not sent");
    }

    @Test
    void aMessageCanBeTakenOutOfTheQueue() {
        // Those of other tests would stand beside it.
        sql.sql("delete from message where state = 'WAITING'").update();
        var id = planMessage();
        open("part", "LATER");
        find(Button.class)
                .withCondition(
                        button -> button.getAriaLabel().orElse("").contains("Do not send: New plan, Marta Silva"))
                .all()
                .getFirst()
                .click();
        assertThat(dispatcher.deliver(id)).isEmpty();
        assertThat(sql.sql("select state from message where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    void aTextIsPreviewedAsItIsTypedAndRefusedWhenItCannotBe() {
        open("tab", "TEXTS");
        var subject = find(TextField.class).withLabel("Subject").single();
        subject.setValue("See you {name}");
        assertThat(subject.isInvalid()).isTrue();
        assertThat(subject.getErrorMessage()).contains("{name}", "first");
        subject.setValue("See you on {day}, {first}");
        assertThat(subject.isInvalid()).isFalse();
        assertThat(textOf(find(TextsEditor.class).single())).contains(", Alex");
        assertThat(find(TextArea.class).withLabel("Text").single().getValue()).contains("{day}");
        assertThat(find(Select.class).withLabel("Message").single().getValue()).isEqualTo(MessageText.BOOKED);
    }

    @Test
    void timesAreSavedAndNonsenseIsShownAtItsField() {
        open("tab", "TIMES");
        var reminders =
                find(TextField.class).withLabel("Reminders (hours before)").single();
        reminders.setValue("two days");
        test(find(Button.class).withText("Save").single()).click();
        assertThat(reminders.isInvalid()).isTrue();
        reminders.setValue("48, 3");
        test(find(Button.class).withText("Save").single()).click();
        assertThat(reminders.isInvalid()).isFalse();
    }

    private java.util.UUID planMessage() {
        var plan = signed().plan().id();
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> sql.sql("select count(*) from message where plan_id = :plan")
                                .param("plan", plan.value())
                                .query(Long.class)
                                .single()
                        > 0);
        return sql.sql("select id from message where plan_id = :plan and kind = 'PLAN'")
                .param("plan", plan.value())
                .query(java.util.UUID.class)
                .single();
    }

    private void open(String name, String value) {
        signIn(TestActor.owner());
        UI.getCurrent().navigate("admin/messages", QueryParameters.of(name, value));
        roundTrip();
    }
}
