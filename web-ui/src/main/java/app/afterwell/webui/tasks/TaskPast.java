package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskEvent;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What happened to a task, who did it and what was said, the latest first. */
class TaskPast extends UnorderedList {

    TaskPast(List<TaskEvent> events, Moments moments) {
        addClassName("task-past");
        for (var event : events.reversed()) {
            var at = new Span(moments.dayAndTime(event.at()));
            at.addClassName("muted");
            var entry = new ListItem(at, new Span(words(event, moments)));
            if (event.remark() != null) {
                var said = new Paragraph(event.remark());
                said.addClassNames("said", "private");
                entry.add(said);
            } else if (event.hidden()) {
                var hidden = new Paragraph(getTranslation("tasks.past.hidden"));
                hidden.addClassName("muted");
                entry.add(hidden);
            }
            add(entry);
        }
    }

    private String words(TaskEvent event, Moments moments) {
        var by = event.by() == null ? getTranslation("tasks.past.itself") : event.by();
        var key = "tasks.past." + event.step();
        return switch (event.step()) {
            case HANDED_OVER ->
                getTranslation(
                        key,
                        by,
                        event.toName() == null ? getTranslation("tasks.over." + event.toRole()) : event.toName());
            case SNOOZED -> getTranslation(key, by, event.until() == null ? "" : moments.dayAndTime(event.until()));
            default -> getTranslation(key, by);
        };
    }
}
