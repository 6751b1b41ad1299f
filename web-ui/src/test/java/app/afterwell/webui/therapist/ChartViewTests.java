package app.afterwell.webui.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class ChartViewTests extends VisitPages {

    @Test
    void theChartTellsWhatHappenedAndWhereWasWorked() {
        signed();
        open(therapist);
        assertThat(textOf(find(ChartView.class).single()))
                .contains("Marta Silva", "What happened", "Deep tissue, 60 min", "Hamstrings, left, pressure 2");
        assertThat(link("Read the note").getHref()).isEqualTo("sessions/" + visit);
    }

    @Test
    void aTherapistWhoDoesNotTreatTheClientIsRefused() {
        open(TestActor.therapist(PractitionerId.next()));
        assertThat(find(ChartTimeline.class).exists()).isFalse();
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
