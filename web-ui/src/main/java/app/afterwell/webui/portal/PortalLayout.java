package app.afterwell.webui.portal;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** The frame of the client's pages: where they are, the other pages, and help that is one tap away everywhere. */
@JsModule("./portal-help.ts")
@RolesAllowed("CLIENT")
class PortalLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final List<Place> PLACES = List.of(
            new Place("portal", PortalIcon.TODAY, "portal.nav.today"),
            new Place("portal/appointments", PortalIcon.CALENDAR, "portal.nav.visits"),
            new Place("portal/account", PortalIcon.PERSON, "portal.nav.account"));

    private final List<Anchor> links = new ArrayList<>();
    private final Div page = new Div();

    PortalLayout(PortalClient clients, HelpSheets helps) {
        addClassName("portal");
        page.addClassName("pt-markup");
        var client = clients.card();
        var clinic = clients.clinic(client.id());
        var skip = new Anchor("#main", getTranslation("portal.skip"));
        skip.addClassName("pt-skip");
        add(skip, header(clinic.map(Clinic::name).orElse(getTranslation("portal.brand"))), page);
        add(helps.sheet(helps.help(client.id(), clinic, true), getLocale()));
    }

    private Header header(String name) {
        var brand = new Anchor("portal");
        brand.addClassName("pt-brand");
        brand.add(PortalIcon.BRAND.create(), new Span(name));
        var help = new Anchor("#worse");
        help.addClassName("pt-help");
        help.getElement().setAttribute("role", "button").setAttribute("data-opens", "worse");
        help.add(PortalIcon.HELP.create(), new Span(getTranslation("portal.help.title")));
        var dock = new Div(help, navigation());
        dock.addClassName("pt-dock");
        var header = new Header(brand, dock);
        header.addClassName("pt-top");
        return header;
    }

    private Nav navigation() {
        var list = new UnorderedList();
        for (var place : PLACES) {
            var link = new Anchor(place.path());
            link.add(place.icon().create(), new Span(getTranslation(place.key())));
            links.add(link);
            list.add(new ListItem(link));
        }
        var nav = new Nav(list);
        nav.addClassName("pt-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("portal.nav.label"));
        return nav;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var path = event.getLocation().getPath();
        for (int i = 0; i < links.size(); i++) {
            var place = PLACES.get(i).path();
            boolean here = i == 0
                    ? path.equals(place) || path.startsWith(place + "/plan")
                    : path.startsWith(place) || place.endsWith("/appointments") && path.equals("portal/book");
            if (here) {
                links.get(i).getElement().setAttribute("aria-current", "page");
            } else {
                links.get(i).getElement().removeAttribute("aria-current");
            }
        }
    }

    private record Place(String path, PortalIcon icon, String key) {}
}
