package app.afterwell.webui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.ClientId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.junit.jupiter.api.Test;
import testsupport.TestActor;

class ClientPagesTests extends DeskTests {

    @Test
    void aClientMayOpenNeitherTheListNorSomebodysPage() {
        var other = client("Ruth");
        signIn(TestActor.client(ClientId.next()));
        UI.getCurrent().navigate("clients");
        assertThat(find(ClientsView.class).all()).isEmpty();
        UI.getCurrent().navigate("clients/" + other);
        assertThat(find(ClientPage.class).all()).isEmpty();
    }

    @Test
    void theAddressKeepsWhatWasLookedFor() {
        client("Helen");
        signIn(TestActor.desk());
        go("clients", Map.of("q", "helen " + mark));
        assertThat(textOf(find(ClientsView.class).single())).contains("Helen " + mark, "1991");
    }

    @Test
    void aSlipOfThePenFindsTheClientAllTheSame() {
        client("Siobhan");
        signIn(TestActor.desk());
        UI.getCurrent().navigate("clients");
        test(find(TextField.class).all().getFirst()).setValue("siobahn " + mark);
        roundTrip();
        assertThat(textOf(find(ClientsView.class).single())).contains("Siobhan " + mark);
    }

    @Test
    void aClientsPageShowsHowToReachThemAndTheirVisits() {
        var marcus = client("Marcus");
        booked(marcus, maya, "10:00");
        signIn(TestActor.desk());
        UI.getCurrent().navigate("clients/" + marcus);
        var page = textOf(find(ClientPage.class).single());
        assertThat(page).contains("Marcus " + mark, "555 0142", "10:00–11:00", "Massage with Maya");
    }

    @Test
    void contactDataIsCorrectedOnThePage() {
        var marcus = client("Marcus");
        signIn(TestActor.desk());
        UI.getCurrent().navigate("clients/" + marcus);
        press(find(ClientPage.class).single(), "Edit");
        var dialog = find(ClientDialog.class).single();
        test(find(TextField.class, dialog)
                        .withCondition(field -> "Name".equals(field.getLabel()))
                        .single())
                .setValue("Marcus Hale " + mark);
        press(dialog, "Save");
        assertThat(clients.get(marcus).name()).isEqualTo("Marcus Hale " + mark);
        assertThat(find(H1.class).single().getText()).isEqualTo("Marcus Hale " + mark);
    }

    @Test
    void anAddressOfNobodySaysThatItIsNotThere() {
        signIn(TestActor.desk());
        UI.getCurrent().navigate("clients/" + ClientId.next());
        assertThat(find(ClientPage.class).all()).isEmpty();
        UI.getCurrent().navigate("clients/nonsense");
        assertThat(find(ClientPage.class).all()).isEmpty();
    }
}
