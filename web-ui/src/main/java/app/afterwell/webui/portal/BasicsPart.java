package app.afterwell.webui.portal;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.plan.GivenBasics;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** What a client does as long as their therapist has not finished the plan. */
class BasicsPart extends Section {

    BasicsPart(GivenBasics basics) {
        addClassNames("pt-sheet", "pt-main", "pt-stack");
        var title = new H2(getTranslation("portal.basics.title"));
        title.addClassName("pt-lead-title");
        title.setId("lead-title");
        getElement().setAttribute("aria-labelledby", "lead-title");
        add(title, new Paragraph(getTranslation("portal.basics.text")));
        basics.items().forEach(this::addItem);
    }

    private void addItem(PlanItem item) {
        var steps = new OrderedList();
        steps.addClassName("pt-steps");
        item.steps().forEach(step -> steps.add(new ListItem(step)));
        var dose = new Paragraph(item.dose());
        dose.addClassName("pt-dose");
        add(new H3(item.title()), dose, steps);
    }
}
