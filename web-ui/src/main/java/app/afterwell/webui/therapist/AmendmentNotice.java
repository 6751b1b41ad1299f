package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.NoteView;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says that a signed note is being amended, why, and what becomes different for the client when it is signed. */
class AmendmentNotice extends Div {

    private final Div difference = new Div();
    private final transient Map<String, String> oldTitles;

    /**
     * @param oldTitles the names of what the plan in force has, by code
     * @param onDrop lets go of the new version
     */
    AmendmentNotice(NoteView note, Map<String, String> oldTitles, Runnable onDrop) {
        this.oldTitles = oldTitles;
        addClassNames("notice", "amendment");
        var headline = new Span(getTranslation("record.amendment.title", note.revision()));
        headline.addClassName("strong");
        var reason = Objects.requireNonNull(note.amendment()).reason();
        var why = new Paragraph(getTranslation("record.version.why", reason == null ? "" : reason));
        why.addClassName("private");
        var read = new Anchor(
                "sessions/" + note.visit().id() + "/versions/" + (note.revision() - 1),
                getTranslation("record.read.version", note.revision() - 1));
        var drop = new Button(getTranslation("record.amendment.drop"), event -> onDrop.run());
        drop.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        var row = new Div(read, drop);
        row.addClassName("row");
        difference.getElement().setAttribute("role", "status");
        difference.addClassName("private");
        add(
                Glyph.HISTORY.icon(),
                new Div(headline, why, new Paragraph(getTranslation("record.amendment.text")), difference, row));
        show(note);
    }

    /** Says what is different as the note stands now. */
    void show(NoteView note) {
        var amendment = note.amendment();
        difference.removeAll();
        if (amendment == null) {
            return;
        }
        var titles = note.preview().titles();
        var list = new UnorderedList();
        list.addClassName("difference");
        line(list, "record.difference.added", amendment.difference().added(), titles);
        line(list, "record.difference.removed", amendment.difference().removed(), titles);
        line(list, "record.difference.changed", amendment.difference().changed(), titles);
        difference.add(
                list.getChildren().findAny().isPresent()
                        ? list
                        : new Paragraph(getTranslation("record.difference.none")));
    }

    private void line(UnorderedList list, String key, List<String> items, Map<String, String> titles) {
        if (!items.isEmpty()) {
            list.add(new ListItem(getTranslation(
                    key,
                    items.stream()
                            .map(item -> titles.getOrDefault(item, oldTitles.getOrDefault(item, item)))
                            .collect(Collectors.joining("; ")))));
        }
    }
}
