package app.afterwell.webui.admin.directory;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** Asks from when to when something is not as usual: whole days, unless times are given. */
class Stretch extends Div {

    /** What to do with the answer. */
    interface OnStretch {
        /** @throws UnacceptableException if it cannot be so */
        void add(LocalDateTime from, LocalDateTime to, String label);
    }

    private final DatePicker from = new DatePicker();
    private final TimePicker fromTime = new TimePicker();
    private final DatePicker to = new DatePicker();
    private final TimePicker toTime = new TimePicker();
    private final TextField label = new TextField();
    private final Fields fields = new Fields(this);

    Stretch(String button, String labelText, OnStretch onStretch) {
        addClassName("stretch");
        from.setLabel(getTranslation("admin.dir.stretch.from"));
        to.setLabel(getTranslation("admin.dir.stretch.to"));
        fromTime.setLabel(getTranslation("admin.dir.stretch.from-time"));
        toTime.setLabel(getTranslation("admin.dir.stretch.to-time"));
        fromTime.setPlaceholder(getTranslation("admin.dir.stretch.whole"));
        toTime.setPlaceholder(getTranslation("admin.dir.stretch.whole"));
        for (var time : List.of(fromTime, toTime)) {
            time.setStep(Duration.ofMinutes(30));
            time.setLocale(FormParts.reader(getLocale()));
            time.setClearButtonVisible(true);
        }
        from.setLocale(FormParts.reader(getLocale()));
        to.setLocale(FormParts.reader(getLocale()));
        from.addValueChangeListener(event -> {
            if (to.isEmpty() && event.getValue() != null) {
                to.setValue(event.getValue());
            }
        });
        label.setLabel(labelText);
        label.setMaxLength(200);
        fields.add("from", from);
        fields.add("to", to);
        fields.add("label", label);
        var add = new Button(button, event -> submit(onStretch));
        add.addThemeVariants(ButtonVariant.SMALL);
        add(from, fromTime, to, toTime, label, add);
    }

    private void submit(OnStretch onStretch) {
        fields.clear();
        var first = from.getValue();
        var last = to.getValue();
        boolean complete = fields.require("from", first != null);
        complete &= fields.require("to", last != null);
        complete &= fields.require("label", !label.getValue().isBlank());
        if (!complete || first == null || last == null) {
            return;
        }
        var start = fromTime.getValue() == null ? first.atStartOfDay() : first.atTime(fromTime.getValue());
        var end = toTime.getValue() == null ? last.plusDays(1).atStartOfDay() : last.atTime(toTime.getValue());
        if (!start.isBefore(end)) {
            fields.complain(new UnacceptableException(
                    "invalid", "order", List.of(new FieldProblem("to", "end-before-start", ""))));
            return;
        }
        try {
            onStretch.add(start, end, label.getValue().strip());
            from.clear();
            to.clear();
            fromTime.clear();
            toTime.clear();
            label.clear();
            fields.clear();
        } catch (UnacceptableException e) {
            label.setErrorMessage(fields.complain(e));
            label.setInvalid(!String.valueOf(label.getErrorMessage()).isEmpty());
        }
    }
}
