package app.afterwell.webui.portal;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Says what was kept of a tap, and takes it back. */
class KeptLine extends Span {

    KeptLine() {
        addClassName("pt-kept");
        getElement().setAttribute("role", "status");
    }

    /** Done on an earlier look at the page. */
    void showDone() {
        removeAll();
        add(done());
    }

    void show(Tick.Result result, Tick tick) {
        removeAll();
        switch (result) {
            case DONE -> {
                var undo = new NativeButton(getTranslation("portal.tick.undo"), event -> tick.undo());
                undo.addClassName("pt-linkbtn");
                add(done(), undo);
            }
            case UNDONE -> add(new Span(getTranslation("portal.tick.undone")));
            case NOT_KEPT -> {
                var problem = new Span(PortalIcon.WARN.create(), new Span(getTranslation("portal.tick.notKept")));
                problem.addClassNames("pt-state", "pt-state-warn");
                add(problem);
            }
        }
    }

    private Span done() {
        var done = new Span(PortalIcon.CHECK.create(), new Span(getTranslation("portal.tick.done")));
        done.addClassNames("pt-state", "pt-state-ok");
        return done;
    }
}
