package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskPage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;

/** Which of the tasks are shown, and the ways to the others. */
class TaskPages extends Nav {

    TaskPages(TaskPage shown, TaskQuery query) {
        addClassName("task-pages");
        setAriaLabel(getTranslation("tasks.pages"));
        var number = NumberFormat.getIntegerInstance(getLocale());
        long first = (long) shown.page() * shown.size() + 1;
        add(new Span(getTranslation(
                "tasks.pages.of",
                number.format(first),
                number.format(first + shown.tasks().size() - 1),
                number.format(shown.total()))));
        if (shown.page() > 0) {
            add(way(query.page(shown.page() - 1), "tasks.pages.before"));
        }
        if (first + shown.size() - 1 < shown.total()) {
            add(way(query.page(shown.page() + 1), "tasks.pages.next"));
        }
    }

    private Anchor way(TaskQuery to, String key) {
        var way = new Anchor(to.href(), getTranslation(key));
        way.addClassName("btn");
        return way;
    }
}
