package app.afterwell.webui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;

/** Trusted markup of our own, such as a drawing, shown as it is; never anything that somebody typed. */
class Markup extends Component {

    private Markup(String tag, String html) {
        super(new Element(tag));
        getElement().setProperty("innerHTML", html).getClassList().add("pt-markup");
    }

    /** Markup that may stand inside a line of text. */
    static Markup inline(String html) {
        return new Markup("span", html);
    }

    static Markup block(String html) {
        return new Markup("div", html);
    }
}
