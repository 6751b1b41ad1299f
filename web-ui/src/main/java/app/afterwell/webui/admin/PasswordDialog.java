package app.afterwell.webui.admin;

import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks for somebody's new password. */
class PasswordDialog extends Dialog {

    PasswordDialog(String name, SerializableConsumer<String> save) {
        setHeaderTitle(getTranslation("admin.users.password.of", name));
        var password = new PasswordField(getTranslation("admin.users.password.new"));
        password.setHelperText(getTranslation("admin.users.password.help"));
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setWidthFull();
        add(password);
        var ok = new Button(getTranslation("admin.users.password.save"), click -> {
            try {
                save.accept(password.getValue());
                close();
            } catch (UnacceptableException e) {
                var code = e.problems().isEmpty()
                        ? e.code()
                        : e.problems().getFirst().code();
                password.setErrorMessage(getTranslation("admin.users.password." + code));
                password.setInvalid(true);
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        ok.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("admin.cancel"), click -> close()), ok);
        addOpenedChangeListener(event -> password.focus());
    }
}
