package app.afterwell.webui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.aftercare.followup.TaskRules;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Role;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TaskId;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

class TasksViewTests extends VisitPages {

    @Autowired
    CheckIns checkIns;

    @Autowired
    TaskRules rules;

    @Test
    void theTherapistSeesWhyAndTheDeskOnlyWhomToRingAndWhatToSay() {
        var task = numbness();
        open(therapist, task);
        assertThat(textOf(find(TaskDetail.class).single())).contains("Marta Silva", "What they told us", "numbness");

        open(desk, task);
        assertThat(textOf(find(TaskDetail.class).single()))
                .contains("Marta Silva", "When you call", "Call")
                .doesNotContain("What they told us")
                .doesNotContainIgnoringCase("numb");
    }

    @Test
    void aTaskIsClosedWithWhatCameOfItAndNotWithoutIt() {
        open(desk, numbness());
        test(find(Button.class).withText("Record and close").single()).click();
        assertThat(outcome().isInvalid()).isTrue();

        outcome().setValue("reached-doctor");
        test(find(Button.class).withText("Record and close").single()).click();
        assertThat(find(TaskDetail.class).exists()).isFalse();
        UI.getCurrent().navigate("tasks", QueryParameters.of("whose", "DONE"));
        assertThat(find(TasksView.class).exists()).isTrue();
    }

    @Test
    void aNewAlertAppearsByItself() {
        open(desk, null);
        var task = numbness();
        awaitLive(() -> find(Anchor.class)
                .withCondition(line -> line.getHref().contains(task.toString()))
                .exists());
    }

    @Test
    void theOwnerSeesHowManyAndNotAboutWhom() {
        numbness();
        open(TestActor.owner(), null);
        assertThat(textOf(find(TasksView.class).single())).contains("Urgent:").doesNotContain("Marta Silva");
    }

    @Test
    void aTaskIsPutAsideAndThatIsTakenBack() {
        var task = numbness();
        open(therapist, task);
        test(find(Button.class).withText("Put aside").single()).click();
        assertThat(textOf(find(Dialog.class).single())).contains("By the clock of the clinic: Europe/London");
        click("Put it aside");
        assertThat(line(task)).isFalse();

        test(find(Button.class).withText("Undo").single()).click();
        roundTrip();
        assertThat(line(task)).isTrue();
    }

    @Test
    void anEmergencyIsNotPutAside() {
        open(therapist, told(Symptom.CHEST_PAIN));
        assertThat(find(Button.class).withText("Put aside").exists()).isFalse();
        assertThat(find(Button.class).withText("Hand over").exists()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTaskIsHandedOverToTheTherapistsWithAWord() {
        var task = numbness();
        open(desk, task);
        test(find(Button.class).withText("Hand over").single()).click();
        click("Hand it over");
        ComboBox<HandOverDialog.Choice> to =
                find(ComboBox.class).withLabel("To").single();
        assertThat(to.isInvalid()).isTrue();
        to.setValue(to.getListDataView()
                .getItems()
                .filter(choice -> choice.role() == Role.THERAPIST)
                .findFirst()
                .orElseThrow());
        test(find(TextArea.class).withLabel("A word for them").single()).setValue("She asks for Maya.");
        click("Hand it over");

        open(therapist, task);
        assertThat(textOf(find(TaskDetail.class).single()))
                .contains("Handed over to the therapists.", "She asks for Maya.");
    }

    @Test
    void whatATherapistSaysIsKeptAndIsNotForTheDesk() {
        var task = numbness();
        open(therapist, task);
        test(find(TextArea.class).withLabel("Comment").single()).setValue("Numb in the big toe.");
        test(find(Button.class).withText("Add comment").single()).click();
        assertThat(textOf(find(TaskDetail.class).single())).contains("Numb in the big toe.");

        open(desk, task);
        assertThat(textOf(find(TaskDetail.class).single()))
                .contains("Something was said for therapists.")
                .doesNotContain("big toe");
    }

    @Test
    void theAddressKeepsHowTheListIsNarrowed() {
        var task = numbness();
        signIn(therapist);
        UI.getCurrent()
                .navigate(
                        "tasks", QueryParameters.simple(Map.of("urgency", "TODAY", "who", "NOBODY", "whose", "MINE")));
        roundTrip();
        assertThat(line(task)).isFalse();
        assertThat(textOf(find(TasksView.class).single())).contains("Nothing fits");

        UI.getCurrent()
                .navigate(
                        "tasks", QueryParameters.simple(Map.of("urgency", "URGENT", "who", "NOBODY", "whose", "MINE")));
        roundTrip();
        assertThat(line(task)).isTrue();
        assertThat(find(Anchor.class)
                        .withCondition(anchor -> anchor.getHref().contains(task.toString()))
                        .single()
                        .getHref())
                .contains("urgency=URGENT", "who=NOBODY", "whose=MINE");
    }

    @Test
    void anAddressThatMakesNoSenseShowsTheUsualList() {
        signIn(therapist);
        UI.getCurrent()
                .navigate(
                        "tasks",
                        QueryParameters.simple(
                                Map.of("urgency", "X", "who", "Y", "page", "-3", "task", "Z", "role", "OWNER")));
        roundTrip();
        assertThat(find(TasksView.class).exists()).isTrue();
    }

    @Test
    void theOwnerSettlesWhenALateTaskClimbs() {
        open(TestActor.owner(), null);
        var field = find(IntegerField.class).withLabel("Urgent, minutes").single();
        test(field).setValue(45);
        test(find(Button.class).withText("Save").single()).click();
        assertThat(TestActor.owner().call(() -> rules.climbing()).urgentMinutes())
                .isEqualTo(45);
        test(find(Button.class).withText("Undo").single()).click();
        assertThat(TestActor.owner().call(() -> rules.climbing()).urgentMinutes())
                .isEqualTo(30);
    }

    private void click(String text) {
        find(Button.class).withText(text).single().click();
        roundTrip();
    }

    private boolean line(TaskId task) {
        return find(Anchor.class)
                .withCondition(line -> line.getHref().contains(task.toString()))
                .exists();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> outcome() {
        return find(RadioButtonGroup.class).withLabel("Outcome").single();
    }

    private void open(TestActor actor, TaskId task) {
        signIn(actor);
        UI.getCurrent()
                .navigate(
                        "tasks", task == null ? QueryParameters.empty() : QueryParameters.of("task", task.toString()));
        roundTrip();
    }

    private TaskId numbness() {
        return told(Symptom.NEW_NUMBNESS);
    }

    private TaskId told(Symptom symptom) {
        var plan = signed().plan().id();
        var answered = TestActor.client(client)
                .call(() -> checkIns.answer(
                        plan,
                        new AnswerCheckIn(
                                new PainScore(4), List.of(LEFT_HAMSTRINGS), Set.of(symptom), List.of(), null)));
        return Objects.requireNonNull(answered.task());
    }
}
