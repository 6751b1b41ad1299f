package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskKind;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.stream.Stream;

/** Asks what came of a task and what was said, and closes it. */
class TaskOutcome extends Div {

    private static final List<String> CALL =
            List.of("reached-doctor", "reached-better", "reached-therapist", "not-reached");
    private static final List<String> LOOK = List.of("looked", "changed", "not-needed");
    private static final List<String> DO = List.of("done", "not-needed");
    /** What the call list of the day board says. */
    private static final List<String> BOARD = List.of("reached");

    private static final int LONGEST = 2000;

    TaskOutcome(TaskKind kind, OnComplete onComplete) {
        addClassName("stack");
        var outcome = new RadioButtonGroup<String>();
        outcome.setLabel(getTranslation("tasks.outcome"));
        outcome.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        outcome.setItems(outcomes(kind));
        outcome.setItemLabelGenerator(code -> getTranslation("tasks.outcome." + code));
        var comment = new TextArea(getTranslation("tasks.comment"));
        comment.setHelperText(getTranslation("tasks.comment.help"));
        comment.setMaxLength(LONGEST);
        comment.setMinRows(2);
        comment.setWidthFull();
        comment.setValueChangeMode(ValueChangeMode.LAZY);
        comment.addClassName("private");
        var complete = new Button(getTranslation("tasks.complete"), event -> {
            if (outcome.isEmpty()) {
                outcome.setErrorMessage(getTranslation("tasks.outcome.missing"));
                outcome.setInvalid(true);
                outcome.getElement().callJsFunction("focus");
            } else {
                onComplete.complete(outcome.getValue(), comment.getValue());
            }
        });
        complete.addClassName("start");
        outcome.addValueChangeListener(event -> outcome.setInvalid(false));
        add(outcome, comment, complete);
    }

    static boolean isKnown(String outcome) {
        return Stream.of(CALL, LOOK, DO, BOARD).anyMatch(codes -> codes.contains(outcome));
    }

    private static List<String> outcomes(TaskKind kind) {
        return switch (kind) {
            case URGENT_ALERT, SILENT_CLIENT -> CALL;
            case WATCH, PROFILE_CHANGED -> LOOK;
            case UNSIGNED_NOTE -> DO;
        };
    }

    /** What happens when the task is closed. */
    interface OnComplete {
        void complete(String outcome, String comment);
    }
}
