package app.afterwell.webui.shell;

import app.afterwell.domain.Actor;
import app.afterwell.domain.Role;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The links to the pages that somebody's roles open, as far as these pages exist. */
class MainNavigation extends Nav {

    private static final List<Page> PAGES = List.of(
            new Page("day", Set.of(Role.THERAPIST), List.of("sessions")),
            new Page("desk", Set.of(Role.DESK, Role.THERAPIST), List.of()),
            new Page("clients", Set.of(Role.DESK, Role.THERAPIST), List.of()),
            new Page("tasks", Set.of(Role.DESK, Role.THERAPIST, Role.OWNER), List.of()),
            new Page("waitlist", Set.of(Role.DESK), List.of()),
            new Page("admin/reports", Set.of(Role.OWNER), List.of()),
            new Page("admin/services", Set.of(Role.OWNER), List.of()),
            new Page("admin/staff", Set.of(Role.OWNER), List.of()),
            new Page("admin/hours", Set.of(Role.OWNER), List.of()),
            new Page("admin/rooms", Set.of(Role.OWNER), List.of()),
            new Page("admin/protocol", Set.of(Role.DESK, Role.THERAPIST, Role.OWNER), List.of()),
            new Page("admin/messages", Set.of(Role.OWNER), List.of()),
            new Page("admin/users", Set.of(Role.OWNER), List.of()),
            new Page("admin/audit", Set.of(Role.OWNER), List.of()),
            new Page("admin/settings", Set.of(Role.OWNER), List.of()));

    private final List<Link> links = new ArrayList<>();

    MainNavigation(Actor actor) {
        getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        var routes = RouteConfiguration.forApplicationScope();
        var list = new UnorderedList();
        list.addClassName("pages-of-role");
        PAGES.stream()
                .filter(page -> page.roles().stream().anyMatch(actor::has))
                .filter(page -> routes.isPathAvailable(page.path()))
                .forEach(page -> {
                    var anchor = new Anchor(
                            page.path(),
                            getTranslation("shell.page." + page.path().replace('/', '.')));
                    links.add(new Link(page, anchor));
                    list.add(new ListItem(anchor));
                });
        add(list);
    }

    /** Where the brand leads: the first page of one's roles. */
    String home() {
        return links.isEmpty() ? "" : links.getFirst().page().path();
    }

    /** Marks the page that is shown. */
    void show(String path) {
        for (var link : links) {
            if (link.page().owns(path)) {
                link.anchor().getElement().setAttribute("aria-current", "page");
            } else {
                link.anchor().getElement().removeAttribute("aria-current");
            }
        }
    }

    /** @param also first segments of pages that are reached from this one */
    private record Page(String path, Set<Role> roles, List<String> also) {

        boolean owns(String shown) {
            return shown.equals(path)
                    || shown.startsWith(path + "/")
                    || also.stream().anyMatch(first -> shown.startsWith(first + "/"));
        }
    }

    private record Link(Page page, Anchor anchor) {}
}
