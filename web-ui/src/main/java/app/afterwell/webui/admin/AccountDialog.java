package app.afterwell.webui.admin;

import app.afterwell.booking.PractitionerInfo;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.Role;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.security.NewAccount;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes an account for somebody on the staff. */
class AccountDialog extends Dialog {

    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>();
    private final ComboBox<PractitionerInfo> practitioner = new ComboBox<>();
    private final Checkbox lead = new Checkbox();
    private final PasswordField password = new PasswordField();

    AccountDialog(List<PractitionerInfo> practitioners, SerializableConsumer<NewAccount> save) {
        setHeaderTitle(getTranslation("admin.users.add"));
        name.setLabel(getTranslation("admin.users.name"));
        email.setLabel(getTranslation("admin.users.email"));
        roles.setLabel(getTranslation("admin.users.roles"));
        roles.setItems(Role.DESK, Role.THERAPIST, Role.OWNER);
        roles.setItemLabelGenerator(role -> getTranslation("admin.role." + role));
        practitioner.setLabel(getTranslation("admin.users.practitioner"));
        practitioner.setItems(practitioners);
        practitioner.setItemLabelGenerator(PractitionerInfo::name);
        lead.setLabel(getTranslation("admin.role.lead"));
        password.setLabel(getTranslation("admin.users.password.new"));
        password.setHelperText(getTranslation("admin.users.password.help"));
        password.getElement().setAttribute("autocomplete", "new-password");
        roles.addValueChangeListener(event -> onlyForTherapists());
        onlyForTherapists();
        var form = new Div(name, email, roles, practitioner, lead, password);
        form.addClassName("stack");
        add(form);
        var ok = new Button(getTranslation("admin.users.save"), click -> save(save));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("admin.cancel"), click -> close()), ok);
    }

    private void onlyForTherapists() {
        boolean therapist = roles.getValue().contains(Role.THERAPIST);
        practitioner.setVisible(therapist);
        lead.setVisible(therapist);
    }

    private void save(SerializableConsumer<NewAccount> save) {
        Map<String, HasValidation> fields = Map.of(
                "name", name, "email", email, "roles", roles, "clinicalLead", practitioner, "password", password);
        fields.values().forEach(field -> field.setInvalid(false));
        boolean therapist = roles.getValue().contains(Role.THERAPIST);
        var treats = therapist ? practitioner.getValue() : null;
        try {
            save.accept(new NewAccount(
                    email.getValue(),
                    name.getValue(),
                    password.getValue(),
                    roles.getValue(),
                    therapist && lead.getValue(),
                    treats == null ? null : treats.id(),
                    Set.of()));
            close();
        } catch (UnacceptableException e) {
            e.problems().forEach(problem -> complain(fields.getOrDefault(problem.field(), name), problem));
        }
    }

    private void complain(HasValidation field, FieldProblem problem) {
        field.setErrorMessage(getTranslation("admin.users." + problem.field() + "." + problem.code()));
        field.setInvalid(true);
    }
}
