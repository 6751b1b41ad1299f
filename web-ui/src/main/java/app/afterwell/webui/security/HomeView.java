package app.afterwell.webui.security;

import app.afterwell.domain.CurrentActor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The bare address: it only shows the way to the role's own page. */
@Route(value = "", autoLayout = false)
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {

    private final transient CurrentActor currentActor;

    HomeView(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(currentActor.find().map(Homes::of).orElse("login"));
    }
}
