package app.afterwell.webui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Hides names and health data from eyes behind the screen; a key (Alt+Shift+H) does the same. It works in the browser
 * alone, so that it is instant and needs no connection. What it hides carries the class {@code private}.
 */
@Tag("af-privacy-toggle")
@JsModule("./privacy-mode.ts")
class PrivacyToggle extends Component {

    PrivacyToggle(String label) {
        getElement().setAttribute("label", label);
    }
}
