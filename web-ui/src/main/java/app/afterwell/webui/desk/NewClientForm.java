package app.afterwell.webui.desk;

import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.intake.ClientDetails;
import app.afterwell.intake.ClientView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** How to call and reach a client. */
class NewClientForm extends Div {

    private final TextField name = new TextField(getTranslation("booking.new.name"));
    private final TextField phone = new TextField(getTranslation("booking.new.phone"));
    private final EmailField email = new EmailField(getTranslation("booking.new.email"));
    private final DatePicker birthDate = new DatePicker(getTranslation("booking.new.birth"));
    private final Map<String, HasValidation> fields =
            Map.of("name", name, "phone", phone, "email", email, "birthDate", birthDate);
    private final String country;
    private ZoneId zone;
    private Locale language;

    /** @param place in which the client lives, as far as anybody knows */
    NewClientForm(LocationInfo place, Locale language) {
        country = place.country();
        zone = place.zone();
        this.language = language;
        addClassName("client-form");
        name.setRequiredIndicatorVisible(true);
        name.addClassNames("wide", "private");
        phone.addClassName("private");
        email.addClassName("private");
        birthDate.addClassName("private");
        birthDate.setLocale(WallClock.of(place, language).locale());
        email.setManualValidation(true);
        birthDate.setManualValidation(true);
        add(name, phone, email, birthDate);
    }

    /** Begins with a name that was typed elsewhere. */
    void begin(String typed) {
        if (name.isEmpty()) {
            name.setValue(typed.strip());
        }
        name.focus();
    }

    void show(ClientView client) {
        name.setValue(client.name());
        phone.setValue(client.phone() == null ? "" : client.phone());
        email.setValue(client.email() == null ? "" : client.email());
        birthDate.setValue(client.birthDate());
        zone = client.zone();
        language = client.language();
    }

    ClientDetails details() {
        return new ClientDetails(
                name.getValue(), email.getValue(), phone.getValue(), country, birthDate.getValue(), zone, language);
    }

    String typedName() {
        return name.getValue().strip();
    }

    /** Says at each field what is wrong with it; gives whether every problem has its field here. */
    boolean complain(UnacceptableException refusal) {
        clear();
        refusal.problems().stream()
                .filter(problem -> fields.containsKey(problem.field()))
                .forEach(this::complain);
        return !refusal.problems().isEmpty()
                && refusal.problems().stream().allMatch(problem -> fields.containsKey(problem.field()));
    }

    private void complain(FieldProblem problem) {
        var field = fields.get(problem.field());
        if (field != null) {
            field.setErrorMessage(problem.message());
            field.setInvalid(true);
            if (field instanceof Component component
                    && component instanceof com.vaadin.flow.component.Focusable<?> one) {
                one.focus();
            }
        }
    }

    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }
}
