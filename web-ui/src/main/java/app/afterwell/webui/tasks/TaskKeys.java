package app.afterwell.webui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of the inbox; whoever types into a field is left alone. */
final class TaskKeys {

    private static final String OUTSIDE_FIELDS =
            "!event.composedPath()[0].closest?.('input,textarea,select,[contenteditable],[role=dialog],vaadin-dialog')";
    private static final String ALONE = " && !event.ctrlKey && !event.metaKey && !event.altKey && ";

    private final Map<String, Runnable> keys;
    private final Runnable undo;
    private @Nullable Registration registration;

    /** @param keys what each letter does */
    TaskKeys(Component page, Map<String, Runnable> keys, Runnable undo) {
        this.keys = keys;
        this.undo = undo;
        page.addAttachListener(event -> listen(event.getUI()));
        page.addDetachListener(event -> forget());
    }

    private void listen(UI ui) {
        var body = ui.getElement();
        registration = body.addEventListener("keydown", event -> undo.run())
                .setFilter("event.key === 'z' && (event.ctrlKey || event.metaKey) && " + OUTSIDE_FIELDS)
                .preventDefault();
        keys.forEach((key, action) -> registration = Registration.combine(
                registration,
                body.addEventListener("keydown", event -> action.run())
                        .setFilter("event.key === '" + key + "'" + ALONE + OUTSIDE_FIELDS)
                        .preventDefault()));
    }

    private void forget() {
        if (registration != null) {
            registration.remove();
            registration = null;
        }
    }
}
