package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.Basics;
import app.afterwell.aftercare.plan.GivenBasics;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import app.afterwell.webui.shell.LiveUpdates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the client does today, how, how long and why; it changes under their eyes when the therapist changes it. */
@Route(value = "portal", layout = PortalLayout.class)
@RolesAllowed("CLIENT")
class TodayView extends PortalPage {

    private final Plans plans;
    private final Basics basics;
    private final Visits visits;
    private final PortalClient clients;
    private final Clock clock;
    private final ClientId client;
    private @Nullable Shown shown;

    TodayView(Plans plans, Basics basics, Visits visits, PortalClient clients, LiveUpdates live, Clock clock) {
        super("pt-page-2", "pt-today");
        this.plans = plans;
        this.basics = basics;
        this.visits = visits;
        this.clients = clients;
        this.clock = clock;
        this.client = clients.card().id();
        refresh();
        live.subscribe(this, LiveUpdates.client(client), topic -> refresh());
    }

    /** Draws anew only what differs from what is shown, so that a tick of one's own does not take the focus away. */
    private void refresh() {
        var now = look();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        var clinic = clients.clinic(now.visits());
        now.plan()
                .ifPresentOrElse(
                        this::showPlan,
                        () -> now.basics().ifPresentOrElse(this::showBasics, () -> showNothing(now, clinic)));
        add(new ClinicAside(now.visits(), clinic, clients.card().zone(), clock.instant()));
    }

    private Shown look() {
        return new Shown(plans.current(client), basics.current(client), visits.ofClient(client));
    }

    private void showBasics(GivenBasics given) {
        var today = LocalDate.now(clock.withZone(clients.card().zone()));
        add(intro(getTranslation(
                "portal.today.title", When.here(clients.card().zone()).weekday(today))));
        add(new BasicsPart(given));
    }

    private void showPlan(PlanView plan) {
        var when = When.here(plan.zone());
        add(intro(
                getTranslation(
                        "portal.today.title", when.weekday(plan.startsOn().plusDays(plan.today()))),
                muted(getTranslation("portal.today.since", plan.today()))));
        if (plan.checkIns().stream().anyMatch(question -> question.status().equals("ASKED"))) {
            add(question());
        }
        if (PausedPart.stopsAll(plan)) {
            add(new PausedPart(plan, when));
            add(new FoldedParts(plan, true).asSection());
            return;
        }
        var due = plan.offered().stream()
                .filter(item -> item.days().contains(plan.today()) && !item.paused())
                .filter(ItemTicks::canBeTicked)
                .toList();
        var ticks = new ItemTicks(plans, () -> shown = look());
        if (due.isEmpty()) {
            add(sheet("portal.today.rest", "portal.today.rest.text"));
        } else {
            add(new LeadItem(plan, due.getFirst(), ticks));
        }
        add(also(plan, due, ticks));
    }

    private Section question() {
        var title = new H2(getTranslation("portal.today.question"));
        title.setId("ask-title");
        var ask =
                new Section(title, plain("portal/check-in", getTranslation("portal.today.tell"), "pt-btn", "pt-btn-s"));
        ask.addClassNames("pt-ask", "pt-side-top");
        ask.getElement().setAttribute("aria-labelledby", "ask-title");
        return ask;
    }

    private Section also(PlanView plan, List<PlanView.Item> due, ItemTicks ticks) {
        var also = new Section();
        also.addClassNames("pt-main", "pt-stack", "pt-also");
        if (due.size() > 1) {
            var title = new H2(getTranslation("portal.today.also"));
            title.setId("also-title");
            also.getElement().setAttribute("aria-labelledby", "also-title");
            var rows = new UnorderedList();
            rows.addClassName("pt-rows");
            due.stream().skip(1).map(item -> new TodoRow(plan, item, ticks)).forEach(rows::add);
            also.add(new Div(title, muted(getTranslation("portal.today.also.text"))), rows);
        }
        also.add(new FoldedParts(plan, false));
        return also;
    }

    private Section sheet(String title, String text, Component... buttons) {
        var heading = new H2(getTranslation(title));
        heading.addClassName("pt-lead-title");
        heading.setId("lead-title");
        var sheet = new Section(heading, new Paragraph(getTranslation(text)));
        sheet.addClassNames("pt-sheet", "pt-main", "pt-lead-state");
        sheet.getElement().setAttribute("aria-labelledby", "lead-title");
        if (buttons.length > 0) {
            var row = new Div(buttons);
            row.addClassName("pt-btns");
            sheet.add(row);
        }
        return sheet;
    }

    private void showNothing(Shown now, Optional<Clinic> clinic) {
        var today = LocalDate.now(clock.withZone(clients.card().zone()));
        add(intro(getTranslation(
                "portal.today.title", When.here(clients.card().zone()).weekday(today))));
        boolean waits = now.visits().stream()
                .anyMatch(visit -> visit.slot().end().isAfter(clock.instant().minus(Duration.ofDays(1)))
                        && visit.slot().start().isBefore(clock.instant()));
        boolean had = !plans.ofClient(client).isEmpty();
        var text = waits ? "portal.today.waits" : had ? "portal.today.ended" : "portal.today.none";
        var visitsLink = new Anchor("portal/appointments", getTranslation("portal.today.visits"));
        visitsLink.addClassNames("pt-btn", "pt-btn-primary");
        add(clinic.map(place -> sheet(
                        "portal.today.nothing", text, visitsLink, call(place, getTranslation("portal.help.clinic"))))
                .orElseGet(() -> sheet("portal.today.nothing", text, visitsLink)));
    }

    /** What the page shows; compared, so that it is drawn anew only when something else is true. */
    private record Shown(Optional<PlanView> plan, Optional<GivenBasics> basics, List<Visit> visits) {}
}
