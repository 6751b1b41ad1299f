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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What to ask or to think of at a visit, each with its reason. */
class VisitPrompts extends Section {

    /**
     * @param texts what a prompt says, by its code
     * @param first what is to be asked before all else; null if nothing is
     */
    VisitPrompts(List<Prompt> prompts, UnaryOperator<String> texts, @Nullable String first) {
        var heading = new H2(getTranslation("day.prompts"));
        heading.setId("prompts");
        getElement().setAttribute("aria-labelledby", "prompts");
        var list = new OrderedList();
        list.addClassNames("prompts", "private");
        if (first != null) {
            list.add(new ListItem(Glyph.REVIEW.icon(), new Paragraph(first)));
        }
        prompts.forEach(prompt -> list.add(line(prompt, texts.apply(prompt.prompt()))));
        add(heading, list);
        setVisible(first != null || !prompts.isEmpty());
    }

    private ListItem line(Prompt prompt, String text) {
        var item = new ListItem(Glyph.REVIEW.icon(), new Paragraph(text));
        if (prompt.because().stream().anyMatch(because -> !because.facts().isEmpty())) {
            item.add(WhyDetails.because(prompt.because()));
        }
        return item;
    }
}
