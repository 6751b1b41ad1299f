package app.afterwell.webui.components;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

/** Something made for paper. It is not seen on the screen, and on paper nothing else is. */
public abstract class Printout extends Div {

    /** Opens the browser's way to print, and goes when that is closed. */
    public final void print(UI ui) {
        addClassName("printout");
        getElement().setAttribute("aria-hidden", "true");
        ui.getElement().appendChild(getElement());
        // Two frames: one for the page to take this in, one for it to be laid out.
        getElement()
                .executeJs("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {"
                        + "window.print(); done(true); })));")
                .then(done -> removeFromParent());
    }
}
