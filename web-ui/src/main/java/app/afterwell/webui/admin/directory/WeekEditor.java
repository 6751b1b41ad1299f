package app.afterwell.webui.admin.directory;

import app.afterwell.booking.RoomInfo;
import app.afterwell.domain.FieldProblem;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hours that return every week: for each day any number of stretches, with a copy for the days that are alike. */
class WeekEditor extends Div {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final LocalTime NOON = LocalTime.of(12, 30);
    private static final LocalTime AFTER_NOON = LocalTime.of(13, 15);

    /**
     * One stretch.
     *
     * @param room where somebody mostly is then; null for nowhere in particular
     * @param label what it is called; empty where stretches have no name
     */
    record Line(
            DayOfWeek day,
            LocalTime from,
            LocalTime to,
            @Nullable RoomInfo room,
            String label) {

        Line(DayOfWeek day, LocalTime from, LocalTime to) {
            this(day, from, to, null, "");
        }

        Line on(DayOfWeek other) {
            return new Line(other, from, to, room, label);
        }
    }

    private final List<RoomInfo> rooms;
    private final boolean breaks;
    private final String empty;
    private final List<Row> rows = new ArrayList<>();
    private final List<Div> days = new ArrayList<>();

    /**
     * @param name what a screen reader calls it
     * @param rooms that can be chosen; empty for none
     * @param breaks whether the stretches have names
     * @param empty what a day without any is called
     */
    WeekEditor(String name, List<RoomInfo> rooms, boolean breaks, String empty) {
        this.rooms = rooms;
        this.breaks = breaks;
        this.empty = empty;
        addClassName("week-editor");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        for (var day : DayOfWeek.values()) {
            var spans = new Div();
            spans.addClassName("week-spans");
            days.add(spans);
            var label = new Span(name(day));
            label.addClassName("week-day");
            var add = new Button(Glyph.PLUS.small(), event -> {
                add(next(day)).from.focus();
                draw();
            });
            add.setAriaLabel(getTranslation("admin.dir.week.add", name(day)));
            add.setTooltipText(getTranslation("admin.dir.week.add", name(day)));
            add.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            add.addClassName("only");
            var row = new Div(label, spans, add);
            row.addClassName("week-row");
            add(row);
        }
        var copy = new Button(getTranslation("admin.dir.week.copy"), event -> copyMonday());
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(copy);
        draw();
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, getLocale());
    }

    void show(List<Line> lines) {
        rows.clear();
        lines.stream()
                .sorted(Comparator.comparing(Line::day).thenComparing(Line::from))
                .forEach(this::add);
        draw();
    }

    /** In the order in which {@link #complain} counts them. What is not filled in is left out and says so. */
    List<Line> lines() {
        rows.forEach(Row::clear);
        return rows.stream().map(Row::line).filter(line -> line != null).toList();
    }

    /** Whether every stretch is filled in; those that are not say so. */
    boolean complete() {
        rows.forEach(Row::clear);
        rows.forEach(row -> row.incomplete(getTranslation("admin.dir.problem.required")));
        return rows.stream().noneMatch(row -> row.line() == null);
    }

    /** @param field such as {@code to} */
    void complain(int index, String field, FieldProblem problem, Fields words) {
        if (index < rows.size()) {
            rows.get(index).complain(field, words.words(problem));
        }
    }

    private Line next(DayOfWeek day) {
        var before = rows.stream()
                .map(Row::line)
                .filter(line -> line != null && line.day() == day)
                .toList();
        if (breaks) {
            return new Line(day, NOON, AFTER_NOON, null, getTranslation("admin.dir.week.lunch"));
        }
        if (before.isEmpty()) {
            return new Line(day, NINE, FIVE);
        }
        var last = before.getLast();
        var from = last == null || last.to().isAfter(LocalTime.of(22, 0))
                ? NINE
                : last.to().plusHours(1);
        return new Line(day, from, from.plusHours(1), last == null ? null : last.room(), "");
    }

    private Row add(Line line) {
        var row = new Row(line);
        rows.add(row);
        rows.sort(Comparator.comparing(each -> each.day));
        return row;
    }

    private void copyMonday() {
        var monday = rows.stream()
                .map(Row::line)
                .filter(line -> line != null && line.day() == DayOfWeek.MONDAY)
                .toList();
        rows.removeIf(row -> row.day != DayOfWeek.MONDAY && row.day.getValue() <= DayOfWeek.FRIDAY.getValue());
        for (int day = DayOfWeek.TUESDAY.getValue(); day <= DayOfWeek.FRIDAY.getValue(); day++) {
            for (var line : monday) {
                if (line != null) {
                    add(line.on(DayOfWeek.of(day)));
                }
            }
        }
        draw();
    }

    private void draw() {
        for (var day : DayOfWeek.values()) {
            var spans = days.get(day.getValue() - 1);
            spans.removeAll();
            rows.stream().filter(row -> row.day == day).forEach(row -> spans.add(row.box));
            if (spans.getComponentCount() == 0) {
                var nothing = new Span(empty);
                nothing.addClassName("muted");
                spans.add(nothing);
            }
        }
    }

    private final class Row {

        private final DayOfWeek day;
        private final Div box = new Div();
        private final TimePicker from;
        private final TimePicker to;
        private final Select<RoomInfo> room = new Select<>();
        private final TextField label = new TextField();

        Row(Line line) {
            day = line.day();
            from = time("admin.dir.week.from", line.from());
            to = time("admin.dir.week.to", line.to());
            box.addClassName("week-span");
            box.add(from, new Span("–"), to);
            if (!rooms.isEmpty()) {
                room.setItems(rooms);
                room.setItemLabelGenerator(
                        item -> item == null ? getTranslation("admin.dir.week.any-room") : item.name());
                room.setEmptySelectionAllowed(true);
                room.setEmptySelectionCaption(getTranslation("admin.dir.week.any-room"));
                room.setAriaLabel(getTranslation("admin.dir.week.room", name(day)));
                if (line.room() != null) {
                    room.setValue(line.room());
                }
                box.add(room);
            }
            if (breaks) {
                label.setAriaLabel(getTranslation("admin.dir.week.label", name(day)));
                label.setValue(line.label());
                box.add(label);
            }
            var remove = new Button(Glyph.X.small(), event -> {
                rows.remove(this);
                draw();
            });
            remove.setAriaLabel(getTranslation("admin.dir.week.remove", name(day)));
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            remove.addClassName("only");
            box.add(remove);
        }

        private TimePicker time(String key, LocalTime value) {
            var picker = new TimePicker();
            picker.setAriaLabel(getTranslation(key, name(day)));
            picker.setStep(Duration.ofMinutes(15));
            picker.setLocale(FormParts.reader(getLocale()));
            picker.setValue(value);
            return picker;
        }

        @Nullable
        Line line() {
            var start = from.getValue();
            var end = to.getValue();
            if (start == null || end == null || breaks && label.getValue().isBlank()) {
                return null;
            }
            return new Line(
                    day,
                    start,
                    end,
                    rooms.isEmpty() ? null : room.getValue(),
                    label.getValue().strip());
        }

        void clear() {
            from.setInvalid(false);
            to.setInvalid(false);
            label.setInvalid(false);
        }

        void incomplete(String message) {
            if (from.getValue() == null) {
                complain("from", message);
            }
            if (to.getValue() == null) {
                complain("to", message);
            }
            if (breaks && label.getValue().isBlank()) {
                label.setErrorMessage(message);
                label.setInvalid(true);
            }
        }

        void complain(String field, String message) {
            var picker = field.equals("to") ? to : from;
            picker.setErrorMessage(message);
            picker.setInvalid(true);
        }
    }
}
