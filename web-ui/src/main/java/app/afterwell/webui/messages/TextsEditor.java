package app.afterwell.webui.messages;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Edits the words of a message beside what they come to. */
class TextsEditor extends Div {

    private static final int WAIT_MILLIS = 400;
    private static final List<String> OFTEN = List.of("de", "es", "fr", "ga", "it", "nl", "pl", "pt", "uk");

    private final transient MessageTexts texts;
    private final transient MessagePreview preview;
    private final transient Locale language;
    private final Select<MessageText> which = new Select<>();
    private final Select<Locale> spoken = new Select<>();
    private final TextField subject = new TextField();
    private final TextArea body = new TextArea();
    private final TextArea sms = new TextArea();
    private final Span own = new Span();
    private final Button reset = new Button();
    private final Paragraph names = new Paragraph();
    private final Span shownSubject = new Span();
    private final IFrame shown = new IFrame();
    private final Paragraph shownSms = new Paragraph();
    private int version;

    TextsEditor(MessageTexts texts, MessagePreview preview, Locale language) {
        this.texts = texts;
        this.preview = preview;
        this.language = language;
        addClassName("texts-editor");
        which.setLabel(getTranslation("admin.texts.which"));
        which.setItems(MessageText.values());
        which.setItemLabelGenerator(text -> getTranslation("message.text." + text));
        which.addValueChangeListener(event -> load());
        spoken.setLabel(getTranslation("admin.texts.language"));
        spoken.setHelperText(getTranslation("admin.texts.language.help"));
        spoken.setItems(languages());
        spoken.setItemLabelGenerator(locale -> locale.getDisplayLanguage(language));
        spoken.addValueChangeListener(event -> load());
        subject.setLabel(getTranslation("admin.texts.subject"));
        subject.setHelperText(getTranslation("admin.texts.subject.help"));
        body.setLabel(getTranslation("admin.texts.body"));
        body.setHelperText(getTranslation("admin.texts.body.help"));
        body.setMinRows(8);
        sms.setLabel(getTranslation("admin.texts.sms"));
        sms.setHelperText(getTranslation("admin.texts.sms.help"));
        Stream.of(subject).forEach(field -> field.setValueChangeMode(ValueChangeMode.LAZY));
        Stream.of(body, sms).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(WAIT_MILLIS);
            field.addValueChangeListener(event -> look());
        });
        subject.addValueChangeListener(event -> look());
        names.addClassName("muted");
        own.addClassNames("tag", "accent");
        var save = new Button(getTranslation("admin.texts.save"), event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        reset.setText(getTranslation("admin.texts.reset"));
        reset.addClickListener(event -> reset());
        var actions = new Div(save, reset, own);
        actions.addClassName("row");
        var form = new Section(which, spoken, names, subject, body, sms, actions);
        form.addClassName("stack");
        shown.setTitle(getTranslation("admin.texts.preview"));
        // The letter is shown as the client gets it, and can do nothing here.
        shown.getElement().setAttribute("sandbox", "");
        shownSubject.addClassName("strong");
        shownSms.addClassName("say");
        var look = new Section(
                new H2(getTranslation("admin.texts.preview")),
                shownSubject,
                shown,
                new H2(getTranslation("admin.texts.preview.sms")),
                shownSms);
        look.addClassName("stack");
        add(form, look);
        spoken.setValue(Locale.ENGLISH);
        which.setValue(MessageText.BOOKED);
    }

    /** Those that there are words in, and others that clients often speak. */
    private List<Locale> languages() {
        var all = new LinkedHashSet<>(texts.languages());
        OFTEN.forEach(code -> all.add(Locale.of(code)));
        return List.copyOf(all);
    }

    private Wording typed() {
        return new Wording(subject.getValue(), body.getValue(), sms.getValue(), version);
    }

    private void load() {
        @Nullable MessageText text = which.getValue();
        if (text == null || spoken.getValue() == null) {
            return;
        }
        var wording = texts.text(text, spoken.getValue());
        version = wording.version();
        subject.setValue(wording.subject());
        body.setValue(wording.body());
        sms.setValue(wording.sms());
        own.setText(getTranslation("admin.texts.own"));
        own.setVisible(version > 0);
        reset.setVisible(version > 0);
        names.setText(getTranslation(
                "admin.texts.names",
                text.known().stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "))));
        look();
    }

    /** Marks what cannot be so and shows the letter as it would be. */
    private boolean look() {
        var text = which.getValue();
        var problems = MessageTexts.problems(text, typed());
        mark(subject, "subject", problems);
        mark(body, "body", problems);
        mark(sms, "sms", problems);
        var written = preview.of(text, typed(), spoken.getValue());
        shownSubject.setText(written.subject());
        shown.setSrcdoc(written.html());
        shownSms.setText(written.sms());
        return problems.isEmpty();
    }

    private static void mark(HasValidation field, String name, List<app.afterwell.domain.FieldProblem> problems) {
        var said = problems.stream()
                .filter(problem -> problem.field().equals(name))
                .map(problem -> problem.message())
                .collect(Collectors.joining(" "));
        field.setErrorMessage(said);
        field.setInvalid(!said.isEmpty());
    }

    private void save() {
        if (!look()) {
            return;
        }
        try {
            texts.set(which.getValue(), spoken.getValue(), typed());
            Says.done(getTranslation("admin.texts.saved"));
            load();
        } catch (ConflictException e) {
            Says.problem(this, e.code(), e.getMessage());
        } catch (UnacceptableException e) {
            Says.problem(this, e.code(), e.getMessage());
        }
    }

    private void reset() {
        texts.reset(which.getValue(), spoken.getValue());
        Says.done(getTranslation("admin.texts.was-reset"));
        load();
    }
}
