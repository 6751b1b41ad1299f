package app.afterwell.webui.desk;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line under the board: what was done last and the way back, or what could not be done. It covers nothing. */
class LastChange extends Div {

    private final Paragraph said = new Paragraph();
    private final Button undo = new Button();
    private final Button anyway = new Button();
    private Change.@Nullable Undo back;
    private @Nullable Runnable force;

    private final Consumer<Change.Undo> onUndo;

    /** @param onUndo is handed the way back when somebody takes it */
    LastChange(Consumer<Change.Undo> onUndo) {
        this.onUndo = onUndo;
        addClassName("lastbar");
        said.getElement().setAttribute("role", "status");
        undo.setText(getTranslation("desk.undo"));
        undo.setIcon(Glyph.UNDO.small());
        undo.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        undo.addClassName("link");
        undo.getElement().setAttribute("aria-keyshortcuts", "Control+Z");
        undo.addClickListener(event -> takeBack());
        anyway.setText(getTranslation("desk.anyway"));
        anyway.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        anyway.addClassName("link");
        anyway.addClickListener(event -> {
            if (force != null) {
                force.run();
            }
        });
        undo.setVisible(false);
        anyway.setVisible(false);
        add(said, undo, anyway);
    }

    void show(Change change) {
        say(Glyph.CHECK, change.text(), false);
        back = change.undo();
        undo.setVisible(back != null);
    }

    /** @param force what to do if it shall be done nevertheless; null if it cannot */
    void refuse(String text, @Nullable Runnable force) {
        say(Glyph.CARE, text, true);
        this.force = force;
        anyway.setVisible(force != null);
    }

    /** Takes the last change back, if there is one that can be. */
    void takeBack() {
        var way = back;
        back = null;
        undo.setVisible(false);
        if (way != null) {
            onUndo.accept(way);
        }
    }

    private void say(Glyph glyph, String text, boolean refused) {
        back = null;
        force = null;
        undo.setVisible(false);
        anyway.setVisible(false);
        said.removeAll();
        var words = new Span(text);
        words.addClassName("private");
        said.add(glyph.icon(), words);
        said.setClassName("refused", refused);
    }
}
