package app.afterwell.webui.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.note.ChangeNote;
import app.afterwell.aftercare.note.NoteChange;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.components.BodyChart;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class SessionViewTests extends VisitPages {

    @Test
    void aTapAddsAnAreaIsSavedAtOnceAndThePlanGrows() {
        open(therapist);
        tapHamstrings();
        chip("Tightness");
        scale().selectItem("2 light");

        var saved = therapist.call(() -> notes.open(visit));
        assertThat(saved.draft().session().areas()).singleElement().satisfies(worked -> {
            assertThat(worked.area()).isEqualTo(LEFT_HAMSTRINGS);
            assertThat(worked.pressure().level()).isEqualTo(2);
        });
        assertThat(textOf(find(PlanPane.class).single()))
                .contains("Withheld", "blood thinner", "Basics, on every plan");
        assertThat(textOf(find(SignBar.class).single())).contains("Saved");
    }

    @Test
    void moreThanIntakeAllowsAsksForAReasonBeforeItCanBeSigned() {
        open(therapist);
        tapHamstrings();
        scale().selectItem("4 deep");
        assertThat(textOf(find(SignBar.class).single())).contains("Give 1 reason to sign");

        var reason = find(TextField.class)
                .withLabel("Why more pressure than intake allows")
                .single();
        test(reason).setValue("Her doctor cleared it on Monday");
        assertThat(textOf(find(SignBar.class).single())).doesNotContain("reason");
    }

    @Test
    void allThatIsMissingIsListedEachWithAWayToIt() {
        open(therapist);
        tapHamstrings();
        scale().selectItem("4 deep");
        var bar = find(SignBar.class).single();
        assertThat(textOf(bar)).contains("3 things left empty", "Pain before", "Pain after", "What the client says");
        assertThat(textOf(bar)).contains("A reason for the pressure: Hamstrings, left");

        chip("Tightness");
        test(find(TextArea.class).withLabel("S – what the client says").single())
                .setValue("Tight.");
        assertThat(textOf(bar)).doesNotContain("What the client says");
        test(find(TextField.class)
                        .withLabel("Why more pressure than intake allows")
                        .single())
                .setValue("Her doctor cleared it on Monday");
        assertThat(textOf(bar)).doesNotContain("A reason for the pressure");
    }

    @Test
    void aSignatureLocksTheNoteAndShowsThePlanThatItIssued() {
        open(therapist);
        tapHamstrings();
        chip("Tightness");
        find(Button.class)
                .withText("Leave it out")
                .all()
                .forEach(button -> test(button).click());
        test(find(Button.class).withText("Sign and send plan").single()).click();

        assertThat(find(NoteEditor.class).exists()).isFalse();
        assertThat(textOf(find(SignedNote.class).single()))
                .contains("Signed by Theo Therapist", "What the client does", "Hamstrings, left");
        assertThat(therapist.call(() -> notes.open(visit)).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void neitherTextIsLostWhenTheNoteChangedElsewhere() {
        open(therapist);
        therapist.run(() -> notes.save(new SaveDraft(visit, 0, draft("Written on the tablet."))));
        var subjective =
                find(TextArea.class).withLabel("S – what the client says").single();
        test(subjective).setValue("Written on the desk.");

        assertThat(find(TextArea.class)
                        .withLabel("S – what the client says")
                        .single()
                        .getValue())
                .isEqualTo("Written on the tablet.");
        assertThat(textOf(find(CopyNotice.class).single())).contains("Written on the desk.");

        test(find(Button.class).withText("Use that text instead").single()).click();
        assertThat(find(TextArea.class)
                        .withLabel("S – what the client says")
                        .single()
                        .getValue())
                .isEqualTo("Written on the desk.");
        assertThat(find(CopyNotice.class).exists()).isFalse();
    }

    @Test
    void whatIsDecidedAndDrawnIsStillThereWhenThePageIsOpenedAgain() {
        open(therapist);
        tapHamstrings();
        var chart = find(BodyChart.class).single();
        ComponentUtil.fireEvent(chart, new BodyChart.StrokeChanged(chart, true, "s1", "BACK 10 20 30 40"));
        var leaveOut = find(Button.class).withText("Leave out").all().getFirst();
        test(leaveOut).click();

        open(therapist);
        assertThat(textOf(find(WorkedAreas.class).single())).contains("1 free mark on the back");
        assertThat(textOf(find(PlanPane.class).single())).contains("Left out");
        assertThat(therapist.call(() -> notes.open(visit)).draft().decisions()).hasSize(1);

        chart = find(BodyChart.class).single();
        ComponentUtil.fireEvent(chart, new BodyChart.StrokeChanged(chart, true, "s1", null));
        assertThat(textOf(find(WorkedAreas.class).single())).doesNotContain("free mark");
    }

    @Test
    void twoDevicesOnDifferentFieldsComeTogether() {
        open(therapist);
        therapist.run(() -> notes.change(
                new ChangeNote(visit, List.of(new NoteChange("text/objective", null, "Leg raise 60 degrees.")))));
        test(find(TextArea.class).withLabel("S – what the client says").single())
                .setValue("Written on the desk.");

        assertThat(find(CopyNotice.class).exists()).isFalse();
        assertThat(find(TextArea.class).withLabel("O – what you find").single().getValue())
                .isEqualTo("Leg raise 60 degrees.");
        assertThat(therapist.call(() -> notes.open(visit)).draft().text().subjective())
                .isEqualTo("Written on the desk.");
    }

    @Test
    void aDoseOfOnesOwnIsShownAndKeptWithItsReason() {
        open(therapist);
        tapHamstrings();
        var change = find(Button.class).withText("Change").all().getLast();
        test(change).click();
        var dose =
                find(TextField.class).withLabel("What the client reads as dose").single();
        test(dose).setValue("This will flush toxins");
        test(find(Button.class).withText("Change it").single()).click();
        assertThat(dose.getErrorMessage()).contains("toxin");

        test(dose).setValue("Half a glass an hour");
        test(find(TextField.class).withLabel("Why").single()).setValue("She forgets to drink");
        test(find(Button.class).withText("Change it").single()).click();
        assertThat(textOf(find(PlanPane.class).single()))
                .contains("Changed by you", "Half a glass an hour", "She forgets to drink");
        assertThat(therapist.call(() -> notes.open(visit)).preview().decided().offered())
                .anyMatch(item -> item.dose().equals("Half a glass an hour"));
    }

    @Test
    void aTherapistWhoDoesNotTreatTheClientIsRefused() {
        open(TestActor.therapist(PractitionerId.next()));
        assertThat(find(NoteEditor.class).exists()).isFalse();
    }

    @Test
    void theDeskIsRefused() {
        open(desk);
        assertThat(find(SessionView.class).exists()).isFalse();
    }

    private void open(TestActor actor) {
        signIn(actor);
        UI.getCurrent().navigate("sessions/" + visit);
    }

    private void tapHamstrings() {
        var chart = find(BodyChart.class).first();
        ComponentUtil.fireEvent(chart, new BodyChart.AreaChosen(chart, true, "HAMSTRINGS", "LEFT"));
    }

    private void chip(String text) {
        test(find(NativeButton.class)
                        .withCondition(chip ->
                                chip.hasClassName("chip") && textOf(chip).equals(text))
                        .first())
                .click();
    }

    private RadioButtonGroupTester<RadioButtonGroup<Integer>, Integer> scale() {
        return test(find(Scale.class).withClassName("words").single());
    }
}
