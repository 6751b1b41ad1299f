package app.afterwell.webui.therapist;

import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;

/** One worked area in a line; a tap opens it. */
class AreaRow extends NativeButton {

    private static final int STEPS = 5;

    private final transient Draft.Area area;
    private final int number;

    AreaRow(Draft.Area area, int number, boolean open) {
        this.area = area;
        this.number = number;
        addClassNames("area-row", "private");
        getElement().setAttribute("type", "button");
        getElement().setAttribute("aria-expanded", String.valueOf(open));
        refresh(open);
    }

    void refresh(boolean open) {
        removeAll();
        var badge = new Span(String.valueOf(number));
        badge.addClassName("badge-n");
        badge.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(Vocabulary.area(area.where));
        name.addClassName("strong");
        var text = new Span(name);
        if (!open) {
            var said = new ArrayList<String>();
            if (!area.findings.isEmpty()) {
                said.add(Vocabulary.list(area.findings));
            }
            if (!area.techniques.isEmpty()) {
                said.add(Vocabulary.list(area.techniques));
            }
            var small = new Span(String.join(". ", said));
            small.addClassName("small");
            text.add(small);
        }
        add(badge, text, pressure(), Glyph.CHEVRON_DOWN.small());
    }

    private Span pressure() {
        var pressure = new Span();
        pressure.addClassName("pressure");
        if (area.pressure == null) {
            pressure.add(new Span(getTranslation("session.pressure.none")));
            return pressure;
        }
        var steps = new Div();
        steps.addClassName("steps");
        steps.getElement().setAttribute("aria-hidden", "true");
        for (int step = 1; step <= STEPS; step++) {
            var bar = new Span();
            if (step <= area.pressure.level()) {
                bar.addClassName("on");
            }
            steps.add(bar);
        }
        pressure.add(
                steps,
                new Span(
                        getTranslation("session.pressure", area.pressure.level(), Vocabulary.pressure(area.pressure))));
        return pressure;
    }
}
