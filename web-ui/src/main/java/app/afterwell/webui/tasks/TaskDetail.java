package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskEvent;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.domain.UserId;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.TaskTexts;
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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One task: whom to ring and what to say; for the therapist also why. It follows the task as it changes, and leaves alone
 * what is being written.
 */
class TaskDetail extends Article {

    private final transient Moments moments;
    private final transient Acts acts;
    private final Div head = new Div();
    private final Div told = new Div();
    private final Div forms = new Div();
    private final Div past = new Div();
    private transient @Nullable Shown shown;

    /** What can be done with the task that is shown. */
    interface Acts extends TaskOutcome.OnComplete, TaskTalk.OnSay {

        void claim();

        void release();

        void snooze();

        void wake();

        void handOver();

        void reopen();

        void resume();
    }

    /**
     * @param therapist whether a therapist looks
     * @param mayReopen whether whoever looks has closed it
     */
    record Shown(TaskView task, List<TaskEvent> history, UserId reader, boolean therapist, boolean mayReopen) {

        boolean has() {
            return reader.equals(task.claimedById());
        }
    }

    TaskDetail(Shown shown, Moments moments, Acts acts) {
        this.moments = moments;
        this.acts = acts;
        addClassName("task-detail");
        add(head, told, forms, past);
        show(shown);
    }

    /** Shows what has become of the task. What stays as it was is not touched, nor is what is being written. */
    void show(Shown now) {
        var before = shown;
        if (now.equals(before)) {
            return;
        }
        shown = now;
        var task = now.task();
        if (before == null || !before.task().equals(task) || before.mayReopen() != now.mayReopen()) {
            head.removeAll();
            head.add(top(now));
            told.removeAll();
            told(task);
        }
        if (before == null || before.task().status() != task.status()) {
            forms.removeAll();
            if (task.status() == TaskStatus.OPEN) {
                forms.add(section("tasks.how", new TaskOutcome(task.kind(), acts)));
            } else {
                forms.add(done(now));
            }
            forms.add(section(
                    "tasks.talk.title",
                    new TaskTalk(now.therapist() && task.kind().isCall(), acts)));
        }
        past.removeAll();
        past.add(section("tasks.past", new TaskPast(now.history(), moments)));
    }

    private void told(TaskView task) {
        var words = TaskTexts.in(this).words(task);
        if (!words.isEmpty()) {
            var say = new Div();
            words.stream().map(Paragraph::new).forEach(say::add);
            say.addClassNames("say", "stack");
            told.add(section("tasks.say", say));
        }
        var detail = task.detail();
        if (detail != null) {
            told.add(section("tasks.told", told(detail)));
            if (!detail.guidanceGiven().isEmpty()) {
                told.add(section("tasks.given", list(detail.guidanceGiven())));
            }
        }
    }

    private Header top(Shown now) {
        var task = now.task();
        var grave = TaskLists.grave(task.urgency());
        var tag = new Span(
                TaskLists.glyph(task.kind()).small(), new Span(getTranslation("tasks.group." + task.urgency())));
        tag.addClassNames("tag", grave ? "danger" : "warn");
        var line = new Div(tag);
        line.addClassName("row");
        if (task.climbedAt() != null && task.status() == TaskStatus.OPEN) {
            var climbed = new Span(
                    Glyph.CLOCK.small(), new Span(getTranslation("tasks.climbed", moments.time(task.climbedAt()))));
            climbed.addClassNames("tag", "danger");
            line.add(climbed);
        }
        var since = new StringBuilder(getTranslation("tasks.since", moments.dayAndTime(task.raisedAt()))).append(". ");
        if (task.times() > 1) {
            since.append(getTranslation("tasks.times", task.times())).append(' ');
        }
        if (task.claimedBy() != null && task.claimedAt() != null) {
            since.append(getTranslation("tasks.claimed", task.claimedBy(), moments.dayAndTime(task.claimedAt())))
                    .append(' ');
        }
        if (task.assignedRole() != null) {
            since.append(getTranslation("tasks.for." + task.assignedRole())).append(' ');
        }
        if (task.snoozedUntil() != null) {
            since.append(getTranslation("tasks.sleeps", moments.dayAndTime(task.snoozedUntil())));
        }
        var facts = new Span(since.toString());
        facts.addClassName("muted");
        line.add(facts);
        var title = new H2(TaskTexts.in(this).title(task));
        title.addClassNames("title", "private");
        title.getElement().setAttribute("tabindex", "-1");
        var top = new Header(line, title, actions(now), links(now));
        top.addClassName("task-top");
        return top;
    }

    private Div actions(Shown now) {
        var task = now.task();
        var actions = new Div();
        actions.addClassNames("row", "task-acts");
        if (task.status() == TaskStatus.OPEN) {
            actions.add(next(task));
            if (now.has()) {
                actions.add(act("tasks.release", null, acts::release));
            } else if (task.claimedBy() == null) {
                actions.add(act("tasks.claim", "c", acts::claim));
            }
            if (task.snoozedUntil() != null) {
                actions.add(act("tasks.wake", "s", acts::wake));
            } else if (task.urgency() != Urgency.EMERGENCY) {
                actions.add(act("tasks.snooze", "s", acts::snooze));
            }
            actions.add(act("tasks.over", "h", acts::handOver));
        } else if (now.mayReopen()) {
            actions.add(act("tasks.reopen", null, acts::reopen));
        }
        if (task.plan() != null
                && task.detail() != null
                && !task.detail().items().isEmpty()) {
            actions.add(act("tasks.resume", null, acts::resume));
        }
        return actions;
    }

    private Button act(String key, @Nullable String letter, Runnable action) {
        var button = new Button(getTranslation(key), event -> action.run());
        if (letter != null) {
            button.getElement().setAttribute("aria-keyshortcuts", letter.toUpperCase(Locale.ROOT));
            button.getElement().setAttribute("title", getTranslation("tasks.key", letter.toUpperCase(Locale.ROOT)));
        }
        return button;
    }

    /** The records that the task is about, as far as whoever looks may open them. */
    private Div links(Shown now) {
        var task = now.task();
        var links = new Div();
        links.addClassNames("row", "task-links");
        if (task.client() != null) {
            links.add(new Anchor("clients/" + task.client(), getTranslation("tasks.client")));
            if (task.detail() != null) {
                links.add(new Anchor("clients/" + task.client() + "/chart", getTranslation("tasks.chart")));
            }
        }
        if (task.appointment() != null && task.detail() != null) {
            links.add(new Anchor("sessions/" + task.appointment(), getTranslation("tasks.note")));
        }
        return links;
    }

    /** The one next thing to do: ring, or open the note. */
    private Component next(TaskView task) {
        if (task.appointment() != null && task.kind() == TaskKind.UNSIGNED_NOTE) {
            var note = new Anchor(
                    "sessions/" + task.appointment(), Glyph.NOTE.icon(), new Span(getTranslation("tasks.note")));
            note.addClassNames("btn", "primary", "large");
            return note;
        }
        if (task.clientPhone() != null) {
            var call = new Anchor(
                    "tel:" + task.clientPhone(),
                    Glyph.PHONE.icon(),
                    new Span(getTranslation("tasks.call", task.clientPhone())));
            call.setRouterIgnore(true);
            call.addClassNames("btn", "primary", "large", "private");
            return call;
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

    private Section done(Shown now) {
        var task = now.task();
        var by = new Paragraph(
                task.doneAt() == null
                        ? ""
                        : getTranslation(
                                "tasks.done.by",
                                task.doneBy() == null ? "–" : task.doneBy(),
                                moments.dayAndTime(task.doneAt()),
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

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
