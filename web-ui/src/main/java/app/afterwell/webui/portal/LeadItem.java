package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.PlanView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;

/** The one thing to start with: picture, short steps, timer, tick and why. */
class LeadItem extends Section {

    private static final int SHORT_STEPS = 3;

    LeadItem(PlanView plan, PlanView.Item item, ItemTicks ticks) {
        addClassNames("pt-sheet", "pt-main", "pt-lead");
        getElement().setAttribute("aria-labelledby", "lead-title");
        var reasons = new Reasons(this, plan);
        add(head(item, reasons));
        Drawings.of(item.item()).ifPresent(drawing -> {
            var figure = new Div(drawing);
            figure.addClassName("pt-lead-fig");
            add(figure);
        });
        HoldTime.of(item).filter(time -> !ItemTicks.isBasic(item)).ifPresent(time -> {
            var clock = new Div(new HoldTimer(plan.id() + "/" + item.item(), time));
            clock.addClassName("pt-lead-time");
            add(clock);
        });
        add(steps(item), act(plan, item, ticks), why(item, reasons));
    }

    private Div head(PlanView.Item item, Reasons reasons) {
        var kicker = new Paragraph(getTranslation("portal.today.lead"));
        kicker.addClassName("pt-kicker");
        var title = new H2(reasons.title(item));
        title.addClassName("pt-lead-title");
        title.setId("lead-title");
        var dose = new Paragraph(firstSentence(item.dose()));
        dose.addClassName("pt-dose");
        var head = new Div(kicker, title, dose);
        reasons.where(item).map(PortalPage::muted).ifPresent(head::add);
        head.addClassName("pt-lead-head");
        return head;
    }

    /** The rest of the dose stands on the item's own page; here the start button must stay in sight. */
    private static String firstSentence(String dose) {
        int end = dose.indexOf(". ");
        return end < 0 ? dose : dose.substring(0, end + 1);
    }

    private OrderedList steps(PlanView.Item item) {
        var list = new OrderedList();
        list.addClassNames("pt-steps", "pt-lead-steps");
        item.steps().stream().limit(SHORT_STEPS).forEach(step -> list.add(new ListItem(new Div(step))));
        return list;
    }

    private Div act(PlanView plan, PlanView.Item item, ItemTicks ticks) {
        var act = new Div();
        act.addClassName("pt-lead-do");
        act.add(ticks.wide(plan, item, getTranslation("portal.tick.label")));
        if (!ItemTicks.isBasic(item)) {
            act.add(stop(getTranslation("portal.stop")));
        }
        return act;
    }

    static Paragraph stop(String text) {
        var stop = new Paragraph(PortalIcon.STOP.create(), new Span(text));
        stop.addClassName("pt-stop");
        return stop;
    }

    private Div why(PlanView.Item item, Reasons reasons) {
        var why = new Div(new H3(getTranslation("portal.why.title")));
        why.addClassNames("pt-why", "pt-lead-why");
        Function<String, Paragraph> sentence = Paragraph::new;
        reasons.why(item).stream().map(sentence).forEach(why::add);
        var more = new Paragraph(new Anchor("portal/plan/" + item.item(), getTranslation("portal.today.more")));
        more.addClassName("pt-linkline");
        why.add(more);
        return why;
    }
}
