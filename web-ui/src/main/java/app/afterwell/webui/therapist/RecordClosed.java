package app.afterwell.webui.therapist;

import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.aftercare.plan.OpenRecord;
import app.afterwell.domain.ClientCard;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Says that this is not one's client, and opens the record for a while to whoever says why they must read it. */
class RecordClosed extends Div {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    RecordClosed(ClientCard card, BreakGlass glass, Runnable onOpen) {
        addClassNames("record-closed", "touch");
        var name = new H1(getTranslation("record.closed.title", card.name()));
        name.addClassName("private");
        var reason = new TextArea(getTranslation("record.closed.reason"));
        reason.setHelperText(getTranslation("record.closed.reason.help"));
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        var open = new Button(getTranslation("record.closed.open", BreakGlass.OPEN.toHours()));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.addClickListener(event -> {
            if (reason.getValue().strip().length() < SHORTEST) {
                reason.setInvalid(true);
                reason.setErrorMessage(getTranslation("record.closed.reason.short"));
                reason.focus();
                return;
            }
            glass.open(new OpenRecord(card.id(), reason.getValue()));
            onOpen.run();
        });
        add(
                name,
                new Paragraph(getTranslation("record.closed.text")),
                new Paragraph(getTranslation("record.closed.seen")),
                reason,
                open);
    }

    /** Says until when a record is open, and that this is seen. */
    static Component openUntil(Component page, BreakGlass.Standing standing, DayWords words) {
        var until = standing.until();
        var notice = new Div(
                Glyph.EYE.icon(),
                new Span(page.getTranslation("record.open.until", until == null ? "" : words.time(until))));
        notice.addClassNames("notice", "warn");
        return notice;
    }
}
