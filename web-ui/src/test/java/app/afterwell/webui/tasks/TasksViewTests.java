package app.afterwell.webui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TaskId;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

class TasksViewTests extends VisitPages {

    @Autowired
    CheckIns checkIns;

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
        var plan = signed().plan().id();
        var answered = TestActor.client(client)
                .call(() -> checkIns.answer(
                        plan,
                        new AnswerCheckIn(
                                new PainScore(4),
                                List.of(LEFT_HAMSTRINGS),
                                Set.of(Symptom.NEW_NUMBNESS),
                                List.of(),
                                null)));
        return Objects.requireNonNull(answered.task());
    }
}
