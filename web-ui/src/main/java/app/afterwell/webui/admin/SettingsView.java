package app.afterwell.webui.admin;

import app.afterwell.webui.lock.ScreenLockRule;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What holds for the whole clinic and has no page of its own, and the way to what has one. */
@Route(value = "admin/settings", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class SettingsView extends Main implements HasDynamicTitle {

    private static final List<String> ELSEWHERE = List.of("hours", "messages", "users", "protocol");

    SettingsView(ScreenLockRule lock) {
        setId("main");
        addClassName("admin-page");
        var head = new Div(new H1(getTranslation("admin.settings")));
        head.addClassName("head");
        add(head, new LockTime(lock), elsewhere());
    }

    private Section elsewhere() {
        var list = new UnorderedList();
        list.addClassName("admin-elsewhere");
        for (var page : ELSEWHERE) {
            var what = new Span(getTranslation("admin.settings." + page));
            what.addClassName("muted");
            list.add(new ListItem(new Anchor("admin/" + page, getTranslation("shell.page.admin." + page)), what));
        }
        var section = new Section(new H2(getTranslation("admin.settings.elsewhere")), list);
        section.addClassName("admin-section");
        return section;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("admin.settings"));
    }
}
