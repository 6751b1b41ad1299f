package app.afterwell.webui.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.jspecify.annotations.Nullable;

/** Says what was done to a task and offers the way back, by button or by Ctrl+Z, until the next change. */
class TaskChange {

    private static final int MILLIS = 10_000;

    private @Nullable Notification shown;
    private @Nullable Runnable back;

    /** @param undo null if there is no way back */
    void show(String text, String undoText, @Nullable Runnable undo) {
        forget();
        back = undo;
        var notification = new Notification();
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setDuration(MILLIS);
        notification.add(new Span(text));
        if (undo != null) {
            var button = new Button(undoText, event -> takeBack());
            button.addThemeVariants(ButtonVariant.TERTIARY);
            button.getElement().setAttribute("aria-keyshortcuts", "Control+Z");
            notification.add(button);
        }
        notification.open();
        shown = notification;
    }

    void takeBack() {
        var way = back;
        forget();
        if (way != null) {
            way.run();
        }
    }

    private void forget() {
        back = null;
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }
}
