package app.afterwell.webui.messages;

import app.afterwell.aftercare.checkin.CheckInSettings;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** When the clinic writes: the undo, reminders, quiet hours; and when it asks how a client is. */
class TimesForm extends Div {

    private final transient MessageSettings settings;
    private final transient CheckInSettings checkIns;
    private final IntegerField undo = new IntegerField();
    private final TextField reminders = new TextField();
    private final TimePicker quietFrom = new TimePicker();
    private final TimePicker quietUntil = new TimePicker();
    private final IntegerField comeBack = new IntegerField();
    private final TextField hours = new TextField();
    private final TimePicker from = new TimePicker();
    private final TimePicker until = new TimePicker();

    TimesForm(MessageSettings settings, CheckInSettings checkIns) {
        this.settings = settings;
        this.checkIns = checkIns;
        addClassName("times-form");
        add(
                part("messages", undo, reminders, row(quietFrom, quietUntil), comeBack),
                part("questions", hours, row(from, until)));
        label(undo, "undo");
        label(reminders, "reminders");
        label(comeBack, "come-back");
        label(hours, "hours");
        quietFrom.setLabel(getTranslation("admin.times.quiet-from"));
        quietUntil.setLabel(getTranslation("admin.times.quiet-until"));
        from.setLabel(getTranslation("admin.times.from"));
        until.setLabel(getTranslation("admin.times.until"));
        undo.setMin(0);
        undo.setMax(60);
        undo.setStepButtonsVisible(true);
        comeBack.setMin(0);
        comeBack.setMax(52);
        comeBack.setStepButtonsVisible(true);
        var save = new Button(getTranslation("admin.times.save"), event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(save);
        load();
    }

    private void label(com.vaadin.flow.component.textfield.TextFieldBase<?, ?> field, String key) {
        field.setLabel(getTranslation("admin.times." + key));
        field.setHelperText(getTranslation("admin.times." + key + ".help"));
    }

    private Section part(String key, Component... fields) {
        var part = new Section(new H2(getTranslation("admin.times." + key)));
        part.add(fields);
        part.addClassName("stack");
        return part;
    }

    private static Div row(Component... fields) {
        var row = new Div(fields);
        row.addClassName("row");
        return row;
    }

    private MessageSettings.Times shown = new MessageSettings.Times(3, List.of(), LocalTime.NOON, LocalTime.NOON, 0, 0);
    private CheckInSettings.Times asked = new CheckInSettings.Times(List.of(), LocalTime.MIN, LocalTime.NOON, 0);

    private void load() {
        shown = settings.times();
        asked = checkIns.times();
        undo.setValue(shown.undoMinutes());
        reminders.setValue(joined(shown.reminderHours()));
        quietFrom.setValue(shown.quietFrom());
        quietUntil.setValue(shown.quietUntil());
        comeBack.setValue(shown.comeBackWeeks());
        hours.setValue(joined(asked.hours()));
        from.setValue(asked.from());
        until.setValue(asked.until());
    }

    private void save() {
        Map<String, HasValidation> fields = Map.of(
                "undoMinutes", undo,
                "reminderHours", reminders,
                "comeBackWeeks", comeBack,
                "hours", hours,
                "until", until);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            var messages = new MessageSettings.Times(
                    Objects.requireNonNullElse(undo.getValue(), -1),
                    numbers(reminders, "reminderHours"),
                    Objects.requireNonNullElse(quietFrom.getValue(), shown.quietFrom()),
                    Objects.requireNonNullElse(quietUntil.getValue(), shown.quietUntil()),
                    Objects.requireNonNullElse(comeBack.getValue(), -1),
                    shown.version());
            var questions = new CheckInSettings.Times(
                    numbers(hours, "hours"),
                    Objects.requireNonNullElse(from.getValue(), asked.from()),
                    Objects.requireNonNullElse(until.getValue(), asked.until()),
                    asked.version());
            checkIns.set(questions);
            settings.set(messages);
            load();
            Says.done(getTranslation("admin.times.saved"));
        } catch (UnacceptableException e) {
            e.problems().forEach(problem -> {
                var field = fields.get(problem.field());
                if (field != null) {
                    field.setErrorMessage(problem.message());
                    field.setInvalid(true);
                }
            });
        } catch (ConflictException e) {
            Says.problem(this, e.code(), e.getMessage());
        }
    }

    private List<Integer> numbers(TextField field, String name) {
        try {
            return Arrays.stream(field.getValue().split("[,;\\s]+"))
                    .filter(text -> !text.isBlank())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw UnacceptableException.field(name, "numbers", getTranslation("admin.times.numbers"));
        }
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
