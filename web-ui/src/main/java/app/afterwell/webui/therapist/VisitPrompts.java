package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.PlanResult.Prompt;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.WhyDetails;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;

/** What to ask or to think of at a visit, each with its reason. */
class VisitPrompts extends Section {

    VisitPrompts(List<Prompt> prompts) {
        var heading = new H2(getTranslation("day.prompts"));
        heading.setId("prompts");
        getElement().setAttribute("aria-labelledby", "prompts");
        var list = new OrderedList();
        list.addClassNames("prompts", "private");
        prompts.forEach(prompt -> list.add(line(prompt)));
        add(heading, list);
        setVisible(!prompts.isEmpty());
    }

    private ListItem line(Prompt prompt) {
        var item =
                new ListItem(Glyph.REVIEW.icon(), new Paragraph(getTranslation("session.prompt." + prompt.prompt())));
        if (prompt.because().stream().anyMatch(because -> !because.facts().isEmpty())) {
            item.add(WhyDetails.because(prompt.because()));
        }
        return item;
    }
}
