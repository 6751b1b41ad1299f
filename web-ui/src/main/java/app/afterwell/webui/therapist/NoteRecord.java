package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.AddAddendum;
import app.afterwell.aftercare.note.AmendNote;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

/** What came after the signature: addenda and versions, and how to write another. */
class NoteRecord extends Section {

    private static final int REASON = 500;

    private final transient NoteView note;
    private final transient DayWords words;

    /** What can be done with a signed note. */
    record Pen(SignedNotes notes, Runnable onChange) {}

    /** @param pen null where the note is only to be read */
    NoteRecord(NoteView note, DayWords words, @Nullable Pen pen) {
        this.note = note;
        this.words = words;
        addClassNames("note-record", "stack");
        getElement().setAttribute("aria-label", getTranslation("record.after"));
        if (!note.addenda().isEmpty() || pen != null) {
            add(addenda());
        }
        if (pen != null) {
            var form = new Div();
            form.addClassName("record-form");
            add(buttons(form, pen), form);
        }
        if (note.versions().size() > 1) {
            add(versions());
        }
    }

    private Div addenda() {
        var section = new Div(new H2(getTranslation("record.addenda")));
        section.addClassName("stack");
        if (note.addenda().isEmpty()) {
            var none = new Paragraph(getTranslation("record.addenda.none"));
            none.addClassName("muted");
            section.add(none);
        }
        for (var addendum : note.addenda()) {
            var who = new Span(getTranslation(
                    "record.addendum.by", addendum.by(), words.shortDay(addendum.at()), words.time(addendum.at())));
            who.addClassName("strong");
            var why = new Span(addendum.reason());
            why.addClassName("small");
            var text = new Paragraph(addendum.text());
            text.addClassName("lines");
            var item = new Article(who, why, text);
            item.addClassNames("addendum", "private");
            section.add(item);
        }
        return section;
    }

    private Div versions() {
        var list = new OrderedList();
        list.addClassName("versions");
        list.getElement().setAttribute("role", "list");
        int newest = note.versions().getLast().revision();
        for (var version : note.versions().reversed()) {
            var said = new Span(getTranslation(
                    "record.version.by",
                    version.revision(),
                    version.by(),
                    words.shortDay(version.at()),
                    words.time(version.at())));
            var row = new Div(said);
            row.addClassName("row");
            row.add(PlanRows.tag(
                    null,
                    getTranslation(version.revision() == newest ? "record.in-force" : "record.superseded"),
                    version.revision() == newest ? "accent" : "line"));
            var item = new ListItem(row);
            if (version.reason() != null) {
                item.add(new Paragraph(getTranslation("record.version.why", version.reason())));
            }
            item.add(links(version.revision(), newest));
            list.add(item);
        }
        var section = new Div(new H2(getTranslation("record.versions")), list);
        section.addClassNames("stack", "private");
        return section;
    }

    private Div links(int revision, int newest) {
        var visit = note.visit().id();
        var links = new Div();
        links.addClassName("row");
        if (revision != note.revision()) {
            links.add(new Anchor(
                    revision == newest ? "sessions/" + visit : "sessions/" + visit + "/versions/" + revision,
                    getTranslation("record.read.version", revision)));
        }
        if (revision > 1) {
            links.add(new Anchor(
                    "clients/" + note.client() + "/compare?left=" + visit + "~" + (revision - 1) + "&right=" + visit
                            + "~" + revision,
                    getTranslation("record.compare.versions")));
        }
        return links;
    }

    private Div buttons(Div form, Pen pen) {
        var add = new Button(getTranslation("record.add"), Glyph.PLUS.icon());
        var amend = new Button(getTranslation("record.amend"), Glyph.PENCIL.icon());
        add.addClickListener(event -> open(form, add, addendumForm(form, pen, add)));
        amend.addClickListener(event -> open(form, amend, amendmentForm(form, pen, amend)));
        var row = new Div(add, amend);
        row.addClassName("row");
        return row;
    }

    /** Shows one form; asked again, what was typed into it is still there. */
    private static void open(Div form, Button asked, Component wanted) {
        form.removeAll();
        form.add(wanted);
        wanted.getChildren()
                .filter(child -> child instanceof TextField || child instanceof TextArea)
                .findFirst()
                .ifPresent(field -> field.getElement().callJsFunction("focus"));
        wanted.getElement().setAttribute("aria-label", asked.getText());
    }

    private Div addendumForm(Div form, Pen pen, Button opener) {
        var reason = reason();
        var text = new TextArea(getTranslation("record.add.text"));
        text.setMaxLength(NoteText.MAX);
        text.setMinRows(3);
        text.setRequiredIndicatorVisible(true);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.setWidthFull();
        var save = new Button(getTranslation("record.add.save"));
        save.setDisableOnClick(true);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(event -> {
            // Where something stands in the way, the form and all that was typed stay.
            if (given(text, "record.add.text.missing") & given(reason, "record.reason.missing")
                    && Says.problem(
                            this,
                            () -> pen.notes()
                                    .add(new AddAddendum(note.visit().id(), reason.getValue(), text.getValue())))) {
                Says.done(getTranslation("record.add.done"));
                pen.onChange().run();
            }
            save.setEnabled(true);
        });
        return form(getTranslation("record.add.note"), reason, text, save, cancel(form, opener));
    }

    private Div amendmentForm(Div form, Pen pen, Button opener) {
        var reason = reason();
        var begin = new Button(getTranslation("record.amend.begin"));
        begin.setDisableOnClick(true);
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.addClickShortcut(Key.ENTER).listenOn(reason);
        begin.addClickListener(event -> {
            if (given(reason, "record.reason.missing")
                    && Says.problem(
                            this,
                            () -> pen.notes().amend(new AmendNote(note.visit().id(), reason.getValue())))) {
                pen.onChange().run();
            }
            begin.setEnabled(true);
        });
        return form(getTranslation("record.amend.note"), reason, begin, cancel(form, opener));
    }

    private TextField reason() {
        var reason = new TextField(getTranslation("record.reason"));
        reason.setMaxLength(REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        return reason;
    }

    private <F extends Component & HasValue<?, String> & HasValidation> boolean given(F field, String missing) {
        boolean empty = field.getValue().isBlank();
        field.setInvalid(empty);
        field.setErrorMessage(empty ? getTranslation(missing) : "");
        return !empty;
    }

    private Button cancel(Div form, Button opener) {
        var cancel = new Button(getTranslation("record.cancel"), event -> {
            form.removeAll();
            opener.focus();
        });
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return cancel;
    }

    private static Div form(String says, Component... parts) {
        var note = new Paragraph(says);
        note.addClassName("muted");
        var form = new Div(note);
        form.addClassName("stack");
        form.getElement().setAttribute("role", "group");
        var buttons = new Div();
        buttons.addClassName("row");
        for (var part : parts) {
            if (part instanceof Button) {
                buttons.add(part);
            } else {
                form.add(part);
            }
        }
        form.add(buttons);
        return form;
    }
}
