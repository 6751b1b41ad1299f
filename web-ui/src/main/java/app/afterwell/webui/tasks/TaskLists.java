package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tasks in groups by urgency, the most urgent first; each says so in words and by a drawing. */
class TaskLists extends Div {

    private final transient ZoneId zone;
    private final transient Locale locale;
    private final transient Instant now;

    TaskLists(List<TaskView> tasks, @Nullable TaskView shown, String whose, ZoneId zone, Locale locale, Instant now) {
        this.zone = zone;
        this.locale = locale;
        this.now = now;
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
            groups.getOrDefault(urgency, List.of()).forEach(task -> list.add(new ListItem(line(task, shown, whose))));
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

    private Component line(TaskView task, @Nullable TaskView shown, String whose) {
        var title = new Span(task.title());
        title.addClassNames("strong", "private");
        var time = new Span(when(task));
        time.addClassName("time");
        var icon = glyph(task.kind()).icon(getTranslation("tasks.group." + task.urgency()));
        var line = new Anchor("tasks?whose=" + whose + "&task=" + task.id(), icon, title, time);
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
        if (task.claimedBy() != null && task.claimedAt() != null) {
            about.add(getTranslation("tasks.claimed", task.claimedBy(), time(task.claimedAt())));
        }
        if (task.times() > 1) {
            about.add(getTranslation("tasks.times", task.times()));
        }
        return about;
    }

    private String when(TaskView task) {
        if (task.doneAt() != null) {
            return day(task.doneAt());
        }
        if (grave(task.urgency())) {
            return time(task.raisedAt());
        }
        if (task.dueAt().isBefore(now)) {
            return getTranslation("tasks.late");
        }
        return isToday(task.dueAt()) ? getTranslation("tasks.due.today", time(task.dueAt())) : day(task.dueAt());
    }

    private boolean isToday(Instant at) {
        return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern(isToday(at) ? "HH:mm" : "d MMM HH:mm", locale)
                .format(at.atZone(zone));
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofPattern("EEE d MMM", locale).format(at.atZone(zone));
    }
}
