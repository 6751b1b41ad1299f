package app.afterwell.webui.security;

import app.afterwell.domain.CurrentActor;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;

/** Says that a page belongs to another role, and shows the way to one's own. */
class NotYoursView extends Main implements HasErrorParameter<AccessDeniedException> {

    private final transient CurrentActor currentActor;

    NotYoursView(CurrentActor currentActor) {
        this.currentActor = currentActor;
        addClassName("af-signin");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        var home = new Anchor(currentActor.find().map(Homes::of).orElse("login"), getTranslation("error.home"));
        var box = new Div(
                new H1(getTranslation("error.not-yours.title")),
                new Paragraph(getTranslation("error.not-yours.text")),
                home);
        box.addClassName("af-signin-box");
        add(box);
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
