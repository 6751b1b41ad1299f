package app.afterwell.webui.admin.directory;

import app.afterwell.booking.Absences;
import app.afterwell.booking.CalendarFeeds;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.webui.calendarfile.CalendarLink;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The therapists: what they give, when and where they work, when they are away. */
@Route(value = "admin/staff", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class StaffView extends DirectoryPage {

    private final transient Directory directory;
    private final transient Absences absences;
    private final transient CalendarFeeds feeds;
    private final transient Clock clock;

    StaffView(Directory directory, Absences absences, CalendarFeeds feeds, Clock clock) {
        super("staff", "admin/staff");
        this.directory = directory;
        this.absences = absences;
        this.feeds = feeds;
        this.clock = clock;
    }

    @Override
    List<Choice> choices() {
        var whole = directory.whole();
        return whole.practitioners().stream()
                .map(each -> new Choice(
                        each.id().toString(),
                        each.name(),
                        getTranslation(
                                "admin.dir.staff.gives",
                                whole.services().stream()
                                        .filter(service -> service.active()
                                                && service.practitioners().contains(each.id()))
                                        .count()),
                        each.active()))
                .toList();
    }

    @Override
    @Nullable
    Div missing() {
        return directory.locations().isEmpty()
                ? first("admin.dir.location-first", "admin/hours", "admin.dir.hours.add")
                : null;
    }

    @Override
    void fill(Div form, @Nullable String id) {
        var whole = directory.whole();
        var known = whole.practitioners().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElse(null);
        form.add(new StaffForm(whole, known, directory, this));
        if (known != null) {
            form.add(new StaffAbsences(known, whole, absences, this, clock));
            var zone = whole.locations().stream()
                    .findFirst()
                    .map(LocationInfo::zone)
                    .orElseThrow();
            form.add(FormParts.section(
                    getTranslation("calendar.link"),
                    FormParts.hint(getTranslation("calendar.link.intro")),
                    new Button(
                            getTranslation("calendar.link") + "…",
                            event -> CalendarLink.of(feeds, known.id(), zone).open())));
        }
    }

    /** Shows them as they now stand. */
    void show(PractitionerInfo practitioner) {
        show(practitioner.id().toString());
    }
}
