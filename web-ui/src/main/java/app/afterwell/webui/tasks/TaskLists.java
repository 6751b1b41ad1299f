package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.TaskTexts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tasks in groups by urgency, the most urgent first; each says so in words and by a drawing. */
class TaskLists extends Div {

    private final transient TaskQuery query;
    private final transient Moments moments;

    TaskLists(List<TaskView> tasks, @Nullable TaskView shown, TaskQuery query, Moments moments) {
        this.query = query;
        this.moments = moments;
        Map<Urgency, List<TaskView>> groups = new EnumMap<>(Urgency.class);
        tasks.forEach(task -> groups.computeIfAbsent(task.urgency(), urgency -> new ArrayList<>())
                .add(task));
        groups.keySet().stream().sorted(Comparator.reverseOrder()).forEach(urgency -> {
            var heading = new H2(new Span(getTranslation("tasks.group." + urgency)));
            if (grave(urgency)) {
                heading.addClassName("urgent");
                heading.addComponentAsFirst(Glyph.URGENT.small());
            }
            var list = new UnorderedList();
            list.addClassName("task-list");
            groups.getOrDefault(urgency, List.of()).forEach(task -> list.add(new ListItem(line(task, shown))));
            add(heading, list);
        });
    }

    static boolean grave(Urgency urgency) {
        return urgency == Urgency.URGENT || urgency == Urgency.EMERGENCY;
    }

    static Glyph glyph(TaskKind kind) {
        return switch (kind) {
            case URGENT_ALERT -> Glyph.URGENT;
            case WATCH -> Glyph.CARE;
            case SILENT_CLIENT -> Glyph.PHONE;
            case UNSIGNED_NOTE -> Glyph.NOTE;
            case PROFILE_CHANGED -> Glyph.SHIELD;
        };
    }

    private Component line(TaskView task, @Nullable TaskView shown) {
        var title = new Span(TaskTexts.in(this).title(task));
        title.addClassNames("strong", "private");
        var time = new Span(when(task));
        time.addClassName("time");
        var icon = glyph(task.kind()).icon(getTranslation("tasks.group." + task.urgency()));
        var line = new Anchor(query.task(task.id()).href(), icon, title, time);
        line.addClassName("task");
        if (grave(task.urgency())) {
            line.addClassName("urgent");
        } else if (task.urgency() == Urgency.TODAY) {
            line.addClassName("soon");
        }
        if (shown != null && shown.id().equals(task.id())) {
            line.getElement().setAttribute("aria-current", "true");
        }
        about(task).forEach(text -> {
            var small = new Span(text);
            small.addClassNames("small", "private");
            line.add(small);
        });
        return line;
    }

    private List<String> about(TaskView task) {
        var about = new ArrayList<String>();
        if (task.climbedAt() != null && task.doneAt() == null) {
            about.add(getTranslation("tasks.climbed", moments.time(task.climbedAt())));
        }
        if (task.claimedBy() != null && task.claimedAt() != null) {
            about.add(getTranslation("tasks.claimed", task.claimedBy(), moments.time(task.claimedAt())));
        }
        if (task.assignedRole() != null && task.doneAt() == null) {
            about.add(getTranslation("tasks.for." + task.assignedRole()));
        }
        if (task.times() > 1) {
            about.add(getTranslation("tasks.times", task.times()));
        }
        return about;
    }

    private String when(TaskView task) {
        if (task.doneAt() != null) {
            return moments.day(task.doneAt());
        }
        if (task.snoozedUntil() != null && task.snoozedUntil().isAfter(moments.now())) {
            return getTranslation("tasks.until", moments.time(task.snoozedUntil()));
        }
        if (task.dueAt().isBefore(moments.now())) {
            return getTranslation("tasks.late");
        }
        return moments.isToday(task.dueAt())
                ? getTranslation("tasks.due.today", moments.time(task.dueAt()))
                : moments.day(task.dueAt());
    }
}
