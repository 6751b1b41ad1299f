package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Snippets;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of ready-made texts that a slash opens in the texts of a note. */
@Tag("af-snippets")
@JsModule("./snippets.ts")
class SnippetList extends Component {

    private final transient Snippets snippets;

    SnippetList(Snippets snippets) {
        this.snippets = snippets;
        var texts = new LinkedHashMap<String, Object>();
        List.of("list", "clinic", "none", "manage")
                .forEach(text -> texts.put(text, getTranslation("session.snippets." + text)));
        getElement().setPropertyMap("texts", texts);
        addListener(Manage.class, event -> manage());
        refresh();
    }

    /** Lets the therapist write, change and take away ready-made texts. */
    void manage() {
        new SnippetDialog(snippets, this::refresh).open();
    }

    private void refresh() {
        getElement()
                .setPropertyList(
                        "snippets",
                        snippets.mine().stream()
                                .map(snippet -> Map.<String, Object>of(
                                        "name", snippet.name(), "text", snippet.text(), "clinic", snippet.clinic()))
                                .toList());
    }

    /** "Manage" was chosen in the list. */
    @DomEvent("manage-snippets")
    static class Manage extends ComponentEvent<SnippetList> {

        private static final long serialVersionUID = 1L;

        public Manage(SnippetList source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
