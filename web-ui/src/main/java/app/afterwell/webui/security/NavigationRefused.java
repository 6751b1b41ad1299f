package app.afterwell.webui.security;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;

/** Shows for a page of another role what is shown for anything else that is not allowed. */
class NavigationRefused extends Main implements HasErrorParameter<AccessDeniedException> {

    NavigationRefused() {
        setId("main");
        addClassName("page-error");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        var home = new Anchor("", getTranslation("shell.error.home"));
        home.addClassNames("btn", "primary");
        add(
                new H1(getTranslation("shell.error.not-allowed.title")),
                new Paragraph(getTranslation("shell.error.not-allowed.text")),
                home);
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
