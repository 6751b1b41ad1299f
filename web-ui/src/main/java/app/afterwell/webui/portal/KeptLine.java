package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.Kept;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what was kept of a tap, takes it back, and lets the client say that it was done in part or not at all. */
class KeptLine extends Span {

    private static final Logger LOG = LoggerFactory.getLogger(KeptLine.class);

    private @Nullable Tick tick;
    private @Nullable SerializableConsumer<@Nullable Kept> keep;

    KeptLine() {
        addClassName("pt-kept");
        getElement().setAttribute("role", "status");
    }

    /**
     * @param keep stores an answer, or throws; null takes it back
     * @param state what was said on an earlier look at the page; null if nothing was
     */
    void of(Tick tick, SerializableConsumer<@Nullable Kept> keep, @Nullable Kept state) {
        this.tick = tick;
        this.keep = keep;
        removeAll();
        if (state == Kept.DONE) {
            add(done());
        } else if (state == null) {
            offer();
        } else {
            said(state);
        }
    }

    void show(Tick.Result result) {
        removeAll();
        switch (result) {
            case DONE -> add(done(), undo());
            case UNDONE -> {
                add(new Span(getTranslation("portal.tick.undone")));
                offer();
            }
            case NOT_KEPT -> {
                problem();
                offer();
            }
        }
    }

    private void offer() {
        add(answer("portal.tick.partly", Kept.PARTLY), answer("portal.tick.not", Kept.NOT));
    }

    private NativeButton answer(String key, Kept answer) {
        var button = new NativeButton(getTranslation(key), event -> say(answer));
        button.addClassName("pt-linkbtn");
        return button;
    }

    private void say(@Nullable Kept answer) {
        if (keep == null) {
            return;
        }
        try {
            keep.accept(answer);
            removeAll();
            if (answer == null) {
                add(new Span(getTranslation("portal.tick.undone")));
                offer();
            } else {
                said(answer);
            }
        } catch (RuntimeException e) {
            LOG.warn("An answer could not be kept", e);
            removeAll();
            problem();
            offer();
        }
    }

    private void said(Kept answer) {
        var undo = new NativeButton(getTranslation("portal.tick.undo"), event -> say(null));
        undo.addClassName("pt-linkbtn");
        add(state(PortalIcon.CHECK, "portal.tick.said." + answer, "pt-state-ok"), undo);
    }

    private NativeButton undo() {
        var undo = new NativeButton(getTranslation("portal.tick.undo"), event -> {
            if (tick != null) {
                tick.undo();
            }
        });
        undo.addClassName("pt-linkbtn");
        return undo;
    }

    private void problem() {
        add(state(PortalIcon.WARN, "portal.tick.notKept", "pt-state-warn"));
    }

    private Span done() {
        return state(PortalIcon.CHECK, "portal.tick.done", "pt-state-ok");
    }

    private Span state(PortalIcon icon, String key, String look) {
        var state = new Span(icon.create(), new Span(getTranslation(key)));
        state.addClassNames("pt-state", look);
        return state;
    }
}
