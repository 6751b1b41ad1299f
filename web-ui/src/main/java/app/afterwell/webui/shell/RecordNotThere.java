package app.afterwell.webui.shell;

import app.afterwell.domain.NotFoundException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** What the address names is not there, or not for the one who asks. */
@AnonymousAllowed
class RecordNotThere extends ErrorPage implements HasErrorParameter<NotFoundException> {

    RecordNotThere() {
        super("not-there");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
