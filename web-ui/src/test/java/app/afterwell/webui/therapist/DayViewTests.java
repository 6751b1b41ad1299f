package app.afterwell.webui.therapist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.booking.Calendar;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.CareBanner;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.VisitPages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DayViewTests extends VisitPages {

    @Autowired
    Calendar calendar;

    @Autowired
    LiveUpdates live;

    @Test
    void theNextClientIsThePageWithWhatToTakeCareOf() {
        signIn(therapist);
        var day = navigate(DayView.class);
        var next = find(NextVisit.class).single();
        assertThat(textOf(next)).contains("Marta Silva", "Deep tissue", "No plan with us so far");
        assertThat(textOf(find(CareBanner.class).single())).contains("Take care");
        assertThat(link("Open the note").getHref()).isEqualTo("sessions/" + visit);
        assertThat(day.getPageTitle()).isEqualTo("My day · Afterwell");
    }

    @Test
    void aNoteThatIsOwedStaysInSightUntilItIsSigned() {
        therapist.run(() -> notes.save(new SaveDraft(visit, 0, draft("Tight."))));
        signIn(therapist);
        navigate(DayView.class);
        assertThat(textOf(find(NotesToSign.class).single())).contains("Marta Silva");

        signed(1);
        awaitLive(() -> textOf(find(NotesToSign.class).single()).contains("Every note is signed."));
    }

    @Test
    void aStatusThatTheDeskSetsArrivesByItself() {
        signIn(therapist);
        navigate(DayView.class);
        desk.run(() -> calendar.setStatus(visit, VisitStatus.IN_SESSION));
        awaitLive(() -> textOf(find(NextVisit.class).single()).contains("In session since"));
    }

    @Test
    void whatHappensElsewhereDoesNotTakeThePageFromUnderAFinger() {
        signIn(therapist);
        navigate(DayView.class);
        var link = link("Open the note");
        List<String> heard = new ArrayList<>();
        live.subscribe(find(DayView.class).single(), LiveUpdates.DAY, heard::add);
        live.announce(LiveUpdates.DAY);
        awaitLive(() -> !heard.isEmpty());
        assertThat(link("Open the note")).isSameAs(link);
    }

    @Test
    void theDeskIsNotShownATherapistsDay() {
        signIn(desk);
        assertThatThrownBy(() -> navigate(DayView.class)).isInstanceOf(IllegalArgumentException.class);
        assertThat(find(DayView.class).exists()).isFalse();
    }
}
