package app.afterwell.webui.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.aftercare.note.AddAddendum;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.audit.AuditLog;
import app.afterwell.webui.components.BodyHistory;
import app.afterwell.webui.components.PainOverVisits;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

class ChartViewTests extends VisitPages {

    @Autowired
    SignedNotes later;

    @Autowired
    AuditLog audit;

    @Autowired
    CheckIns checkIns;

    @Test
    void theChartTellsWhatHappenedAndWhereWasWorked() {
        signed();
        therapist.run(() -> later.add(new AddAddendum(visit, "She rang", "Better already.")));
        open(therapist);
        assertThat(textOf(find(ChartView.class).single()))
                .contains(
                        "Marta Silva",
                        "What happened",
                        "Deep tissue, 60 min",
                        "Hamstrings, left, pressure 2",
                        "Better already.");
        assertThat(link("Read the note").getHref()).isEqualTo("sessions/" + visit);
        assertThat(find(BodyHistory.class).single().isVisible()).isTrue();
        assertThat(find(PainOverVisits.class).single().isVisible()).isTrue();
        assertThat(link("Download PDF").getHref()).isNotBlank();
        assertThat(TestActor.owner().call(() -> audit.of(client)))
                .extracting(AuditLog.Entry::action)
                .contains("chart.read", "note.addendum");
    }

    @Test
    void whatTheClientWroteIsReadInTheirWords() {
        var plan = signed().plan().id();
        TestActor.client(client)
                .run(() -> checkIns.answer(
                        plan,
                        new AnswerCheckIn(new PainScore(3), List.of(), Set.of(), List.of(), "The stairs were hard.")));
        open(therapist);
        assertThat(textOf(find(LastAftercare.class).single())).contains("the client wrote", "The stairs were hard.");
        assertThat(textOf(find(ChartTimeline.class).single())).contains("The stairs were hard.");
    }

    @Test
    void aChartWithoutANoteSaysHowItBegins() {
        open(therapist);
        assertThat(textOf(find(ChartView.class).single())).contains("It begins with the first signed note");
        assertThat(link("Write the note").getHref()).isEqualTo("sessions/" + visit);
        assertThat(find(BodiesOverTime.class).exists()).isFalse();
    }

    @Test
    void wordsAreFoundAndMarkedAndStayInTheAddress() {
        signed();
        open(therapist);
        var search = find(TextField.class)
                .withCondition(field -> field.getAriaLabel().equals(Optional.of("Find in the notes")))
                .single();
        test(search).setValue("hill wal");
        assertThat(textOf(find(ChartSearch.class).single())).contains("1 place found", "hill", "walk");

        test(search).setValue("mountain");
        assertThat(textOf(find(ChartSearch.class).single())).contains("No note says");

        UI.getCurrent().navigate("clients/" + client + "/chart", QueryParameters.of("q", "hill"));
        assertThat(textOf(find(ChartSearch.class).single())).contains("1 place found");
    }

    @Test
    void aTherapistWhoDoesNotTreatTheClientSaysWhyAndThenReads() {
        signed();
        var colleague = TestActor.therapist(PractitionerId.next());
        open(colleague);
        assertThat(find(ChartTimeline.class).exists()).isFalse();
        assertThat(textOf(find(RecordClosed.class).single())).contains("Marta Silva is not your client");

        var open = find(Button.class).withText("Open the record for 4 hours").single();
        test(open).click();
        var reason = find(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        test(reason).setValue("She rang, and Maya is on leave this week.");
        test(open).click();

        assertThat(find(ChartTimeline.class).exists()).isTrue();
        assertThat(textOf(find(ChartView.class).single())).contains("The record is open to you until");
        assertThat(TestActor.owner().call(() -> audit.of(client)))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("glass.break");
                    assertThat(entry.reason()).contains("She rang, and Maya is on leave this week.");
                })
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("chart.read");
                    assertThat(entry.reason()).contains("She rang, and Maya is on leave this week.");
                });

        UI.getCurrent().navigate("sessions/" + visit);
        assertThat(textOf(find(SignedNote.class).single())).contains("Signed by", "to read");
        assertThat(find(Button.class).withText("Amend this note").exists()).isFalse();
    }

    @Test
    void theDeskIsRefused() {
        open(desk);
        assertThat(find(ChartView.class).exists()).isFalse();
    }

    private void open(TestActor actor) {
        signIn(actor);
        UI.getCurrent().navigate("clients/" + client + "/chart");
    }
}
