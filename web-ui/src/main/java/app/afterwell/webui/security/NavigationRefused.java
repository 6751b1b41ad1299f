package app.afterwell.webui.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;

/** Shows for a page of another role what is shown for anything else that is not allowed. */
class NavigationRefused extends Div implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        event.rerouteToError(new org.springframework.security.access.AccessDeniedException("another role's page"), "");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
