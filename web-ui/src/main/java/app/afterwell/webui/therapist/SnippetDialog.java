package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Snippet;
import app.afterwell.aftercare.note.SnippetId;
import app.afterwell.aftercare.note.Snippets;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/** One's own ready-made texts, and for clinical leads the clinic's: written, changed, taken away with undo. */
class SnippetDialog extends Dialog {

    private final transient Snippets snippets;
    private final transient Runnable onChange;
    private final boolean lead;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph undo = new Paragraph();
    private final TextField name = new TextField();
    private final TextArea text = new TextArea();
    private final Checkbox clinic = new Checkbox();
    private final Button save = new Button();
    private @Nullable SnippetId editing;

    SnippetDialog(Snippets snippets, Runnable onChange) {
        this.snippets = snippets;
        this.onChange = onChange;
        this.lead = snippets.keepsTheClinics();
        addClassName("snippet-dialog");
        setHeaderTitle(getTranslation("session.snippets.title"));
        setWidth("min(40rem, 100%)");
        list.addClassName("snippet-rows");
        undo.getElement().setAttribute("role", "status");
        name.setLabel(getTranslation("session.snippets.name"));
        name.setHelperText(getTranslation("session.snippets.name.help"));
        name.setMaxLength(Snippet.LONGEST_NAME);
        text.setLabel(getTranslation("session.snippets.text"));
        text.setMaxLength(Snippet.LONGEST_TEXT);
        text.setMinRows(3);
        text.setWidthFull();
        clinic.setLabel(getTranslation("session.snippets.for-all"));
        clinic.setVisible(lead);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(event -> save());
        var form = new Div(name, text, clinic, save);
        form.addClassName("reason-form");
        add(new Paragraph(getTranslation("session.snippets.how")), list, undo, form);
        getFooter().add(new Button(getTranslation("session.preview.close"), event -> close()));
        edit(null);
        show();
    }

    private void show() {
        list.removeAll();
        var all = snippets.mine();
        if (all.isEmpty()) {
            list.add(new ListItem(getTranslation("session.snippets.none")));
        }
        all.forEach(snippet -> list.add(row(snippet)));
    }

    private ListItem row(Snippet snippet) {
        var title = new Span(snippet.name());
        title.addClassName("strong");
        var small = new Span(snippet.text());
        small.addClassName("small");
        var words = new Div(title);
        if (snippet.clinic()) {
            words.add(PlanRows.tag(null, getTranslation("session.snippets.clinic"), "line"));
        }
        words.add(small);
        var row = new ListItem(words);
        if (!snippet.clinic() || lead) {
            var change = new Button(Glyph.PENCIL.icon(), event -> edit(snippet));
            change.setAriaLabel(getTranslation("session.snippets.change", snippet.name()));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            var remove = new Button(Glyph.X.icon(), event -> remove(snippet));
            remove.setAriaLabel(getTranslation("session.snippets.remove", snippet.name()));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            row.add(change, remove);
        }
        return row;
    }

    private void edit(@Nullable Snippet snippet) {
        editing = snippet == null ? null : snippet.id();
        name.setValue(snippet == null ? "" : snippet.name());
        text.setValue(snippet == null ? "" : snippet.text());
        clinic.setValue(snippet != null && snippet.clinic());
        save.setText(getTranslation(snippet == null ? "session.snippets.add" : "session.snippets.save"));
        if (snippet != null) {
            name.focus();
        }
    }

    private void save() {
        name.setErrorMessage(getTranslation("session.snippets.name.missing"));
        name.setInvalid(name.getValue().isBlank());
        text.setErrorMessage(getTranslation("session.snippets.text.missing"));
        text.setInvalid(text.getValue().isBlank());
        if (name.isInvalid() || text.isInvalid()) {
            (name.isInvalid() ? name : text).focus();
            return;
        }
        var snippet = new Snippet(
                editing == null ? SnippetId.next() : editing, name.getValue(), text.getValue(), clinic.getValue());
        if (Says.problem(this, () -> snippets.save(snippet))) {
            edit(null);
            changed();
        }
    }

    private void remove(Snippet snippet) {
        if (Says.problem(this, () -> snippets.remove(snippet.id()))) {
            changed();
            var back = new Button(getTranslation("session.plan.undo"), event -> {
                if (Says.problem(this, () -> snippets.save(snippet))) {
                    undo.removeAll();
                    changed();
                }
            });
            back.addThemeVariants(ButtonVariant.LUMO_SMALL);
            undo.removeAll();
            undo.add(new Span(getTranslation("session.snippets.removed", snippet.name()) + " "), back);
        }
    }

    private void changed() {
        show();
        onChange.run();
    }
}
