package app.afterwell.webui.components;

import app.afterwell.domain.VisitStatus;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Where a visit stands, as a drawing with its word for those who cannot see it. */
public final class StatusGlyph {

    private StatusGlyph() {}

    public static Span of(VisitStatus status) {
        var icon = glyph(status).icon(Vocabulary.of(status));
        icon.addClassName("st-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return icon;
    }

    /** The drawing alone. */
    public static Glyph glyph(VisitStatus status) {
        return switch (status) {
            case BOOKED -> Glyph.BOOKED;
            case CONFIRMED -> Glyph.CONFIRMED;
            case ARRIVED -> Glyph.ARRIVED;
            case IN_SESSION -> Glyph.SESSION;
            case COMPLETED -> Glyph.DONE;
            case NO_SHOW -> Glyph.NO_SHOW;
            case CANCELLED -> Glyph.X;
        };
    }
}
