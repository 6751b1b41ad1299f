package app.afterwell.webui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.domain.ClientId;
import app.afterwell.webui.shell.VisitPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import testsupport.TestActor;

class StaffSearchTests extends VisitPages {

    @Autowired
    StaffSearch search;

    @Test
    void findsAClientByASlipOfThePenAndTheirVisits() {
        signIn(desk);
        var hits = search.find("marta silvva", Locale.UK);
        assertThat(hits).anySatisfy(hit -> assertThat(hit.path()).startsWith("clients/"));
        assertThat(hits).allSatisfy(hit -> {
            assertThat(hit.title()).contains("Marta Silva");
            assertThat(hit.secret()).isTrue();
        });
    }

    @Test
    void findsTheVisitsOfAClientAndLeadsToThemOnTheBoard() {
        signIn(desk);
        assertThat(search.find("Marta Silva", Locale.UK))
                .filteredOn(hit -> hit.kind().equals("visit"))
                .isNotEmpty()
                .allSatisfy(hit -> {
                    assertThat(hit.path()).isEqualTo("desk");
                    assertThat(hit.query().getParameters()).containsKeys("date", "visit");
                    assertThat(hit.detail()).contains("Deep tissue");
                });
    }

    @Test
    void saysNothingOfHealth() {
        signIn(desk);
        assertThat(search.find("Marta Silva", Locale.UK).toString())
                .doesNotContainIgnoringCase("thinner")
                .doesNotContainIgnoringCase("anticoag");
    }

    @Test
    void aClientFindsNobody() {
        TestActor.client(ClientId.next())
                .run(() -> assertThatThrownBy(() -> search.find("Marta", Locale.UK))
                        .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void theDialogLeadsToWhatWasChosen() {
        signIn(desk);
        UI.getCurrent().navigate("clients");
        test(find(SearchButton.class).single()).click();
        var dialog = find(SearchDialog.class).single();
        test(find(TextField.class, dialog).single()).setValue("24 Nov");
        roundTrip();
        assertThat(textOf(dialog)).contains("November 24, 2026");
    }

    @Test
    void readsADayAsPeopleTypeIt() {
        var today = LocalDate.of(2026, 11, 22);
        var day = LocalDate.of(2026, 11, 24);
        assertThat(DateWords.read("2026-11-24", today, Locale.UK)).contains(day);
        assertThat(DateWords.read("24.11.", today, Locale.UK)).contains(day);
        assertThat(DateWords.read("24/11", today, Locale.UK)).contains(day);
        assertThat(DateWords.read("11/24", today, Locale.US)).contains(day);
        assertThat(DateWords.read("nov 24", today, Locale.US)).contains(day);
        assertThat(DateWords.read("3 Jan", today, Locale.UK)).contains(LocalDate.of(2027, 1, 3));
        assertThat(DateWords.read("31/02", today, Locale.UK)).isEmpty();
        assertThat(DateWords.read("Marta", today, Locale.UK)).isEmpty();
    }
}
