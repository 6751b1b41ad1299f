package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.Colleague;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks to whom a task goes and what they should know. */
class HandOverDialog extends Dialog {

    private static final int LONGEST = 500;

    /** @param me who is not in the list: one takes a task on by another button */
    HandOverDialog(TaskView task, List<Colleague> colleagues, UserId me, OnHandOver onHandOver) {
        setHeaderTitle(getTranslation("tasks.over.title"));
        addClassName("task-dialog");
        var choices = new ArrayList<Choice>();
        if (task.kind().isCall()) {
            choices.add(new Choice(null, Role.DESK, getTranslation("tasks.over.DESK")));
        }
        choices.add(new Choice(null, Role.THERAPIST, getTranslation("tasks.over.THERAPIST")));
        colleagues.stream()
                .filter(person -> !person.id().equals(me))
                .map(person -> new Choice(person, null, person.name()))
                .forEach(choices::add);
        var to = new ComboBox<Choice>(getTranslation("tasks.over.to"));
        to.setItems(choices);
        to.setItemLabelGenerator(Choice::words);
        to.setWidthFull();
        to.setRequiredIndicatorVisible(true);
        var word = new TextArea(getTranslation("tasks.over.word"));
        word.setMaxLength(LONGEST);
        word.setWidthFull();
        word.addClassName("private");
        to.addValueChangeListener(event -> {
            to.setInvalid(false);
            var chosen = event.getValue();
            word.setHelperText(
                    chosen == null
                            ? ""
                            : getTranslation(chosen.isDesk() ? "tasks.over.help.desk" : "tasks.over.help.therapist"));
        });
        var body = new Div(to, word);
        body.addClassName("stack");
        add(body);
        var give = new Button(getTranslation("tasks.over.do"), event -> {
            var chosen = to.getValue();
            if (chosen == null) {
                to.setErrorMessage(getTranslation("tasks.over.missing"));
                to.setInvalid(true);
                to.focus();
            } else if (onHandOver.give(
                    chosen.person() == null ? null : chosen.person().id(),
                    chosen.role(),
                    word.getValue(),
                    chosen.words())) {
                close();
            }
        });
        give.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("tasks.cancel"), event -> close()), give);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                to.focus();
            }
        });
    }

    /** A colleague or a role. */
    record Choice(@Nullable Colleague person, @Nullable Role role, String words) {

        boolean isDesk() {
            return person == null ? role == Role.DESK : !person.roles().contains(Role.THERAPIST);
        }
    }

    /** What happens when somebody is chosen. */
    interface OnHandOver {

        /** @return whether it was handed over */
        boolean give(@Nullable UserId person, @Nullable Role role, String word, String name);
    }
}
