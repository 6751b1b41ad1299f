package app.afterwell.webui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** The keys of the day board: N books, Ctrl+Z takes the last change back. Whoever types into a field is left alone. */
final class DeskKeys {

    private static final String OUTSIDE_FIELDS =
            "!event.composedPath()[0].closest?.('input,textarea,select,[contenteditable],[role=dialog],vaadin-dialog,vaadin-popover')";
    private static final String BOOK = "event.key === 'n' && !event.ctrlKey && !event.metaKey && !event.altKey";
    private static final String UNDO = "event.key === 'z' && (event.ctrlKey || event.metaKey)";

    private final Runnable book;
    private final Runnable undo;
    private @Nullable Registration registration;

    DeskKeys(Component page, Runnable book, Runnable undo) {
        this.book = book;
        this.undo = undo;
        page.addAttachListener(event -> listen(event.getUI()));
        page.addDetachListener(event -> forget());
    }

    private void listen(UI ui) {
        var body = ui.getElement();
        var onBook = body.addEventListener("keydown", event -> book.run())
                .setFilter(BOOK + " && " + OUTSIDE_FIELDS)
                .preventDefault();
        var onUndo = body.addEventListener("keydown", event -> undo.run())
                .setFilter(UNDO + " && " + OUTSIDE_FIELDS)
                .preventDefault();
        registration = Registration.combine(onBook, onUndo);
    }

    private void forget() {
        if (registration != null) {
            registration.remove();
            registration = null;
        }
    }
}
