package app.afterwell.webui.components;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The line drawings of the product; their shapes are in {@code css/icons.css}. */
public enum Glyph {
    ARRIVED,
    ARROW_LEFT,
    BLOCK,
    BOOKED,
    CALENDAR,
    CARE,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CLOCK,
    CONFIRMED,
    COPY,
    DONE,
    DOWN,
    EYE,
    FILTER,
    FLAT,
    FORM,
    FREE,
    HISTORY,
    LIST,
    MARK,
    MESSAGE,
    MORE,
    NEW,
    NO_SHOW,
    NOTE,
    OUT,
    OVERLAP,
    PENCIL,
    PHONE,
    PIN,
    PLUS,
    PRINT,
    RECEIPT,
    REPLAY,
    REVIEW,
    SAVED,
    SEARCH,
    SESSION,
    SHIELD,
    UNDO,
    URGENT,
    WITHHELD,
    X;

    /** The drawing as decoration: nothing that the words beside it do not say. */
    public Span icon() {
        var icon = new Span();
        icon.addClassNames("icon", "i-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** The drawing where it stands for a word. */
    public Span icon(String label) {
        var icon = icon();
        icon.getElement().removeAttribute("aria-hidden");
        icon.getElement().setAttribute("role", "img");
        icon.getElement().setAttribute("aria-label", label);
        return icon;
    }

    /** The small drawing as decoration. */
    public Span small() {
        var icon = icon();
        icon.addClassName("s");
        return icon;
    }
}
