package app.afterwell.webui.desk;

import app.afterwell.booking.DayBoard;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Blocked time close up, and how to give it back. */
class BlockCard extends Div {

    BlockCard(DayBoard.Block block, WallClock clock, Runnable onClose, Runnable onFree) {
        addClassName("visit-card");
        var name = new H2(block.label());
        name.setId("visit-name");
        var close = new Button(Glyph.X.small(), event -> onClose.run());
        close.setAriaLabel(getTranslation("desk.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.addClassName("only");
        var head = new Div(name, close);
        head.addClassName("head");
        var free = new Button(getTranslation("desk.block.free"), event -> onFree.run());
        free.setAutofocus(true);
        add(head, new Paragraph(clock.span(block.slot())), free);
    }
}
