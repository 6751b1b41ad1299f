package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteParts;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.UserId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The browser's own copy of what is not known to be saved, and its own way to the server: see {@code note-keeper.ts} and
 * {@link NoteKeeperController}. Fields and buttons of the note carry the name of the part that they change in the
 * attribute {@code data-keep}.
 */
@Tag("af-note-keeper")
@JsModule("./note-keeper.ts")
class NoteKeeper extends Component {

    private static final List<String> TEXTS = List.of(
            "saving",
            "savingNote",
            "kept",
            "keptNote",
            "refused",
            "title",
            "text",
            "email",
            "password",
            "submit",
            "wrong",
            "other",
            "offline");

    /** Brings the field of a part into sight and gives it the focus, once what was open over it has closed. */
    static final String REVEAL = """
            const field = this.querySelector(`[data-keep="${$0}"]`);
            setTimeout(() => {
              field?.scrollIntoView({block: 'center'});
              (field?.querySelector('input[checked], input, textarea') ?? field)?.focus();
            }, 120);
            """;

    /** @param email with which the user signed in; asked for again when the sign-in has ended */
    NoteKeeper(UserId user, String email, AppointmentId appointment) {
        var texts = new LinkedHashMap<String, Object>();
        TEXTS.forEach(text -> texts.put(text, getTranslation("session.keeper." + text)));
        getElement()
                .setPropertyMap("texts", texts)
                .setProperty("user", user.toString())
                .setProperty("email", email)
                .setProperty("appointment", appointment.toString());
    }

    /** Says what the server has now. */
    void confirm(NoteDraft stored) {
        getElement().setPropertyMap("server", Map.<String, Object>copyOf(NoteParts.of(stored)));
    }

    /** Names the part of the note that a field or button changes. */
    static void keeps(Component field, String part) {
        field.getElement().setAttribute("data-keep", part);
    }

    /** Calls back when the browser has saved something past the page. */
    Registration addKeptListener(ComponentEventListener<Kept> listener) {
        return addListener(Kept.class, listener);
    }

    /** The browser has saved something itself. */
    @DomEvent("note-kept")
    static class Kept extends ComponentEvent<NoteKeeper> {

        private static final long serialVersionUID = 1L;

        public Kept(NoteKeeper source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
