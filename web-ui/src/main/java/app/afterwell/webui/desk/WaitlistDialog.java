package app.afterwell.webui.desk;

import app.afterwell.booking.Directory;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WaitlistWish;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.intake.ClientView;
import app.afterwell.intake.Clients;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts somebody on the waitlist: for what, with whom, on which days, at which times, until when. */
class WaitlistDialog extends Dialog {

    private static final int USUAL_WEEKS = 4;

    /** What to do with the answer. */
    interface OnJoin {
        /** @throws UnacceptableException if it cannot be so */
        void join(String name, WaitlistWish wish);
    }

    private final ClientLookup lookup;
    private final Select<ServiceInfo> service = new Select<>();
    private final CheckboxGroup<PractitionerInfo> practitioners = new CheckboxGroup<>();
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
    private final TimePicker from = new TimePicker();
    private final TimePicker to = new TimePicker();
    private final DatePicker first = new DatePicker();
    private final DatePicker last = new DatePicker();
    private final TextField notes = new TextField();
    private final Paragraph problem = new Paragraph();
    private final Map<String, HasValidation> fields;
    private final OnJoin onJoin;
    private transient @Nullable ClientView client;

    WaitlistDialog(Clients clients, Directory directory, WallClock words, Instant now, OnJoin onJoin) {
        this.onJoin = onJoin;
        addClassName("waitlist-dialog");
        setHeaderTitle(getTranslation("waitlist.add"));
        setWidth("560px");
        lookup = new ClientLookup(clients, words, chosen -> client = chosen, this::submit);
        var all = directory.services();
        var therapists = directory.practitioners();
        service.setLabel(getTranslation("booking.service"));
        service.setItems(all);
        service.setItemLabelGenerator(
                item -> item == null ? "" : getTranslation("booking.service.item", item.name(), item.minutes()));
        service.addValueChangeListener(event -> practitioners.setItems(therapists.stream()
                .filter(each -> event.getValue() == null
                        || event.getValue().practitioners().contains(each.id()))
                .toList()));
        practitioners.setLabel(getTranslation("waitlist.with"));
        practitioners.setHelperText(getTranslation("waitlist.with.hint"));
        practitioners.setItemLabelGenerator(PractitionerInfo::name);
        if (!all.isEmpty()) {
            service.setValue(all.getFirst());
        }
        days.setLabel(getTranslation("waitlist.days"));
        days.setHelperText(getTranslation("waitlist.days.hint"));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
        from.setLabel(getTranslation("waitlist.from"));
        to.setLabel(getTranslation("waitlist.to"));
        for (var time : java.util.List.of(from, to)) {
            time.setStep(Duration.ofMinutes(30));
            time.setLocale(words.locale());
            time.setPlaceholder(getTranslation("waitlist.any-time"));
            time.setClearButtonVisible(true);
        }
        LocalDate today = words.at(now).toLocalDate();
        first.setLabel(getTranslation("waitlist.first"));
        last.setLabel(getTranslation("waitlist.last"));
        first.setLocale(words.locale());
        last.setLocale(words.locale());
        first.setValue(today);
        last.setValue(today.plusWeeks(USUAL_WEEKS));
        notes.setLabel(getTranslation("booking.notes"));
        notes.setMaxLength(500);
        notes.addClassName("private");
        problem.addClassName("booking-problem");
        problem.getElement().setAttribute("role", "alert");
        fields = Map.of(
                "service",
                service,
                "practitioners",
                practitioners,
                "to",
                to,
                "first",
                first,
                "last",
                last,
                "notes",
                notes);
        var times = new Div(from, to);
        times.addClassName("pair");
        var dates = new Div(first, last);
        dates.addClassName("pair");
        var form = new Div(lookup, service, practitioners, days, times, dates, notes, problem);
        form.addClassName("stack");
        add(form);
        var join = new Button(getTranslation("waitlist.add"), event -> submit());
        join.addThemeVariants(ButtonVariant.PRIMARY);
        var leave = new Button(getTranslation("booking.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().add(leave, join);
    }

    private void submit() {
        fields.values().forEach(field -> field.setInvalid(false));
        problem.setText("");
        var who = client;
        if (who == null) {
            lookup.complain(getTranslation("waitlist.required.client"));
            return;
        }
        var what = service.getValue();
        if (what == null || first.getValue() == null || last.getValue() == null) {
            problem.setText(getTranslation("waitlist.required"));
            return;
        }
        try {
            onJoin.join(
                    who.name(),
                    new WaitlistWish(
                            who.id(),
                            what.id(),
                            null,
                            practitioners.getValue().stream()
                                    .map(PractitionerInfo::id)
                                    .collect(Collectors.toSet()),
                            days.getValue(),
                            Objects.requireNonNullElse(from.getValue(), LocalTime.MIDNIGHT),
                            Objects.requireNonNullElse(to.getValue(), LocalTime.MIDNIGHT),
                            first.getValue(),
                            last.getValue(),
                            notes.getValue().isBlank() ? null : notes.getValue().strip()));
            close();
        } catch (UnacceptableException e) {
            e.problems().forEach(each -> {
                var field = fields.get(each.field());
                if (field == null) {
                    problem.setText(each.message());
                } else {
                    field.setErrorMessage(each.message());
                    field.setInvalid(true);
                }
            });
        }
    }
}
