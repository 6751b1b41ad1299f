package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.NoteText;
import app.afterwell.domain.Goal;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** Goals, pain before and after, and the four texts of a note. */
class NoteFields extends Div {

    private static final int WORST = 10;
    private static final int PAUSE_MILLIS = 1000;
    private static final List<Goal> USUAL_GOALS =
            List.of(Goal.STRESS, Goal.POOR_SLEEP, Goal.CHRONIC_PAIN, Goal.TRAINING_RECOVERY, Goal.MOBILITY);

    private final transient Draft draft;
    private final transient Runnable onChange;
    private final TextArea subjective;
    private final TextArea objective;
    private final TextArea assessment;
    private final TextArea plan;

    NoteFields(Draft draft, SnippetList snippets, Runnable onChange) {
        this.draft = draft;
        this.onChange = onChange;
        addClassName("note-fields");
        subjective = text("subjective", draft.text.subjective());
        objective = text("objective", draft.text.objective());
        assessment = text("assessment", draft.text.assessment());
        plan = text("plan", draft.text.plan());
        var manage = new Button(getTranslation("session.snippets.open"), event -> snippets.manage());
        manage.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        manage.addClassName("link");
        var head = new Div(new H2(getTranslation("session.note")), manage);
        head.addClassName("head");
        var soap = new Div(subjective, objective, assessment, plan);
        soap.addClassName("soap");
        add(goals(), pains(), new Section(head, soap, snippets));
    }

    /** Offers to take over the last note's texts field by field; where they come from is said in the text itself. */
    void offerCopy(String day, NoteText last) {
        offer(subjective, day, last.subjective());
        offer(objective, day, last.objective());
        offer(assessment, day, last.assessment());
        offer(plan, day, last.plan());
    }

    private void offer(TextArea field, String day, String last) {
        if (last.isBlank()) {
            return;
        }
        var copy = new Button(getTranslation("session.text.copy", day), Glyph.COPY.small());
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        copy.addClassName("link");
        copy.setAriaLabel(getTranslation("session.text.copy.of", field.getLabel(), day));
        copy.addClickListener(event -> {
            var copied = getTranslation("session.text.from", day, last.strip());
            field.setValue(field.isEmpty() ? copied : field.getValue().stripTrailing() + "\n" + copied);
            copy.setVisible(false);
            field.focus();
            keep();
        });
        copy.setVisible(!field.getValue().contains(last.strip()));
        field.setHelperComponent(copy);
    }

    /** Brings the field of this part of the note into sight, ready to be filled in. */
    void reveal(String part) {
        getElement().executeJs(NoteKeeper.REVEAL, part);
    }

    private Section goals() {
        var heading = new H2(getTranslation("session.goals"));
        return new Section(
                heading,
                new Chips<>(
                        getTranslation("session.goals"),
                        "goal/",
                        List.of(Goal.values()),
                        USUAL_GOALS,
                        draft.goals,
                        onChange));
    }

    private Div pains() {
        var less = new Span();
        less.addClassName("muted");
        var before = new Scale(
                getTranslation("session.pain.before"),
                "pain/before",
                0,
                WORST,
                draft.painBefore,
                String::valueOf,
                pain -> {
                    draft.painBefore = pain;
                    less.setText(difference());
                    onChange.run();
                });
        before.setHelperText(getTranslation("session.pain.help"));
        var after = new Scale(
                getTranslation("session.pain.after"),
                "pain/after",
                0,
                WORST,
                draft.painAfter,
                String::valueOf,
                pain -> {
                    draft.painAfter = pain;
                    less.setText(difference());
                    onChange.run();
                });
        less.setText(difference());
        after.setHelperComponent(less);
        var pains = new Div(before, after);
        pains.addClassNames("pains", "private");
        return pains;
    }

    private String difference() {
        if (draft.painBefore == null || draft.painAfter == null) {
            return getTranslation("session.pain.after.help");
        }
        int less = draft.painBefore - draft.painAfter;
        return less == 0
                ? getTranslation("session.pain.same")
                : getTranslation(less > 0 ? "session.pain.less" : "session.pain.more", Math.abs(less));
    }

    private TextArea text(String name, String value) {
        var field = new TextArea(getTranslation("session.text." + name));
        NoteKeeper.keeps(field, "text/" + name);
        field.setValue(value);
        field.setMaxLength(NoteText.MAX);
        field.setMinRows(4);
        field.setWidthFull();
        field.addClassName("private");
        field.setValueChangeMode(ValueChangeMode.TIMEOUT);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                keep();
            }
        });
        return field;
    }

    private void keep() {
        draft.text = new NoteText(subjective.getValue(), objective.getValue(), assessment.getValue(), plan.getValue());
        onChange.run();
    }
}
