package app.afterwell.webui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;

/** A long plain text with line numbers, handed over as one types. */
@Tag("af-text-editor")
@JsModule("./text-editor.ts")
public class TextEditor extends Component implements HasStyle {

    private String text = "";

    /** @param label what the text is, for those who do not see the page */
    public TextEditor(String label, boolean readOnly) {
        getElement().setProperty("label", label);
        getElement().setProperty("readonly", readOnly);
    }

    /** Shows this text, in place of whatever was there. */
    public void setText(String text) {
        this.text = text;
        getElement().callJsFunction("setText", text);
    }

    /** What was handed over last. */
    public String getText() {
        return text;
    }

    /** The text that was handed over is kept now, so that the page may be left. */
    public void acknowledge(String kept) {
        text = kept;
        getElement().callJsFunction("acknowledge", kept);
    }

    /** Brings a line, counted from 1, into sight and puts the cursor there. */
    public void goTo(int line) {
        getElement().callJsFunction("goTo", line);
    }

    /** Marks these lines and no others. */
    public void mark(List<Mark> marks) {
        getElement()
                .setPropertyList(
                        "marks",
                        marks.stream()
                                .map(mark -> Map.<String, Object>of(
                                        "line", mark.line(), "error", mark.error(), "text", mark.text()))
                                .toList());
    }

    /** Calls back when the text has been changed and a pause was made. */
    public Registration addTextListener(ComponentEventListener<TextChanged> listener) {
        return addListener(TextChanged.class, listener);
    }

    /** Calls back at each change, before the text is handed over. */
    public Registration addTypingListener(ComponentEventListener<Typing> listener) {
        return addListener(Typing.class, listener);
    }

    /** A line that somebody should look at. */
    public record Mark(int line, boolean error, String text) {}

    /** The text was changed. */
    @DomEvent("text-changed")
    public static class TextChanged extends ComponentEvent<TextEditor> {

        private final String text;

        public TextChanged(TextEditor source, boolean fromClient, @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Somebody is typing. */
    @DomEvent(
            value = "text-typing",
            debounce =
                    @com.vaadin.flow.component.DebounceSettings(
                            timeout = 300,
                            phases = com.vaadin.flow.dom.DebouncePhase.LEADING))
    public static class Typing extends ComponentEvent<TextEditor> {

        public Typing(TextEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
