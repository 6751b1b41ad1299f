package app.afterwell.webui.portal;

import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something done or not. It shows three states: not done, done but not yet kept (as long as the server has not
 * answered), and kept.
 */
class Tick extends NativeLabel {

    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

    private final CheckInput input;
    private final SerializableConsumer<Boolean> keep;
    private final SerializableConsumer<Result> told;

    /** What became of a tap. */
    enum Result {
        DONE,
        UNDONE,
        NOT_KEPT
    }

    /**
     * @param keep stores it, or throws
     * @param told hears what became of it
     */
    Tick(boolean done, SerializableConsumer<Boolean> keep, SerializableConsumer<Result> told) {
        this.keep = keep;
        this.told = told;
        addClassName("pt-tick");
        input = new CheckInput(done);
        getElement().setAttribute("data-saving", getTranslation("portal.tick.saving"));
        showKept(done);
        input.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                store(event.getValue());
            }
        });
        add(input);
    }

    /** With its words beside it. */
    Tick wide(String text) {
        addClassName("pt-tick-wide");
        add(new Span(text));
        return this;
    }

    /** With its words for a screen reader only, because they stand beside it. */
    Tick named(String text) {
        input.getElement().setAttribute("aria-label", text);
        return this;
    }

    void undo() {
        input.setValue(false);
        store(false);
    }

    CheckInput input() {
        return input;
    }

    private void store(boolean done) {
        try {
            keep.accept(done);
            showKept(done);
            told.accept(done ? Result.DONE : Result.UNDONE);
        } catch (RuntimeException e) {
            LOG.warn("A tick could not be kept", e);
            input.setValue(!done);
            showKept(!done);
            told.accept(Result.NOT_KEPT);
        }
    }

    private void showKept(boolean done) {
        getElement().setAttribute("data-kept", done);
    }
}
