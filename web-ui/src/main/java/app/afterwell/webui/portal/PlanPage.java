package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.Plans;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The whole plan on one page, to be read, printed or saved. */
@Route(value = "portal/plan", layout = PortalLayout.class)
@RolesAllowed("CLIENT")
class PlanPage extends PortalPage {

    PlanPage(Plans plans, PortalClient clients) {
        super("pt-plan");
        plans.current(clients.card().id()).ifPresentOrElse(this::show, this::showNothing);
    }

    private void showNothing() {
        add(back(), intro(getTranslation("portal.plan.title")), new Paragraph(getTranslation("portal.today.ended")));
    }

    private void show(PlanView plan) {
        var when = When.here(plan.zone());
        var reasons = new Reasons(this, plan);
        add(
                back(),
                intro(
                        getTranslation("portal.plan.title"),
                        muted(getTranslation(
                                "portal.plan.of",
                                plan.practitionerName(),
                                when.day(plan.startsOn()),
                                when.day(plan.endsOn())))));
        if (PausedPart.stopsAll(plan)) {
            add(new PausedPart(plan, when));
        }
        add(items("portal.plan.now", plan.offered(), plan, when, reasons));
        if (!plan.later().isEmpty()) {
            add(items("portal.plan.later", plan.later(), plan, when, reasons));
        }
        if (!plan.withheld().isEmpty()) {
            add(leftOut(plan, reasons));
        }
        var print = new NativeButton(getTranslation("portal.plan.print"));
        print.addClassName("pt-btn");
        print.getElement().setAttribute("data-prints", true);
        add(print, muted(getTranslation("portal.plan.protocol", plan.protocol().version())));
    }

    private Section items(String key, List<PlanView.Item> items, PlanView plan, When when, Reasons reasons) {
        var section = new Section(new H2(getTranslation(key)));
        section.addClassName("pt-stack");
        var list = new UnorderedList();
        list.addClassName("pt-rows");
        items.forEach(item -> list.add(row(item, plan, when, reasons)));
        section.add(list);
        return section;
    }

    private ListItem row(PlanView.Item item, PlanView plan, When when, Reasons reasons) {
        var steps = new OrderedList();
        steps.addClassNames("pt-steps", "pt-lead-steps");
        item.steps().forEach(step -> steps.add(new ListItem(new Div(step))));
        var body = new Div(
                new H3(new Anchor("portal/plan/" + item.item(), reasons.title(item))),
                muted(ItemView.doseAndDays(this, item, plan, when)));
        if (item.paused()) {
            body.add(new Paragraph(getTranslation("portal.held.item")));
        }
        reasons.where(item).map(PortalPage::muted).ifPresent(body::add);
        body.add(steps);
        reasons.why(item).forEach(reason -> body.add(new Paragraph(reason)));
        var sources = reasons.sources(item.because());
        if (!sources.isEmpty()) {
            var line = muted(getTranslation("portal.plan.sources", String.join("; ", sources)));
            line.addClassName("pt-small");
            body.add(line);
        }
        body.addClassName("pt-stack-s");
        return new ListItem(body);
    }

    private Section leftOut(PlanView plan, Reasons reasons) {
        var section =
                new Section(new H2(getTranslation("portal.left", plan.withheld().size())));
        section.addClassName("pt-stack");
        section.add(muted(getTranslation("portal.left.text")));
        var list = new UnorderedList();
        list.addClassName("pt-rows");
        for (var item : plan.withheld()) {
            var where = reasons.places(item.areas());
            var row = new ListItem(
                    new H3(where.isEmpty() ? item.title() : getTranslation("portal.left.where", item.title(), where)));
            reasons.whyNot(item).forEach(reason -> row.add(new Paragraph(reason)));
            list.add(row);
        }
        section.add(list);
        return section;
    }
}
