package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.BookSeries;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.CancelledBy;
import app.afterwell.booking.MoveAppointment;
import app.afterwell.booking.PlanSeries;
import app.afterwell.booking.Series;
import app.afterwell.booking.SeriesPlan;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Lets a visit return, or moves it with all that follow. Every time is looked at before any is written. */
class SeriesDialog extends Dialog {

    private static final int USUAL_COUNT = 6;
    private static final int MOST = 104;

    private final Series series;
    private final AppointmentInfo visit;
    private final WallClock words;
    private final Performer performer;
    private final SeriesTimes times;
    private final Paragraph problem = new Paragraph();
    private final Button confirm = new Button();

    /** @param words of the visit's location */
    SeriesDialog(Series series, AppointmentInfo visit, WallClock words, Performer performer) {
        this.series = series;
        this.visit = visit;
        this.words = words;
        this.performer = performer;
        times = new SeriesTimes(words);
        addClassName("series");
        setWidth("640px");
        problem.addClassName("booking-problem");
        problem.getElement().setAttribute("role", "alert");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setVisible(false);
        var leave = new Button(getTranslation("booking.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().add(leave, confirm);
    }

    /** Asks how often the visit returns. */
    void repeat() {
        setHeaderTitle(getTranslation("series.repeat", visit.clientName()));
        var every = new IntegerField(getTranslation("series.every"));
        every.setMin(1);
        every.setMax(52);
        every.setValue(1);
        every.setStepButtonsVisible(true);
        var count = new IntegerField(getTranslation("series.count"));
        count.setMin(2);
        count.setMax(MOST);
        count.setValue(USUAL_COUNT);
        count.setStepButtonsVisible(true);
        var until = new DatePicker(getTranslation("series.until"));
        until.setLocale(words.locale());
        until.setClearButtonVisible(true);
        until.setHelperText(getTranslation("series.until.hint"));
        var look = new Button(getTranslation("series.look"), event -> {
            int weeks = Objects.requireNonNullElse(every.getValue(), 0);
            attempt(() -> series.plan(new PlanSeries(
                    visit.service(),
                    visit.practitioner(),
                    visit.location(),
                    words.at(visit.slot().start()).plusWeeks(Math.max(1, weeks)),
                    visit.slot().length(),
                    null,
                    weeks,
                    until.getValue(),
                    until.getValue() == null ? Objects.requireNonNullElse(count.getValue(), 0) - 1 : null)));
            confirm.setText(getTranslation("series.book"));
        });
        arrange(new Div(every, count, until, look));
        confirm.addClickListener(event -> book(Objects.requireNonNullElse(every.getValue(), 1)));
    }

    private void book(int weeks) {
        var chosen = times.chosen();
        if (chosen.isEmpty()) {
            problem.setText(getTranslation("series.nothing"));
            return;
        }
        close();
        performer.perform(() -> {
            var booked = series.book(new BookSeries(
                    visit.client(),
                    visit.service(),
                    visit.location(),
                    weeks,
                    visit.slot().length(),
                    visit.notes(),
                    visit.id(),
                    chosen.stream()
                            .map(each -> new BookSeries.Time(each.practitioner(), each.start(), null))
                            .toList()));
            return new Change(getTranslation("series.did.book", visit.clientName(), booked.size()), () -> {
                series.cancelFollowing(
                        booked.getFirst().id(), CancelledBy.CLINIC, getTranslation("desk.reason.mistake"));
                return new Change(getTranslation("desk.undid.book", visit.clientName()), null);
            });
        });
    }

    /** Asks where this visit goes; those that follow go as many days and to the same time of day. */
    void moveFollowing() {
        setHeaderTitle(getTranslation("series.move", visit.clientName()));
        var at = words.at(visit.slot().start());
        var day = new DatePicker(getTranslation("series.move.day"));
        day.setLocale(words.locale());
        day.setValue(at.toLocalDate());
        var time = new TimePicker(getTranslation("series.move.time"));
        words.offer(time);
        time.setValue(at.toLocalTime());
        var look = new Button(getTranslation("series.look"), event -> {
            if (day.getValue() != null && time.getValue() != null) {
                var start = words.instant(day.getValue().atTime(time.getValue()));
                attempt(() -> series.planMove(visit.id(), start, null));
                confirm.setText(getTranslation("series.move.do"));
            }
        });
        arrange(new Div(day, time, look));
        confirm.addClickListener(event -> move());
    }

    private void move() {
        var chosen = times.chosen();
        var moves = chosen.stream()
                .map(each -> new MoveAppointment(
                        Objects.requireNonNull(each.time().appointment()),
                        each.time().version(),
                        each.start(),
                        each.time().wanted().length(),
                        each.practitioner(),
                        null,
                        null))
                .toList();
        if (moves.isEmpty()) {
            problem.setText(getTranslation("series.nothing"));
            return;
        }
        close();
        var before = series.following(visit.id());
        performer.perform(() -> {
            var moved = series.move(moves);
            return new Change(getTranslation("series.did.move", visit.clientName(), moved.size()), () -> {
                var back = before.stream()
                        .flatMap(was -> moved.stream()
                                .filter(now -> now.id().equals(was.id()))
                                .map(now -> new MoveAppointment(
                                        was.id(),
                                        now.version(),
                                        was.slot().start(),
                                        was.slot().length(),
                                        was.practitioner(),
                                        was.room(),
                                        null)))
                        .toList();
                series.move(back);
                return new Change(getTranslation("series.undid.move", visit.clientName()), null);
            });
        });
    }

    private void arrange(Div question) {
        question.addClassName("series-question");
        var body = new Div(question, times, problem);
        body.addClassName("stack");
        add(body);
    }

    private void attempt(Supplier<SeriesPlan> plan) {
        problem.setText("");
        try {
            times.show(plan.get());
            confirm.setVisible(true);
        } catch (RuntimeException e) {
            if (!Refusals.isOne(e)) {
                throw e;
            }
            problem.setText(Refusals.words(e, this::getTranslation));
        }
    }

    /** Cancels this visit and all that follow; it can be taken back one by one. */
    static Change cancelFollowing(
            Series series, Calendar calendar, AppointmentInfo visit, String reason, BoardDays.Texts texts) {
        List<AppointmentInfo> cancelled = series.cancelFollowing(visit.id(), CancelledBy.CLIENT, reason);
        return new Change(texts.get("series.did.cancel", visit.clientName(), cancelled.size()), () -> {
            calendar.takeBack(cancelled.stream().map(AppointmentInfo::id).toList());
            return new Change(texts.get("series.undid.cancel", visit.clientName(), cancelled.size()), null);
        });
    }
}
