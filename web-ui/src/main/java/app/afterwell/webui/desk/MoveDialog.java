package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Availability;
import app.afterwell.booking.FindSlots;
import app.afterwell.booking.FreeSlot;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Gives a visit another day, time, length or therapist, with the free times in sight. */
class MoveDialog extends Dialog {

    private static final int MOST = 6;

    /** What to do with the answer. */
    interface OnMove {
        /** Whether it was done. */
        boolean move(TimeSlot to, PractitionerId practitioner);
    }

    private final transient AppointmentInfo visit;
    private final transient WallClock clock;
    private final transient Availability availability;
    private final DatePicker day = new DatePicker();
    private final TimePicker start = new TimePicker();
    private final TimePicker end = new TimePicker();
    private final Select<PractitionerInfo> who = new Select<>();
    private final Div free = new Div();

    /** @param therapists who can give the service there */
    MoveDialog(
            AppointmentInfo visit,
            WallClock clock,
            List<PractitionerInfo> therapists,
            Availability availability,
            OnMove onMove) {
        this.visit = visit;
        this.clock = clock;
        this.availability = availability;
        addClassName("move");
        setHeaderTitle(getTranslation("desk.move.title"));
        var name = new Paragraph(new Span(visit.clientName()));
        name.addClassName("private");
        var from = clock.at(visit.slot().start());
        day.setLabel(getTranslation("desk.move.day"));
        day.setLocale(clock.locale());
        day.setValue(from.toLocalDate());
        start.setLabel(getTranslation("booking.start"));
        end.setLabel(getTranslation("booking.end"));
        List.of(start, end).forEach(clock::offer);
        start.setValue(from.toLocalTime());
        end.setValue(clock.at(visit.slot().end()).toLocalTime());
        start.addValueChangeListener(event -> {
            if (event.getOldValue() != null && event.getValue() != null && end.getValue() != null) {
                end.setValue(event.getValue().plus(Duration.between(event.getOldValue(), end.getValue())));
            }
        });
        who.setLabel(getTranslation("booking.practitioner"));
        who.setItems(therapists);
        who.setItemLabelGenerator(PractitionerInfo::name);
        who.setValue(therapists.stream()
                .filter(each -> each.id().equals(visit.practitioner()))
                .findFirst()
                .orElse(null));
        day.addValueChangeListener(event -> offer());
        who.addValueChangeListener(event -> offer());
        free.addClassName("alternatives");
        free.getElement().setAttribute("role", "status");
        var times = new Div(start, end);
        times.addClassName("pair");
        var form = new Div(name, day, times, who, free);
        form.addClassName("stack");
        add(form);
        var leave = new Button(getTranslation("booking.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        var move = new Button(getTranslation("desk.move.do"), event -> submit(onMove));
        move.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(leave, move);
        offer();
    }

    /** The free starts of that day that are nearest to the time filled in. */
    private void offer() {
        free.removeAll();
        var date = day.getValue();
        var therapist = who.getValue();
        if (date == null || therapist == null) {
            return;
        }
        var wanted = start.getValue() == null ? clock.at(visit.slot().start()).toLocalTime() : start.getValue();
        var slots = availability
                .free(new FindSlots(
                        visit.service(),
                        date,
                        date,
                        therapist.id(),
                        visit.location(),
                        visit.slot().length()))
                .slots();
        free.add(new Span(getTranslation(slots.isEmpty() ? "booking.free.none" : "desk.move.free")));
        slots.stream()
                .sorted(Comparator.comparing(slot -> Duration.between(
                                wanted, clock.at(slot.slot().start()).toLocalTime())
                        .abs()))
                .limit(MOST)
                .sorted(Comparator.comparing((FreeSlot slot) -> slot.slot().start()))
                .forEach(slot -> {
                    var time = clock.at(slot.slot().start()).toLocalTime();
                    var button = new Button(clock.time(slot.slot().start()), event -> start.setValue(time));
                    button.addThemeVariants(ButtonVariant.SMALL);
                    free.add(button);
                });
    }

    private void submit(OnMove onMove) {
        boolean ordered = day.getValue() != null
                && start.getValue() != null
                && end.getValue() != null
                && start.getValue().isBefore(end.getValue());
        end.setErrorMessage(getTranslation("desk.block.order"));
        end.setInvalid(!ordered);
        if (ordered && who.getValue() != null) {
            close();
            onMove.move(
                    new TimeSlot(
                            clock.instant(day.getValue().atTime(start.getValue())),
                            clock.instant(day.getValue().atTime(end.getValue()))),
                    who.getValue().id());
        }
    }
}
