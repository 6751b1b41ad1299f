package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskCounts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** How many tasks are open: all that the owner sees of them. */
class TaskNumbers extends Div {

    TaskNumbers(TaskCounts counts) {
        addClassName("sheet");
        var numbers = new Div(number("open", counts.open()), number("urgent", counts.urgent()));
        numbers.addClassName("row");
        add(new H1(getTranslation("tasks.title")), numbers, new Paragraph(getTranslation("tasks.counts.text")));
    }

    private Span number(String what, long count) {
        var tag = new Span(getTranslation("tasks.counts." + what) + ": " + count);
        tag.addClassName("tag");
        return tag;
    }
}
