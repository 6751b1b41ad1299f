package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.CalendarFeeds;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.Actor;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Role;
import app.afterwell.intake.ClientView;
import app.afterwell.intake.Clients;
import app.afterwell.webui.calendarfile.CalendarLink;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.PhoneNumbers;
import app.afterwell.webui.components.StatusGlyph;
import app.afterwell.webui.messages.MessageHistory;
import app.afterwell.webui.messages.Messages;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client as the desk knows them: how to reach them, and their visits. Nothing of their health. */
@Route(value = "clients/:client", layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class ClientPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Actor actor;
    private final transient Clients clients;
    private final transient Calendar calendar;
    private final transient List<LocationInfo> places;
    private final transient WallClock words;
    private final transient DeskClients known;
    private final transient CalendarFeeds feeds;
    private final transient Messages messages;
    private final transient Clock clock;
    private transient @Nullable ClientView client;

    ClientPage(
            CurrentActor current,
            Clients clients,
            Calendar calendar,
            Directory directory,
            DeskClients known,
            CalendarFeeds feeds,
            LiveUpdates updates,
            Messages messages,
            Clock clock) {
        actor = current.require();
        this.clients = clients;
        this.calendar = calendar;
        places = directory.locations();
        words = WallClock.of(places, getLocale());
        this.known = known;
        this.feeds = feeds;
        this.messages = messages;
        this.clock = clock;
        setId("main");
        addClassName("clients-page");
        updates.subscribe(this, LiveUpdates.DAY, topic -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("client").orElse("");
        client = clients.get(id(id));
        show();
    }

    private static ClientId id(String text) {
        try {
            return ClientId.of(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("client");
        }
    }

    private void show() {
        if (client == null) {
            return;
        }
        var shown = clients.get(client.id());
        client = shown;
        removeAll();
        add(head(shown));
        if (known.of(Set.of(shown.id())).care(shown.id())) {
            var care = new Div(Glyph.CARE.icon(), new Span(getTranslation("booking.care")));
            care.addClassNames("notice", "warn");
            add(care);
        }
        var columns = new Div(contact(shown), visits(shown));
        var sent = new MessageHistory(messages, shown.id(), words.zone(), clock);
        columns.addClassName("client-columns");
        add(columns, sent);
    }

    private Component head(ClientView shown) {
        var name = new H1(shown.name());
        name.addClassName("private");
        var edit = new Button(getTranslation("desk.client.edit"), Glyph.PENCIL.icon(), event -> edit(shown));
        edit.setVisible(actor.has(Role.DESK) || actor.has(Role.THERAPIST));
        var actions = new Div(edit);
        actions.addClassName("row");
        var chart = "clients/" + shown.id() + "/chart";
        if (actor.has(Role.THERAPIST)
                && RouteConfiguration.forApplicationScope().isPathAvailable(chart)) {
            var link = new Anchor(chart, getTranslation("desk.client.chart"));
            link.addClassName("btn");
            actions.addComponentAsFirst(link);
        }
        var head = new Div(name, actions);
        head.addClassName("head");
        return head;
    }

    private Component contact(ClientView shown) {
        var facts = new DescriptionList();
        facts.addClassName("client-facts");
        var missing = getTranslation("desk.client.unknown");
        fact(
                facts,
                "booking.new.phone",
                shown.phone() == null
                        ? new Span(missing)
                        : new Anchor("tel:" + shown.phone(), PhoneNumbers.read(shown.phone(), words.country())));
        fact(
                facts,
                "booking.new.email",
                shown.email() == null ? new Span(missing) : new Anchor("mailto:" + shown.email(), shown.email()));
        fact(facts, "booking.new.birth", new Span(shown.birthDate() == null ? missing : words.date(shown.birthDate())));
        fact(facts, "desk.client.zone", new Span(shown.zone().getId()));
        fact(facts, "desk.client.language", new Span(shown.language().getDisplayLanguage(getLocale())));
        fact(facts, "desk.client.since", new Span(words.date(LocalDate.ofInstant(shown.since(), shown.zone()))));
        var kept = calendar.attendance(shown.id());
        fact(
                facts,
                "desk.client.attendance",
                new Span(getTranslation("desk.client.attendance.of", kept.came(), kept.late(), kept.missed())));
        var reasons = calendar.reasons(shown.id());
        if (!reasons.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("client-reasons");
            reasons.forEach(each -> list.add(new ListItem(getTranslation(
                    "desk.client.reason",
                    each.reason(),
                    getTranslation("vocabulary.VisitStatus." + each.status()),
                    each.times()))));
            fact(facts, "desk.client.reasons", list);
        }
        var section = new Section(new H2(getTranslation("desk.client.contact")), facts);
        if (actor.has(Role.DESK) || actor.has(Role.THERAPIST)) {
            var link = new Button(
                    getTranslation("calendar.link") + "…",
                    event -> CalendarLink.of(feeds, shown.id(), words.zone()).open());
            link.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            section.add(link);
        }
        return section;
    }

    private void fact(DescriptionList facts, String key, Component value) {
        value.addClassName("private");
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Component visits(ClientView shown) {
        var now = clock.instant();
        var all = calendar.appointments(AppointmentFilter.of(shown.id())).items();
        var next = all.stream().filter(visit -> visit.slot().end().isAfter(now)).toList();
        var past = all.stream()
                .filter(visit -> !visit.slot().end().isAfter(now))
                .sorted(Comparator.comparing(
                                (AppointmentInfo visit) -> visit.slot().start())
                        .reversed())
                .toList();
        var section = new Section(new H2(getTranslation("desk.client.next")), list(next, "desk.client.next.none"));
        section.add(new H2(getTranslation("desk.client.past")), list(past, "desk.client.past.none"));
        section.addClassName("stack");
        return section;
    }

    private Component list(List<AppointmentInfo> visits, String none) {
        if (visits.isEmpty()) {
            var empty = new Paragraph(getTranslation(none));
            empty.addClassName("muted");
            return empty;
        }
        var list = new UnorderedList();
        list.addClassName("visit-list");
        var boards = boards();
        visits.forEach(visit -> list.add(item(visit, boards)));
        return list;
    }

    private ListItem item(AppointmentInfo visit, Map<LocationId, String> boards) {
        var there = words.in(visit.zone());
        var day = there.at(visit.slot().start()).toLocalDate();
        var link = new Anchor(
                "desk?date=" + day + boards.getOrDefault(visit.location(), ""),
                getTranslation("desk.client.visit", words.date(day), there.span(visit.slot())));
        var what = new Span(getTranslation(
                "desk.client.visit.what", visit.serviceName(), visit.practitionerName(), visit.locationName()));
        what.addClassName("muted");
        var state = new Span(getTranslation("vocabulary.VisitStatus." + visit.status()));
        return new ListItem(StatusGlyph.of(visit.status()), new Div(new Div(link), what), state);
    }

    /** The part of a link to the day board that names the place. */
    private Map<LocationId, String> boards() {
        return places.stream().collect(Collectors.toMap(LocationInfo::id, place -> "&location=" + place.code()));
    }

    private void edit(ClientView shown) {
        places.stream().findFirst().ifPresent(place -> {
            var form = new NewClientForm(place, getLocale());
            form.show(shown);
            new ClientDialog(getTranslation("desk.client.edit"), form, details -> {
                        client = clients.correct(shown.id(), shown.version(), details);
                        show();
                    })
                    .open();
        });
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("desk.client.title"));
    }
}
