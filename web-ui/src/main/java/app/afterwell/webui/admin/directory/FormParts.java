package app.afterwell.webui.admin.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts that the forms of the directory are put together from. */
final class FormParts {

    private FormParts() {}

    static Section section(String title, Component... parts) {
        var section = new Section(new H2(title));
        section.add(parts);
        section.addClassName("admin-section");
        return section;
    }

    static Div grid(Component... fields) {
        var grid = new Div(fields);
        grid.addClassName("admin-grid");
        return grid;
    }

    static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassName("muted");
        return hint;
    }

    static Button save(String text, Runnable onSave) {
        var save = new Button(text, event -> onSave.run());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        return save;
    }

    static IntegerField number(String label, int min, int max, int value) {
        var field = new IntegerField(label);
        field.setMin(min);
        field.setMax(max);
        field.setValue(value);
        field.setManualValidation(true);
        return field;
    }

    /** How the reader writes dates and times: the browser knows, as long as it speaks the page's language. */
    static Locale reader(Locale language) {
        var session = VaadinSession.getCurrent();
        @Nullable Locale browser = session == null ? null : session.getBrowser().getLocale();
        return browser != null && browser.getLanguage().equals(language.getLanguage()) ? browser : language;
    }

    static int valueOf(IntegerField field) {
        return field.getValue() == null ? -1 : field.getValue();
    }
}
