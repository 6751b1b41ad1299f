package app.afterwell.webui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** The page or what it asked for is not for the one who is signed in. */
@AnonymousAllowed
class NotAllowed extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    NotAllowed() {
        super("not-allowed");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
