package app.afterwell.webui.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Asks why something is to be done against the rules; the answer is recorded with it. */
class ReasonDialog extends Dialog {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    ReasonDialog(Consumer<String> onReason) {
        setHeaderTitle(getTranslation("desk.force.title"));
        addClassName("reason");
        var reason = new TextField(getTranslation("desk.force.reason"));
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setMaxLength(LONGEST);
        reason.setAutofocus(true);
        Runnable submit = () -> {
            var text = reason.getValue().strip();
            if (text.length() < SHORTEST) {
                reason.setErrorMessage(getTranslation("desk.force.short"));
                reason.setInvalid(true);
                reason.focus();
            } else {
                close();
                onReason.accept(text);
            }
        };
        reason.addKeyDownListener(Key.ENTER, event -> submit.run());
        var force = new Button(getTranslation("desk.force.do"), event -> submit.run());
        force.addThemeVariants(ButtonVariant.PRIMARY);
        var leave = new Button(getTranslation("desk.force.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        add(new Paragraph(getTranslation("desk.force.text")), reason);
        getFooter().add(leave, force);
    }
}
