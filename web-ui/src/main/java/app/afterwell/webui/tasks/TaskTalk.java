package app.afterwell.webui.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;

/** Where something is said about a task. */
class TaskTalk extends Div {

    private static final int LONGEST = 2000;

    /**
     * @param chooses whether whoever writes says if the desk may read it: a therapist, about what the desk sees
     */
    TaskTalk(boolean chooses, OnSay onSay) {
        addClassName("stack");
        var text = new TextArea(getTranslation("tasks.talk"));
        text.setMaxLength(LONGEST);
        text.setWidthFull();
        text.addClassName("private");
        var forDesk = new Checkbox(getTranslation("tasks.talk.desk"));
        forDesk.setVisible(chooses);
        forDesk.addValueChangeListener(
                event -> text.setHelperText(event.getValue() ? getTranslation("tasks.over.help.desk") : ""));
        var say = new Button(getTranslation("tasks.talk.do"), event -> {
            if (text.getValue().isBlank()) {
                text.setErrorMessage(getTranslation("tasks.talk.missing"));
                text.setInvalid(true);
                text.focus();
            } else if (onSay.say(text.getValue().strip(), forDesk.getValue())) {
                text.clear();
                forDesk.setValue(false);
            }
        });
        say.addClassName("start");
        text.addValueChangeListener(event -> text.setInvalid(false));
        add(text, forDesk, say);
    }

    /** What happens when it is said. */
    interface OnSay {

        /** @return whether it was kept */
        boolean say(String text, boolean forDesk);
    }
}
