package app.afterwell.webui.desk;

import app.afterwell.aftercare.followup.CompleteTask;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.PhoneNumbers;
import app.afterwell.webui.components.TaskTexts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Supplier;

/** Whom to ring today and the words to say, most urgent first. It never says why. */
class CallList extends Aside {

    private static final int MOST = 50;
    private static final String REACHED = "reached";

    private final Tasks tasks;
    private final Performer performer;
    private final Supplier<WallClock> clock;
    private final Span count = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();

    CallList(Tasks tasks, Supplier<WallClock> clock, Performer performer) {
        this.tasks = tasks;
        this.clock = clock;
        this.performer = performer;
        addClassName("drawer");
        getElement().setAttribute("aria-label", getTranslation("desk.calls"));
        count.addClassName("count");
        var title = new H2(new Span(getTranslation("desk.calls")), count);
        var fold = new Button(Glyph.PHONE.icon(), event -> setClassName("open", !hasClassName("open")));
        fold.setAriaLabel(getTranslation("desk.calls"));
        fold.addThemeVariants(ButtonVariant.TERTIARY);
        fold.addClassNames("only", "narrow-only");
        var head = new Div(fold, title);
        head.addClassName("drawer-head");
        empty.addClassName("empty");
        empty.add(new Span(getTranslation("desk.calls.none")));
        list.addClassName("calls");
        var body = new Div(list, empty);
        body.addClassName("drawer-body");
        add(head, body);
    }

    void refresh() {
        var page = tasks.list(TaskFilter.OPEN, 0, MOST);
        var calls = page.tasks().stream().filter(task -> task.kind().isCall()).toList();
        count.setText(String.valueOf(calls.size()));
        empty.setVisible(calls.isEmpty());
        list.removeAll();
        calls.forEach(task -> list.add(item(task, task == calls.getFirst())));
    }

    private ListItem item(TaskView task, boolean first) {
        boolean urgent = task.urgency().compareTo(Urgency.URGENT) >= 0;
        var item = new ListItem();
        item.setClassName("urgent", urgent);
        item.setClassName("now", first && urgent);
        if (urgent) {
            var tag = new Span(
                    Glyph.URGENT.small(),
                    new Span(getTranslation(
                            "desk.calls." + task.urgency(), clock.get().moment(task.raisedAt()))));
            tag.addClassNames("tag", "danger");
            item.add(tag);
        }
        if (first && urgent) {
            var title = new H3(TaskTexts.in(this).title(task));
            title.addClassName("private");
            item.add(title, body(task));
        } else {
            var name = new Span(TaskTexts.in(this).title(task));
            name.addClassName("private");
            var due = new Span(getTranslation("desk.calls.due", clock.get().moment(task.dueAt())));
            due.addClassName("muted");
            var details = new Details(new Div(name, due), body(task));
            details.addClassName("call");
            item.add(details);
        }
        return item;
    }

    private Component body(TaskView task) {
        var body = new Div();
        body.addClassName("call-body");
        if (task.clientPhone() != null) {
            var number = new Paragraph(new Anchor(
                    "tel:" + task.clientPhone(),
                    PhoneNumbers.read(task.clientPhone(), clock.get().country())));
            number.addClassNames("number", "private");
            body.add(number);
        }
        for (var words : TaskTexts.in(this).words(task)) {
            var say = new Paragraph(words);
            say.addClassNames("say", "private");
            body.add(say);
        }
        if (task.claimedBy() != null) {
            body.add(new Paragraph(getTranslation("desk.calls.claimed", task.claimedBy())));
        }
        var reached = new Button(getTranslation("desk.calls.reached"), event -> performer.perform(() -> done(task)));
        var mine = new Button(getTranslation("desk.calls.claim"), event -> performer.perform(() -> claim(task)));
        mine.setVisible(task.claimedBy() == null);
        reached.addThemeVariants(ButtonVariant.SMALL);
        mine.addThemeVariants(ButtonVariant.SMALL);
        var row = new Div(reached, mine);
        row.addClassName("row");
        body.add(row);
        return body;
    }

    private Change claim(TaskView task) {
        tasks.claim(task.id());
        return new Change(getTranslation("desk.did.claim", TaskTexts.in(this).title(task)), null);
    }

    private Change done(TaskView task) {
        tasks.complete(new CompleteTask(task.id(), REACHED, null));
        return new Change(getTranslation("desk.did.reached", TaskTexts.in(this).title(task)), null);
    }
}
