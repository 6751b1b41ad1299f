package app.afterwell.webui.security;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** Makes the first owner of an empty system, and is gone afterwards. */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FirstStart firstStart;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final Button submit = new Button();

    SetupView(FirstStart firstStart) {
        this.firstStart = firstStart;
        addClassName("af-signin");
        prepare(name, "name", "name");
        prepare(email, "email", "username");
        prepare(password, "password", "new-password");
        password.setHelperText(getTranslation("setup.password.help", NewAccounts.SHORTEST_PASSWORD));
        submit.setText(getTranslation("setup.submit"));
        submit.addClickListener(click -> begin());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClassName("af-signin-wide");
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        var form = new Div(name, email, password, submit);
        form.addClassName("af-signin-form");
        var box = new Div(new H1(getTranslation("setup.title")), new Paragraph(getTranslation("setup.intro")), form);
        box.addClassName("af-signin-box");
        add(box);
    }

    private void prepare(TextFieldBase<?, ?> field, String key, String autocomplete) {
        field.setLabel(getTranslation("setup." + key));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.addClassName("af-signin-field");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstStart.open()) {
            event.forwardTo(LoginView.class);
        }
    }

    private void begin() {
        Map<String, TextFieldBase<?, ?>> fields = Map.of("name", name, "email", email, "password", password);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            firstStart.begin(new FirstStart.FirstOwner(name.getValue(), email.getValue(), password.getValue()));
            // The clinic's first location comes next; whoever is not signed in is asked to first.
            getUI().ifPresent(ui -> ui.getPage().setLocation("admin/hours"));
        } catch (ConflictException e) {
            getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
        } catch (UnacceptableException e) {
            e.problems().forEach(problem -> complain(fields.getOrDefault(problem.field(), name), problem));
            submit.setEnabled(true);
        }
    }

    private void complain(TextFieldBase<?, ?> field, FieldProblem problem) {
        field.setErrorMessage(getTranslation("setup." + problem.field() + "." + problem.code()));
        field.setInvalid(true);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.title") + " · Afterwell";
    }
}
