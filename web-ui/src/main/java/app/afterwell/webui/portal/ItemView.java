package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.NotFoundException;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;

/** One item of the plan: the running timer, each step, when to leave it out, why, and where it comes from. */
@Route(value = "portal/plan/:item", layout = PortalLayout.class)
@RolesAllowed("CLIENT")
class ItemView extends PortalPage implements BeforeEnterObserver {

    private final Plans plans;
    private final PortalClient clients;

    ItemView(Plans plans, PortalClient clients) {
        super("pt-page-2", "pt-item");
        this.plans = plans;
        this.clients = clients;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("item").orElse(""));
    }

    /** @throws NotFoundException if the client's plan has no such item */
    void show(String code) {
        var plan = plans.current(clients.card().id()).orElseThrow(() -> new NotFoundException("plan"));
        var item = Stream.concat(plan.offered().stream(), plan.later().stream())
                .filter(candidate -> candidate.item().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("item"));
        removeAll();
        show(plan, item);
    }

    private void show(PlanView plan, PlanView.Item item) {
        var when = When.here(plan.zone());
        var dose = new Paragraph(doseAndDays(this, item, plan, when));
        dose.addClassName("pt-dose");
        var reasons = new Reasons(this, plan);
        var intro = intro(reasons.title(item), dose);
        reasons.where(item).map(PortalPage::muted).ifPresent(intro::add);
        intro.addComponentAsFirst(back());
        add(intro);
        boolean rests = item.paused() || PausedPart.stopsAll(plan);
        if (rests) {
            add(new PausedPart(plan, when));
        } else if (!ItemTicks.isBasic(item)) {
            HoldTime.of(item).ifPresent(time -> {
                var running = new Section(new HoldTimer(plan.id() + "/" + item.item(), time).large());
                running.addClassNames("pt-sheet", "pt-side-top", "pt-running");
                running.getElement().setAttribute("aria-label", getTranslation("portal.timer.title"));
                add(running);
            });
        }
        add(how(item));
        var avoid = avoid(item);
        if (!rests
                && ItemTicks.canBeTicked(item)
                && item.days().contains(plan.today())
                && plan.offered().contains(item)) {
            avoid.add(new ItemTicks(plans, () -> {}).wide(plan, item, getTranslation("portal.tick.label")));
        }
        add(avoid, why(plan, item, when, reasons));
    }

    private Section how(PlanView.Item item) {
        var how = part("portal.item.how");
        Drawings.of(item.item()).ifPresent(drawing -> {
            var figure = new Div(drawing);
            figure.addClassName("pt-item-fig");
            how.add(figure);
        });
        var steps = new OrderedList();
        steps.addClassName("pt-steps");
        item.steps().forEach(step -> steps.add(new ListItem(new Div(step))));
        how.add(steps);
        return how;
    }

    private Section avoid(PlanView.Item item) {
        var avoid = part("portal.item.avoid");
        var list = new UnorderedList();
        list.addClassNames("pt-bullets", "pt-bullets-no");
        var keys = ItemTicks.isBasic(item)
                ? List.of("portal.item.avoid.worse", "portal.item.avoid.dizzy")
                : List.of("portal.stop", "portal.item.avoid.push", "portal.item.avoid.dizzy", "portal.item.avoid.numb");
        keys.forEach(key -> list.add(new ListItem(PortalIcon.CLOSE.create(), new Span(getTranslation(key)))));
        avoid.add(list);
        return avoid;
    }

    private Section why(PlanView plan, PlanView.Item item, When when, Reasons reasons) {
        var sentences = new Div();
        sentences.addClassName("pt-why");
        reasons.why(item).forEach(reason -> sentences.add(new Paragraph(reason)));
        var facts = new DescriptionList();
        facts.addClassName("pt-facts");
        fact(facts, "portal.item.tested", reasons.evidence(item.because()));
        fact(
                facts,
                "portal.item.checked",
                getTranslation("portal.item.checkedBy", plan.practitionerName(), when.day(plan.issuedAt())));
        var why = part("portal.why.title");
        why.add(sentences, facts, from(plan, item, reasons));
        return why;
    }

    private void fact(DescriptionList list, String key, String text) {
        var pair = new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(text));
        list.getElement().appendChild(pair.getElement());
    }

    private Component from(PlanView plan, PlanView.Item item, Reasons reasons) {
        var list = new UnorderedList();
        list.addClassName("pt-plain");
        reasons.sources(item.because()).forEach(title -> list.add(new ListItem(title)));
        var version = muted(getTranslation(
                plan.protocol().approved() ? "portal.item.protocol" : "portal.item.protocol.open",
                plan.protocol().version()));
        version.addClassName("pt-small");
        var body = new Div(list, version);
        body.addClassName("pt-fold-body");
        return FoldedParts.fold(getTranslation("portal.item.from"), "", body);
    }

    private Section part(String key) {
        var part = new Section(new H2(getTranslation(key)));
        part.addClassNames("pt-main", "pt-stack");
        return part;
    }

    /** The dose, and until when it is done. */
    static String doseAndDays(Component page, PlanView.Item item, PlanView plan, When when) {
        return item.days().stream()
                .max(Integer::compare)
                .map(last -> page.getTranslation(
                        "portal.item.until",
                        item.dose(),
                        when.day(plan.startsOn().plusDays(last))))
                .orElse(item.dose());
    }
}
