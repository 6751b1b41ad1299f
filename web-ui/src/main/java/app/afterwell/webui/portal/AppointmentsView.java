package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import app.afterwell.webui.shell.LiveUpdates;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The client's visits, to come and past. */
@Route(value = "portal/appointments", layout = PortalLayout.class)
@RolesAllowed("CLIENT")
class AppointmentsView extends PortalPage {

    private static final int SHOWN_PAST = 20;

    private final Visits visits;
    private final Plans plans;
    private final PortalClient clients;
    private final Clock clock;

    AppointmentsView(Visits visits, Plans plans, PortalClient clients, LiveUpdates live, Clock clock) {
        super("pt-visits");
        this.visits = visits;
        this.plans = plans;
        this.clients = clients;
        this.clock = clock;
        show();
        live.subscribe(this, LiveUpdates.client(clients.card().id()), topic -> show());
    }

    private void show() {
        removeAll();
        var client = clients.card();
        var now = clock.instant();
        var all = visits.ofClient(client.id());
        var coming = all.reversed().stream()
                .filter(visit -> visit.slot().end().isAfter(now))
                .toList();
        var past = all.stream()
                .filter(visit -> !visit.slot().end().isAfter(now))
                .limit(SHOWN_PAST)
                .toList();
        add(intro(getTranslation("portal.visits.title")));
        if (coming.isEmpty()) {
            var none = new Section(new Paragraph(getTranslation("portal.visits.none")));
            none.addClassName("pt-sheet");
            if (!past.isEmpty()) {
                var book = new Anchor("portal/book", getTranslation("portal.visits.book"));
                book.addClassNames("pt-btn", "pt-btn-primary");
                none.add(book);
            }
            clients.clinic(all)
                    .ifPresent(clinic -> none.add(call(clinic, getTranslation("portal.call", clinic.phoneText()))));
            add(none);
        } else {
            add(next(coming.getFirst(), client.zone(), clients.clinic(all)));
        }
        if (coming.size() > 1) {
            add(list("portal.visits.coming", coming.subList(1, coming.size()), client.zone(), Set.of()));
        }
        if (!past.isEmpty()) {
            add(list("portal.visits.past", past, client.zone(), current()));
        }
    }

    /** The visit whose plan can be read now. */
    private Set<AppointmentId> current() {
        return plans.current(clients.card().id()).stream()
                .map(plan -> plan.appointment())
                .collect(Collectors.toSet());
    }

    private Section next(Visit visit, ZoneId home, Optional<Clinic> clinic) {
        var kicker = new Paragraph(getTranslation("portal.visits.next"));
        kicker.addClassName("pt-kicker");
        var title = new H2(start(visit, home));
        title.addClassName("pt-lead-title");
        var text = new Div(kicker, title);
        text.addClassName("pt-stack-s");
        if (visit.status() == VisitStatus.CONFIRMED) {
            var confirmed =
                    new Paragraph(PortalIcon.CHECK.create(), new Span(getTranslation("portal.visits.confirmed")));
            confirmed.addClassNames("pt-state", "pt-state-ok");
            text.add(confirmed);
        }
        text.add(new Paragraph(what(visit)), muted(visit.locationName()));
        var sheet = new Section(text);
        sheet.addClassName("pt-sheet");
        clinic.ifPresent(place -> {
            var buttons = new Div(call(place, getTranslation("portal.call", place.phoneText())));
            buttons.addClassName("pt-btns");
            var hint = muted(getTranslation("portal.visits.change"));
            hint.addClassName("pt-small");
            sheet.add(buttons, hint);
        });
        return sheet;
    }

    private Section list(String key, List<Visit> shown, ZoneId home, Set<AppointmentId> withPlan) {
        var rows = new UnorderedList();
        rows.addClassName("pt-rows");
        for (var visit : shown) {
            var text = new Div();
            text.getElement().appendChild(new Element("strong").setText(start(visit, home)));
            var what = new Span(what(visit));
            what.addClassNames("pt-muted", "pt-blk");
            text.add(what);
            var row = new ListItem(text);
            row.addClassName("pt-line");
            if (withPlan.contains(visit.id())) {
                var plan = new Anchor("portal/plan", getTranslation("portal.visits.plan"));
                plan.addClassNames("pt-btn", "pt-btn-s");
                row.add(plan);
            }
            rows.add(row);
        }
        var section = new Section(new H2(getTranslation(key)), rows);
        section.addClassName("pt-stack");
        return section;
    }

    private String what(Visit visit) {
        return getTranslation(
                "portal.visits.what", visit.serviceName(), visit.length().toMinutes(), visit.practitionerName());
    }

    private String start(Visit visit, ZoneId home) {
        return start(visit.slot().start(), visit.zone(), home);
    }
}
