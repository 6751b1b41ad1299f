package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.PlanDifference;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/** What became different in the plan because intake changed while the note was open. */
class ChangedPlan extends Div {

    /** @param titles of the items, by code */
    ChangedPlan(List<PlanDifference.Change> changes, Map<String, String> titles) {
        addClassNames("notice", "warn", "changed-plan", "private");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("tabindex", "-1");
        var list = new UnorderedList();
        for (var change : changes) {
            var title = titles.getOrDefault(change.item(), change.item());
            var where = change.area() == null ? title : title + ", " + Vocabulary.area(change.area());
            list.add(new ListItem(
                    change.reworded()
                            ? getTranslation("session.changed.reworded", where)
                            : getTranslation(
                                    "session.changed.line",
                                    where,
                                    getTranslation("session.changed." + change.before()),
                                    getTranslation("session.changed." + change.after()))));
        }
        var heading = new Span(getTranslation("session.changed.title"));
        heading.addClassName("strong");
        add(Glyph.CARE.icon(), new Div(heading, list));
    }
}
