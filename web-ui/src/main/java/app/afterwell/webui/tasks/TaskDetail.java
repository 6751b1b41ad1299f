package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One task: whom to ring and what to say; for the therapist also why. */
class TaskDetail extends Article {

    private final transient ZoneId zone;

    /** @param resume puts the client's plan back in use; null if that is not for whoever looks */
    TaskDetail(
            TaskView task,
            ZoneId zone,
            Runnable onClaim,
            @Nullable Runnable resume,
            TaskOutcome.OnComplete onComplete) {
        this.zone = zone;
        addClassName("task-detail");
        add(top(task, onClaim, resume));
        if (!task.words().isEmpty()) {
            var say = new Div();
            task.words().stream().map(Paragraph::new).forEach(say::add);
            say.addClassNames("say", "stack");
            add(section("tasks.say", say));
        }
        if (task.detail() != null) {
            add(section("tasks.told", told(task.detail())));
            if (!task.detail().guidanceGiven().isEmpty()) {
                add(section("tasks.given", list(task.detail().guidanceGiven())));
            }
        }
        if (task.status() == TaskStatus.OPEN) {
            add(section("tasks.how", new TaskOutcome(task.kind(), onComplete)));
        } else {
            add(done(task));
        }
    }

    private Header top(TaskView task, Runnable onClaim, @Nullable Runnable resume) {
        var grave = TaskLists.grave(task.urgency());
        var tag = new Span(
                TaskLists.glyph(task.kind()).small(), new Span(getTranslation("tasks.group." + task.urgency())));
        tag.addClassNames("tag", grave ? "danger" : "warn");
        var since = new StringBuilder(getTranslation("tasks.since", moment(task.raisedAt()))).append(". ");
        if (task.times() > 1) {
            since.append(getTranslation("tasks.times", task.times())).append(' ');
        }
        if (task.claimedBy() != null && task.claimedAt() != null) {
            since.append(getTranslation("tasks.claimed", task.claimedBy(), moment(task.claimedAt())));
        }
        var facts = new Span(since.toString());
        facts.addClassName("muted");
        var line = new Div(tag, facts);
        line.addClassName("row");
        var title = new H2(task.title());
        title.addClassNames("title", "private");

        var actions = new Div();
        actions.addClassName("row");
        if (task.status() == TaskStatus.OPEN) {
            actions.add(next(task));
            if (task.claimedBy() == null) {
                actions.add(new Button(getTranslation("tasks.claim"), event -> onClaim.run()));
            }
        }
        if (task.detail() != null && task.client() != null) {
            var chart = new Anchor("clients/" + task.client() + "/chart", getTranslation("tasks.chart"));
            chart.addClassName("btn");
            actions.add(chart);
        }
        if (resume != null) {
            actions.add(new Button(getTranslation("tasks.resume"), event -> resume.run()));
        }
        var top = new Header(line, title, actions);
        top.addClassName("task-top");
        return top;
    }

    /** The one next thing to do: ring, or open the note. */
    private Component next(TaskView task) {
        if (task.clientPhone() != null) {
            var call = new Anchor(
                    "tel:" + task.clientPhone(),
                    Glyph.PHONE.icon(),
                    new Span(getTranslation("tasks.call", task.clientPhone())));
            call.setRouterIgnore(true);
            call.addClassNames("btn", "primary", "large", "private");
            return call;
        }
        if (task.appointment() != null && task.kind() == TaskKind.UNSIGNED_NOTE) {
            var note = new Anchor(
                    "sessions/" + task.appointment(), Glyph.NOTE.icon(), new Span(getTranslation("tasks.note")));
            note.addClassNames("btn", "primary", "large");
            return note;
        }
        var none = new Span(task.kind().isCall() ? getTranslation("tasks.no-phone") : "");
        none.addClassName("muted");
        none.setVisible(task.kind().isCall());
        return none;
    }

    private DescriptionList told(TaskView.Detail detail) {
        var list = new DescriptionList();
        list.addClassNames("facts-list", "private");
        if (detail.outcome() != null) {
            add(list, "tasks.told.outcome", Vocabulary.of(detail.outcome()));
        }
        add(list, "tasks.told.symptoms", capital(Vocabulary.list(detail.symptoms())));
        if (detail.pain() != null) {
            add(
                    list,
                    "tasks.told.pain",
                    detail.painAfterVisit() == null
                            ? String.valueOf(detail.pain())
                            : getTranslation("tasks.told.pain.of", detail.pain(), detail.painAfterVisit()));
        }
        add(list, "tasks.told.areas", Vocabulary.areas(detail.areas()));
        if (detail.hours() != null) {
            add(list, "tasks.told.when", getTranslation("tasks.told.hours", Math.round(detail.hours())));
        }
        add(list, "tasks.told.words", detail.clientsWords() == null ? "" : "“" + detail.clientsWords() + "”");
        add(list, "tasks.told.items", String.join(", ", detail.items()));
        return list;
    }

    private void add(DescriptionList list, String term, String text) {
        if (!text.isBlank()) {
            list.add(new DescriptionList.Term(getTranslation(term)), new DescriptionList.Description(text));
        }
    }

    private static UnorderedList list(List<String> texts) {
        var list = new UnorderedList();
        list.addClassNames("bul", "private");
        texts.forEach(text -> list.add(new ListItem(Glyph.CHECK.icon(), new Span(text))));
        return list;
    }

    private Section done(TaskView task) {
        var by = new Paragraph(
                task.doneAt() == null
                        ? ""
                        : getTranslation(
                                "tasks.done.by",
                                task.doneBy() == null ? "–" : task.doneBy(),
                                DateTimeFormatter.ofPattern("d MMM", getLocale())
                                        .format(task.doneAt().atZone(zone)),
                                DateTimeFormatter.ofPattern("HH:mm", getLocale())
                                        .format(task.doneAt().atZone(zone)),
                                outcome(task.outcome())));
        var section = section("tasks.how", by);
        if (task.comment() != null) {
            var comment = new Paragraph(task.comment());
            comment.addClassName("private");
            section.add(comment);
        }
        return section;
    }

    /** An outcome is one of ours or whatever another door has written. */
    private String outcome(@Nullable String outcome) {
        if (outcome == null) {
            return "";
        }
        return TaskOutcome.isKnown(outcome) ? getTranslation("tasks.outcome." + outcome) : outcome;
    }

    private Section section(String heading, Component content) {
        return new Section(new H3(getTranslation(heading)), content);
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", getLocale()).format(at.atZone(zone));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
