package app.afterwell.webui.therapist;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the note is saved, what is missing before it can be signed, and the one button that does the next thing. */
class SignBar extends Section {

    private final transient DayWords words;
    private final Div saved = new Div();
    private final Div state = new Div();
    private final Button primary = new Button();
    private transient Runnable action = () -> {};

    SignBar(DayWords words, NoteKeeper keeper, Runnable onPreview) {
        this.words = words;
        addClassName("signbar");
        setAriaLabel(getTranslation("session.sign.bar"));
        saved.addClassName("saved");
        saved.getElement().setAttribute("role", "status");
        state.addClassName("state");
        state.getElement().setAttribute("role", "status");
        var preview = new Button(getTranslation("session.sign.preview"), Glyph.EYE.icon(), event -> onPreview.run());
        preview.addClassName("wide-only");
        primary.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        primary.setDisableOnClick(true);
        primary.addClickListener(event -> {
            action.run();
            primary.setEnabled(true);
        });
        add(saved, keeper, state, preview, primary);
    }

    void showSaved(@Nullable Instant at) {
        saved.removeClassName("bad");
        var headline = new Span(
                at == null
                        ? getTranslation("session.saved.empty")
                        : getTranslation("session.saved", words.seconds(at)));
        headline.addClassName("strong");
        var small = new Span(getTranslation(at == null ? "session.saved.empty.note" : "session.saved.note"));
        small.addClassName("small");
        saved.removeAll();
        saved.add(Glyph.SAVED.icon(), new Div(headline, small));
    }

    void showNotSaved(String why) {
        saved.addClassName("bad");
        var headline = new Span(getTranslation("session.unsaved"));
        headline.addClassName("strong");
        var small = new Span(why);
        small.addClassName("small");
        saved.removeAll();
        saved.add(Glyph.CARE.icon(), new Div(headline, small));
    }

    /**
     * Says what comes next.
     *
     * @param missing what is still missing; empty if the note can be signed
     * @param label what the button does about it
     */
    void showNext(String missing, String label, Runnable action) {
        this.action = action;
        state.removeAll();
        state.setClassName("ready", missing.isEmpty());
        state.add(
                missing.isEmpty() ? Glyph.CHECK.icon() : Glyph.REVIEW.icon(),
                new Span(missing.isEmpty() ? getTranslation("session.sign.ready") : missing));
        primary.setText(label);
    }
}
