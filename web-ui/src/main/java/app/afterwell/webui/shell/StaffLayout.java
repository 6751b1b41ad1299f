package app.afterwell.webui.shell;

import app.afterwell.booking.CalendarFeeds;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.Actor;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Role;
import app.afterwell.webui.calendarfile.CalendarLink;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Initials;
import app.afterwell.webui.lock.ScreenLock;
import app.afterwell.webui.search.SearchButton;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** The frame of every page for staff: brand, the pages of one's role, privacy mode and one's account. */
@PermitAll
public class StaffLayout extends AppLayout implements AfterNavigationObserver {

    /** What a person with several roles is called after. */
    private static final List<Role> FOREMOST_FIRST = List.of(Role.THERAPIST, Role.DESK, Role.OWNER, Role.CLIENT);

    private final AuthenticationContext authentication;
    private final MainNavigation navigation;

    StaffLayout(
            CurrentActor current,
            AuthenticationContext authentication,
            SearchButton search,
            ScreenLock lock,
            LiveUpdates updates,
            CalendarFeeds feeds,
            Directory directory) {
        this.authentication = authentication;
        var actor = current.require();
        navigation = new MainNavigation(actor);

        var brand = new Anchor(navigation.home(), Glyph.MARK.icon(), new Span(getTranslation("app.name")));
        brand.addClassName("brand");
        var end = new Div(
                search,
                new PrivacyToggle(getTranslation("shell.privacy")),
                account(actor, lock, feeds, directory),
                lock);
        end.addClassName("topbar-end");
        lock.setName(actor.displayName());
        lock.addOpenedListener(event -> event.getSource().getUI().ifPresent(updates::catchUp));
        var bar = new Header(brand, navigation, end);
        bar.addClassName("topbar");

        var skip = new Anchor("#main", getTranslation("shell.skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip");
        addToNavbar(skip, bar);
    }

    private MenuBar account(Actor actor, ScreenLock lock, CalendarFeeds feeds, Directory directory) {
        var role = FOREMOST_FIRST.stream().filter(actor::has).min(Comparator.comparing(FOREMOST_FIRST::indexOf));
        var text = new Span(
                new Span(actor.displayName()), new Span(role.map(this::roleName).orElse("")));
        text.addClassName("me-text");
        var face = new Div(Initials.of(actor.displayName()), text);
        face.addClassName("me-face");

        var menu = new MenuBar();
        menu.addClassName("me");
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        menu.getElement().setAttribute("aria-label", getTranslation("shell.account"));
        var me = menu.addItem(face);
        me.setAriaLabel(getTranslation("shell.account.of", actor.displayName()));
        me.getSubMenu().addItem(getTranslation("shell.keys"), event -> new KeysHelp().open());
        me.getSubMenu().addItem(getTranslation("lock.now"), event -> lock.lock());
        if (!lock.choices().isEmpty()) {
            var after = me.getSubMenu().addItem(getTranslation("lock.after"));
            lock.choices()
                    .forEach(minutes -> after.getSubMenu()
                            .addItem(getTranslation("lock.after.minutes", minutes), event -> lock.setMinutes(minutes)));
        }
        actor.practitioner()
                .filter(self -> actor.has(Role.THERAPIST))
                .ifPresent(self -> me.getSubMenu()
                        .addItem(
                                getTranslation("calendar.link") + "…",
                                event -> CalendarLink.of(feeds, self, zone(directory))
                                        .open()));
        me.getSubMenu().addItem(getTranslation("shell.sign-out"), event -> authentication.logout());
        return menu;
    }

    private static ZoneId zone(Directory directory) {
        return directory.locations().stream()
                .map(LocationInfo::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    private String roleName(Role role) {
        return getTranslation("vocabulary.Role." + role);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.show(event.getLocation().getPath());
    }
}
