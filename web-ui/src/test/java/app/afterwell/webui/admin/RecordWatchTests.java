package app.afterwell.webui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.aftercare.plan.OpenRecord;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

/** What the owner sees of the record without reading it. */
class RecordWatchTests extends VisitPages {

    @Autowired
    BreakGlass glass;

    @Test
    void whoOpenedARecordAndWhyIsShown() {
        TestActor.therapist(PractitionerId.next())
                .run(() -> glass.open(new OpenRecord(client, "She rang, and Maya is on leave.")));
        signIn(TestActor.owner());
        UI.getCurrent().navigate("admin/audit");
        assertThat(textOf(find(RecordWatch.class).single()))
                .contains("Theo Therapist", "Marta Silva", "She rang, and Maya is on leave.");
    }

    @Test
    void theCheckSaysThatAllIsAsItWasSigned() {
        signed();
        signIn(TestActor.owner());
        UI.getCurrent().navigate("admin/audit");
        var check = find(Button.class).withText("Check now").single();
        test(check).click();
        awaitLive(() -> textOf(find(RecordWatch.class).single()).contains("are as they were signed"));
        assertThat(check.isEnabled()).isTrue();
    }
}
