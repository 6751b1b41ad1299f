package app.afterwell.webui.desk;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A month to choose a day from; the week begins where the reader's does. */
class MonthGrid extends Section {

    private static final int WEEK = 7;
    private static final int WEEKS = 6;

    private final H2 title = new H2();
    private final NativeTableBody body = new NativeTableBody();
    private final NativeTableRow names = new NativeTableRow();
    private final Consumer<LocalDate> onChoose;
    private @Nullable YearMonth month;
    private @Nullable LocalDate chosen;
    private @Nullable LocalDate today;
    private Set<DayOfWeek> closed = Set.of();
    private @Nullable WallClock clock;

    MonthGrid(Consumer<LocalDate> onChoose) {
        this.onChoose = onChoose;
        title.setId("month");
        var head = new Div(
                title,
                new Span(
                        step("desk.month.back", Glyph.CHEVRON_LEFT, -1),
                        step("desk.month.on", Glyph.CHEVRON_RIGHT, 1)));
        head.addClassName("mini-head");
        var table = new NativeTable(new NativeTableHeader(names), body);
        table.addClassName("mini");
        table.getElement().setAttribute("aria-labelledby", "month");
        add(head, table);
    }

    /** @param closed on which days the place is never open */
    void show(LocalDate chosen, LocalDate today, Set<DayOfWeek> closed, WallClock clock) {
        this.chosen = chosen;
        this.today = today;
        this.closed = closed;
        this.clock = clock;
        draw(YearMonth.from(chosen));
    }

    private Button step(String key, Glyph glyph, int months) {
        var button = new Button(glyph.small(), event -> {
            if (month != null) {
                draw(month.plusMonths(months));
            }
        });
        button.setAriaLabel(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("only");
        return button;
    }

    private void draw(YearMonth shown) {
        month = shown;
        if (clock == null) {
            return;
        }
        title.setText(clock.month(shown.atDay(1)));
        var first = WeekFields.of(clock.locale()).getFirstDayOfWeek();
        names.removeAll();
        for (int i = 0; i < WEEK; i++) {
            var day = first.plus(i);
            var cell = new NativeTableHeaderCell(day.getDisplayName(TextStyle.SHORT_STANDALONE, clock.locale())
                    .substring(0, 2));
            cell.getElement().setAttribute("abbr", day.getDisplayName(TextStyle.FULL_STANDALONE, clock.locale()));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        body.removeAll();
        var day = shown.atDay(1);
        while (day.getDayOfWeek() != first) {
            day = day.minusDays(1);
        }
        for (int week = 0; week < WEEKS && (week < WEEKS - 1 || !day.isAfter(shown.atEndOfMonth())); week++) {
            var row = new NativeTableRow();
            for (int i = 0; i < WEEK; i++) {
                row.add(cell(day, shown, clock));
                day = day.plusDays(1);
            }
            body.add(row);
        }
    }

    private NativeTableCell cell(LocalDate day, YearMonth shown, WallClock words) {
        var button = new NativeButton(String.valueOf(day.getDayOfMonth()), event -> onChoose.accept(day));
        boolean shut = closed.contains(day.getDayOfWeek());
        button.setAriaLabel(shut ? getTranslation("desk.month.closed", words.day(day)) : words.day(day));
        if (day.equals(chosen)) {
            button.getElement().setAttribute("aria-current", "date");
        }
        var cell = new NativeTableCell(button);
        cell.setClassName("out", !YearMonth.from(day).equals(shown));
        cell.setClassName("closed", shut);
        cell.setClassName("today", day.equals(today));
        return cell;
    }
}
