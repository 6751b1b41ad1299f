package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.PlanView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** One more thing to do today: its tick, its name and its dose. */
class TodoRow extends ListItem {

    TodoRow(PlanView plan, PlanView.Item item, ItemTicks ticks) {
        addClassName("pt-todo");
        var reasons = new Reasons(this, plan);
        var title = reasons.title(item);
        var line = new KeptLine();
        var tick = ticks.tick(plan, item, line).named(getTranslation("portal.tick.named", title));
        var name = new Element("strong").setText(title);
        var dose = new Span(item.dose());
        dose.addClassName("pt-muted");
        var link = new Anchor("portal/plan/" + item.item());
        link.addClassName("pt-todo-text");
        link.getElement().appendChild(name, dose.getElement());
        reasons.where(item).map(PortalPage::quiet).ifPresent(link::add);
        var text = new Div(link, line);
        add(tick, text);
        Drawings.of(item.item()).ifPresent(this::add);
    }
}
