package app.afterwell.webui.therapist;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** What was found and done on one area. */
class AreaEditor extends Div {

    private static final List<Finding> USUAL_FINDINGS =
            List.of(Finding.TIGHTNESS, Finding.TENDERNESS, Finding.TRIGGER_POINT, Finding.RESTRICTED_MOTION);
    private static final List<Technique> USUAL_TECHNIQUES =
            List.of(Technique.SWEDISH, Technique.DEEP_TISSUE, Technique.MYOFASCIAL_RELEASE);
    private static final int HIGHEST = 5;
    private static final int PAUSE_MILLIS = 1000;

    private final transient Draft.Area area;
    private final int limit;
    private final transient Runnable onChange;
    private final TextField reason = new TextField();

    /** @param limit the highest pressure that needs no reason */
    AreaEditor(Draft.Area area, int limit, Runnable onChange, Runnable onMoved, Runnable onRemove) {
        this.area = area;
        this.limit = limit;
        this.onChange = onChange;
        addClassName("area-edit");
        if (area.where.side() != Side.MIDLINE) {
            row("session.area.side", side(onMoved));
        }
        row(
                "session.area.findings",
                new Chips<>(
                        getTranslation("session.area.findings"),
                        part() + "/finding/",
                        List.of(Finding.values()),
                        USUAL_FINDINGS,
                        area.findings,
                        onChange));
        row(
                "session.area.techniques",
                new Chips<>(
                        getTranslation("session.area.techniques"),
                        part() + "/technique/",
                        List.of(Technique.values()),
                        USUAL_TECHNIQUES,
                        area.techniques,
                        onChange));
        row("session.area.pressure", pressure());
        var remove = new Button(getTranslation("session.area.remove"), event -> onRemove.run());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.addClassName("link");
        NoteKeeper.keeps(remove, "remove");
        remove.getElement().setAttribute("data-area", name());
        remove.setAriaLabel(getTranslation("session.area.remove.of", Vocabulary.area(area.where)));
        add(new Span(), new Div(remove));
    }

    private String name() {
        return area.where.region() + " " + area.where.side();
    }

    private String part() {
        return "area/" + name();
    }

    private void row(String label, Component control) {
        var name = new Span(getTranslation(label));
        name.addClassName("label");
        name.getElement().setAttribute("aria-hidden", "true");
        add(name, control);
    }

    private RadioButtonGroup<Side> side(Runnable onMoved) {
        var side = new RadioButtonGroup<Side>();
        side.addClassName("segmented");
        side.setAriaLabel(getTranslation("session.area.side"));
        side.setItems(Side.LEFT, Side.RIGHT, Side.BOTH);
        side.setItemLabelGenerator(Vocabulary::of);
        side.setValue(area.where.side());
        NoteKeeper.keeps(side, "side");
        side.getElement().setAttribute("data-area", name());
        side.getElement().setAttribute("data-values", "LEFT,RIGHT,BOTH");
        side.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                area.where = new BodyArea(area.where.region(), event.getValue());
                onMoved.run();
            }
        });
        return side;
    }

    private Component pressure() {
        var scale = new Scale(
                "",
                part() + "/pressure",
                1,
                HIGHEST,
                area.pressure == null ? null : area.pressure.level(),
                level -> getTranslation("session.pressure", level, Vocabulary.pressure(new Pressure(level))),
                level -> {
                    area.pressure = new Pressure(level);
                    reason.setVisible(level > limit);
                    onChange.run();
                });
        scale.addClassName("words");
        scale.setAriaLabel(getTranslation("session.area.pressure"));
        var limited = new Div(scale);
        limited.addClassName("limited");
        if (limit < HIGHEST) {
            var why = new Paragraph(Glyph.CARE.small(), new Span(getTranslation("session.pressure.limit", limit)));
            why.addClassName("limit");
            limited.add(why, reason());
        }
        return limited;
    }

    private TextField reason() {
        reason.setLabel(getTranslation("session.pressure.reason"));
        NoteKeeper.keeps(reason, part() + "/reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setValue(area.reason == null ? "" : area.reason);
        reason.setVisible(area.pressure != null && area.pressure.level() > limit);
        reason.setValueChangeMode(ValueChangeMode.TIMEOUT);
        reason.setValueChangeTimeout(PAUSE_MILLIS);
        reason.addValueChangeListener(event -> {
            area.reason = event.getValue();
            onChange.run();
        });
        return reason;
    }
}
