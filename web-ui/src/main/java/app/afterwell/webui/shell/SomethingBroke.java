package app.afterwell.webui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something went wrong that nobody foresaw. */
@AnonymousAllowed
class SomethingBroke extends ErrorPage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(SomethingBroke.class);

    SomethingBroke() {
        super("broken");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        LOG.error("{} could not be shown", event.getLocation().getPath(), error.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
