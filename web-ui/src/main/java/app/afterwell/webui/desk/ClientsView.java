package app.afterwell.webui.desk;

import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Role;
import app.afterwell.intake.ClientView;
import app.afterwell.intake.Clients;
import app.afterwell.intake.FoundClients;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Initials;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All clients, found by whatever part of them somebody remembers. */
@Route(value = "clients", layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class ClientsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 50;
    private static final int WAIT_MILLIS = 200;
    private static final String QUERY = "q";

    private final transient Clients clients;
    private final transient WallClock words;
    private final TextField find = new TextField();
    private final Paragraph count = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    ClientsView(Clients clients, Directory directory, CurrentActor current) {
        this.clients = clients;
        setId("main");
        addClassName("clients-page");
        find.setAriaLabel(getTranslation("desk.clients.find"));
        find.setPlaceholder(getTranslation("desk.clients.find"));
        find.setHelperText(getTranslation("booking.client.hint"));
        find.setPrefixComponent(Glyph.SEARCH.icon());
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValueChangeTimeout(WAIT_MILLIS);
        find.setAutofocus(true);
        find.addClassNames("find", "private");
        find.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                remember(event.getValue());
                search(event.getValue());
            }
        });
        count.getElement().setAttribute("role", "status");
        count.addClassName("muted");
        list.addClassName("client-list");
        var head = new Div(new H1(getTranslation("desk.clients")));
        head.addClassName("head");
        var places = directory.locations();
        words = WallClock.of(places, getLocale());
        if (!places.isEmpty()) {
            head.add(add(places, current));
        }
        add(head, find, count, list);
    }

    private Button add(List<LocationInfo> places, CurrentActor current) {
        var add = new Button(getTranslation("desk.clients.add"), Glyph.NEW.icon());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setVisible(current.require().has(Role.DESK) || current.require().has(Role.THERAPIST));
        add.addClickListener(event -> new ClientDialog(
                        getTranslation("desk.clients.add"),
                        new NewClientForm(places.getFirst(), getLocale()),
                        details -> {
                            var added = clients.add(details);
                            getUI().ifPresent(ui -> ui.navigate("clients/" + added));
                        })
                .open());
        return add;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var typed = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(QUERY)
                .orElse("");
        find.setValue(typed);
        search(typed);
    }

    private void search(String typed) {
        show(clients.find(typed, 0, MOST));
    }

    private void show(FoundClients found) {
        list.removeAll();
        found.clients().forEach(client -> list.add(new ListItem(link(client))));
        var shown = found.clients().size();
        count.setText(
                shown == 0
                        ? getTranslation("desk.clients.none")
                        : getTranslation("desk.clients.count", shown, found.total()));
    }

    private Anchor link(ClientView client) {
        var name = new Span(client.name());
        name.addClassName("name");
        var born = client.birthDate() == null ? null : getTranslation("booking.born", words.date(client.birthDate()));
        var facts = new Span(Stream.of(born, client.phone(), client.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
        facts.addClassName("facts");
        var text = new Div(name, facts);
        text.addClassName("private");
        var link = new Anchor("clients/" + client.id(), Initials.of(client.name()), text, Glyph.CHEVRON_RIGHT.small());
        return link;
    }

    /** Keeps what was typed in the address, so that Back and a bookmark find it again. */
    private void remember(String typed) {
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(
                        null,
                        new Location(
                                "clients",
                                typed.isBlank()
                                        ? QueryParameters.empty()
                                        : QueryParameters.simple(Map.of(QUERY, typed)))));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("desk.clients"));
    }
}
