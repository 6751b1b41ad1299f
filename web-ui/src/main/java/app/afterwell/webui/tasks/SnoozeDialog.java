package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskView;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks until when a task is put aside, by the clock of the place where the visit was. */
class SnoozeDialog extends Dialog {

    private static final int LONGEST = 500;
    private static final String OTHER = "other";

    private final transient Moments moments;
    private final transient List<SnoozeTimes.Choice> times;
    private final RadioButtonGroup<String> choice = new RadioButtonGroup<>();
    private final DateTimePicker other = new DateTimePicker();
    private final TextField word = new TextField();

    SnoozeDialog(TaskView task, Moments moments, OnSnooze onSnooze) {
        this.moments = moments;
        times = SnoozeTimes.of(task.urgency(), moments.now(), moments.zone());
        setHeaderTitle(getTranslation("tasks.snooze.title"));
        addClassName("task-dialog");
        choice.setLabel(getTranslation("tasks.snooze.until"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItems(java.util.stream.Stream.concat(
                        times.stream().map(SnoozeTimes.Choice::key), java.util.stream.Stream.of(OTHER))
                .toList());
        choice.setItemLabelGenerator(this::words);
        choice.setValue(times.getFirst().key());
        choice.addValueChangeListener(event -> {
            other.setVisible(OTHER.equals(event.getValue()));
            choice.setInvalid(false);
        });
        other.setLabel(getTranslation("tasks.snooze.other"));
        other.setStep(Duration.ofMinutes(15));
        other.setVisible(false);
        other.setLocale(getLocale());
        word.setLabel(getTranslation("tasks.snooze.word"));
        word.setMaxLength(LONGEST);
        word.setWidthFull();
        word.addClassName("private");
        var zone = new Paragraph(getTranslation("tasks.snooze.zone", name(moments.zone())));
        zone.addClassName("muted");
        var body = new Div(choice, other, zone, word);
        body.addClassName("stack");
        add(body);
        var put = new Button(getTranslation("tasks.snooze.do"), event -> {
            var until = until();
            if (until == null) {
                other.setErrorMessage(getTranslation("tasks.snooze.missing"));
                other.setInvalid(true);
            } else if (onSnooze.snooze(until, word.getValue())) {
                close();
            }
        });
        put.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("tasks.cancel"), event -> close()), put);
    }

    private String name(ZoneId zone) {
        return zone.getId().replace('_', ' ') + ", " + zone.getDisplayName(TextStyle.FULL, getLocale());
    }

    private String words(String key) {
        return times.stream()
                .filter(time -> time.key().equals(key))
                .findFirst()
                .map(time -> getTranslation("tasks.snooze." + key, moments.time(time.at())))
                .orElseGet(() -> getTranslation("tasks.snooze.at"));
    }

    private @Nullable Instant until() {
        if (OTHER.equals(choice.getValue())) {
            var at = other.getValue();
            return at == null ? null : at.atZone(moments.zone()).toInstant();
        }
        return times.stream()
                .filter(time -> time.key().equals(choice.getValue()))
                .findFirst()
                .map(SnoozeTimes.Choice::at)
                .orElse(null);
    }

    /** What happens when the time is chosen. */
    interface OnSnooze {

        /** @return whether it was put aside */
        boolean snooze(Instant until, String word);
    }
}
