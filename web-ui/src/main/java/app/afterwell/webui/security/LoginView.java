package app.afterwell.webui.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpSession;

/**
 * Where everybody signs in. It is a plain form that the browser posts, so that password managers and a lost connection
 * to the page do no harm.
 */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final Paragraph notice = new Paragraph();
    private final transient FirstStart firstStart;
    private final transient SecurityActor currentActor;

    LoginView(FirstStart firstStart, SecurityActor currentActor) {
        this.firstStart = firstStart;
        this.currentActor = currentActor;
        addClassName("af-signin");
        email.setLabel(getTranslation("login.email"));
        email.setRequiredIndicatorVisible(false);
        name(email, "email", "username");
        password.setLabel(getTranslation("login.password"));
        name(password, "password", "current-password");
        notice.addClassName("af-signin-notice");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        var submit = new NativeButton(getTranslation("login.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("af-signin-submit");

        var form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", "login").setAttribute("novalidate", "");
        form.appendChild(notice.getElement(), email.getElement(), password.getElement(), submit.getElement());
        var box = new Div(new H1(getTranslation("login.title")), new Paragraph(getTranslation("login.intro")));
        box.addClassName("af-signin-box");
        box.getElement().appendChild(form);
        box.add(new Paragraph(getTranslation("login.help")));
        add(box);
    }

    private static void name(TextFieldBase<?, ?> field, String name, String autocomplete) {
        field.getElement().setAttribute("name", name).setAttribute("autocomplete", autocomplete);
        field.addClassName("af-signin-field");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (firstStart.open()) {
            event.forwardTo(SetupView.class);
            return;
        }
        var actor = currentActor.find();
        if (actor.isPresent()) {
            event.forwardTo(Homes.of(actor.get()));
            return;
        }
        SignInFailure.take(session()).ifPresent(this::show);
        (email.getValue().isEmpty() ? email : password).focus();
    }

    private void show(SignInFailure.Refusal refusal) {
        email.setValue(refusal.email());
        switch (refusal.message()) {
            case EMAIL_MISSING -> complain(email, "login.email.missing");
            case PASSWORD_MISSING -> complain(password, "login.password.missing");
            case NO_MATCH -> complain(password, "login.no-match");
            case WAIT -> {
                notice.setText(getTranslation("login.wait", waitInWords(refusal.seconds())));
                notice.setVisible(true);
            }
        }
    }

    private String waitInWords(long seconds) {
        return seconds <= 60
                ? getTranslation("login.wait.seconds", seconds)
                : getTranslation("login.wait.minutes", (seconds + 59) / 60);
    }

    private void complain(TextFieldBase<?, ?> field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
    }

    private static HttpSession session() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · Afterwell";
    }
}
