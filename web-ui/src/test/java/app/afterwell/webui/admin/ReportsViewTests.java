package app.afterwell.webui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class ReportsViewTests extends VisitPages {

    @Test
    void anEmptyPeriodSaysSo() {
        open(Map.of("from", "1999-01", "to", "1999-02"));
        assertThat(textOf(find(ReportsView.class).single())).contains("No plans in these months");
    }

    @Test
    void oneVisitIsTooFewToSayAnythingAbout() {
        signed();
        open(Map.of());
        assertThat(textOf(find(ReportsView.class).single()))
                .contains("What came of the aftercare", "Questions without an answer")
                .doesNotContain("Marta Silva");
    }

    @Test
    void anAddressThatMakesNoSenseShowsTheUsualMonths() {
        open(Map.of("from", "soon", "to", "2026-99", "location", "here"));
        assertThat(find(ReportsView.class).exists()).isTrue();
        open(Map.of("from", "2026-11", "to", "2020-01"));
        assertThat(find(ReportsView.class).exists()).isTrue();
    }

    @Test
    void onlyTheOwnerOpensIt() {
        for (var other : java.util.List.of(desk, therapist)) {
            signIn(other);
            UI.getCurrent().navigate("admin/reports");
            roundTrip();
            assertThat(find(ReportsView.class).exists()).isFalse();
            assertThat(find(Main.class).all()).noneMatch(page -> textOf(page).contains("What came of the aftercare"));
        }
    }

    private void open(Map<String, String> address) {
        signIn(TestActor.owner());
        UI.getCurrent().navigate("admin/reports", QueryParameters.simple(address));
        roundTrip();
    }
}
