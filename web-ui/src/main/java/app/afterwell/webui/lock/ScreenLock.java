package app.afterwell.webui.lock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.springframework.context.annotation.Scope;

/**
 * Draws a curtain over the page after a while of no use, or when somebody asks for it, and takes it away for the password.
 * What stands behind it stays as it is.
 */
@Tag("af-screen-lock")
@JsModule("./screen-lock.ts")
@SpringComponent
@Scope("prototype")
public class ScreenLock extends Component {

    /** After how many minutes of no use a screen may lock, as far as the clinic's own limit goes. */
    private static final List<Integer> CHOICES = List.of(1, 2, 5, 10, 15, 30, 60);

    private static final List<String> TEXTS =
            List.of("title", "text", "password", "open", "wrong", "wait", "gone", "out");

    private final int limit;

    ScreenLock(ScreenLockTimes settings) {
        limit = settings.locks() ? (int) Math.max(1, settings.after().toMinutes()) : 0;
        getElement()
                .setAttribute(
                        "after",
                        String.valueOf(settings.locks() ? settings.after().toSeconds() : 0));
        TEXTS.forEach(key -> getElement().setAttribute("text-" + key, getTranslation("lock." + key)));
    }

    /** Whose screen this is; the curtain says so. */
    public void setName(String name) {
        getElement().setAttribute("name", name);
    }

    /** Locks at once. */
    public void lock() {
        getElement().callJsFunction("lock");
    }

    /** After how many minutes this screen may be set to lock; empty if the clinic's do not lock. */
    public List<Integer> choices() {
        return CHOICES.stream().filter(minutes -> minutes <= limit).toList();
    }

    /** Sets this browser's own time. */
    public void setMinutes(int minutes) {
        getElement().callJsFunction("choose", minutes);
    }

    public Registration addOpenedListener(ComponentEventListener<Opened> listener) {
        return addListener(Opened.class, listener);
    }

    /** The curtain has been taken away. */
    @DomEvent("lock-opened")
    public static class Opened extends ComponentEvent<ScreenLock> {

        private static final long serialVersionUID = 1L;

        public Opened(ScreenLock source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
