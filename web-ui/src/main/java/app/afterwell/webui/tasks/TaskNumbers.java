package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.ClimbingRules;
import app.afterwell.aftercare.followup.TaskCounts;
import app.afterwell.aftercare.followup.TaskRules;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

/** How many tasks are open and late, and when a late one climbs: all that the owner sees of them. */
class TaskNumbers extends Div {

    private static final int LONGEST = 1440;

    private final transient Moments moments;
    private final Div numbers = new Div();

    TaskNumbers(TaskRules rules, Moments moments) {
        this.moments = moments;
        addClassName("sheet");
        numbers.addClassName("stack");
        add(
                new H1(getTranslation("tasks.title")),
                numbers,
                new Paragraph(getTranslation("tasks.counts.text")),
                climbing(rules));
    }

    void show(TaskCounts counts) {
        numbers.removeAll();
        var row = new Div(number("open", counts.open()), number("urgent", counts.urgent()));
        row.addClassName("row");
        numbers.add(row);
        if (counts.climbed() > 0 && counts.climbedSince() != null) {
            var late = new Paragraph(
                    Glyph.URGENT.icon(),
                    new Span(getTranslation(
                            "tasks.counts.climbed",
                            counts.climbed(),
                            moments.dayAndTime(counts.climbedSince()),
                            counts.climbedFree())));
            late.addClassNames("task-late");
            late.getElement().setAttribute("role", "status");
            numbers.add(late);
        }
    }

    private Section climbing(TaskRules rules) {
        var now = rules.climbing();
        var urgent = minutes("urgent", now.urgentMinutes());
        var emergency = minutes("emergency", now.emergencyMinutes());
        var save = new Button(getTranslation("tasks.rules.save"), event -> {
            @Nullable Integer today = urgent.getValue();
            @Nullable Integer atOnce = emergency.getValue();
            if (today == null || atOnce == null || urgent.isInvalid() || emergency.isInvalid()) {
                return;
            }
            var before = rules.climbing();
            rules.change(new ClimbingRules(today, atOnce));
            new TaskChange().show(getTranslation("tasks.rules.saved"), getTranslation("tasks.undo"), () -> {
                rules.change(before);
                urgent.setValue(before.urgentMinutes());
                emergency.setValue(before.emergencyMinutes());
                Says.done(getTranslation("tasks.undone"));
            });
        });
        save.addClassName("start");
        var fields = new Div(urgent, emergency);
        fields.addClassName("row");
        var section = new Section(
                new H2(getTranslation("tasks.rules")), new Paragraph(getTranslation("tasks.rules.text")), fields, save);
        section.addClassName("stack");
        return section;
    }

    private IntegerField minutes(String what, int value) {
        var field = new IntegerField(getTranslation("tasks.rules." + what));
        field.setMin(1);
        field.setMax(LONGEST);
        field.setStepButtonsVisible(true);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setRequiredErrorMessage(getTranslation("tasks.rules.range"))
                .setBadInputErrorMessage(getTranslation("tasks.rules.range"))
                .setMinErrorMessage(getTranslation("tasks.rules.range"))
                .setMaxErrorMessage(getTranslation("tasks.rules.range")));
        field.setRequiredIndicatorVisible(true);
        field.setValue(value);
        return field;
    }

    private Span number(String what, long count) {
        var tag = new Span(getTranslation("tasks.counts." + what) + ": " + count);
        tag.addClassName("tag");
        return tag;
    }
}
