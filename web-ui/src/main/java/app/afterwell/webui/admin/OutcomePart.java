package app.afterwell.webui.admin;

import app.afterwell.aftercare.outcome.OutcomeFilter;
import app.afterwell.aftercare.outcome.OutcomeReport;
import app.afterwell.aftercare.outcome.OutcomeReport.AdherenceFigures;
import app.afterwell.aftercare.outcome.OutcomeReport.AlertFigures;
import app.afterwell.aftercare.outcome.OutcomeReport.SilenceFigures;
import app.afterwell.aftercare.outcome.OutcomeReport.Soreness;
import app.afterwell.aftercare.outcome.OutcomeReport.When;
import app.afterwell.aftercare.outcome.Outcomes;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.Pressure;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What came of the aftercare, as drawings and tables without a name; by months and location. */
class OutcomePart extends Section {

    private static final int MONTHS_TO_CHOOSE = 36;
    private static final double MINUTES_OF_AN_HOUR = 60;

    private final transient Outcomes outcomes;
    private final transient Map<String, String> items;
    private final transient List<LocationInfo> locations;
    private final transient YearMonth now;
    private final transient SerializableConsumer<OutcomeFilter> go;

    /** @param go shows another choice; it belongs into the address */
    OutcomePart(
            Outcomes outcomes,
            Protocols protocols,
            List<LocationInfo> locations,
            YearMonth now,
            SerializableConsumer<OutcomeFilter> go) {
        this.outcomes = outcomes;
        this.locations = locations;
        this.now = now;
        this.go = go;
        items = protocols.inForce().items().stream()
                .collect(Collectors.toMap(item -> item.code(), item -> item.title(), (one, other) -> one));
        addClassName("outcome");
    }

    void show(OutcomeFilter filter) {
        removeAll();
        var report = outcomes.report(filter);
        add(
                new H2(getTranslation("outcome.title")),
                new Paragraph(getTranslation("outcome.text", report.threshold())),
                choice(filter));
        if (report.isEmpty()) {
            var none = new Div(
                    new Span(getTranslation("outcome.none.title")), new Span(getTranslation("outcome.none.text")));
            none.addClassName("empty");
            add(none);
            return;
        }
        add(new Paragraph(
                report.visits() == null
                        ? getTranslation("outcome.visits.few", report.threshold())
                        : getTranslation("outcome.visits", whole(report.visits()))));
        add(soreness(report), resolved(report), adherence(report), silence(report), alerts(report));
    }

    private Div choice(OutcomeFilter filter) {
        var months =
                IntStream.range(0, MONTHS_TO_CHOOSE).mapToObj(now::minusMonths).toList();
        var from = month(
                "outcome.from",
                months,
                filter.from(),
                month -> go.accept(
                        new OutcomeFilter(month, month.isAfter(filter.to()) ? month : filter.to(), filter.location())));
        var to = month(
                "outcome.to",
                months,
                filter.to(),
                month -> go.accept(new OutcomeFilter(
                        month.isBefore(filter.from()) ? month : filter.from(), month, filter.location())));
        var where = new Select<LocationId>();
        where.setLabel(getTranslation("outcome.where"));
        where.setEmptySelectionAllowed(true);
        where.setEmptySelectionCaption(getTranslation("outcome.everywhere"));
        where.setItems(locations.stream().map(LocationInfo::id).toList());
        where.setItemLabelGenerator(id -> id == null ? getTranslation("outcome.everywhere") : name(id));
        if (filter.location() != null
                && locations.stream().anyMatch(location -> location.id().equals(filter.location()))) {
            where.setValue(filter.location());
        }
        where.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(new OutcomeFilter(filter.from(), filter.to(), event.getValue()));
            }
        });
        var choice = new Div(from, to, where);
        choice.addClassNames("row", "outcome-choice");
        return choice;
    }

    private String name(LocationId id) {
        return locations.stream()
                .filter(location -> location.id().equals(id))
                .findFirst()
                .map(LocationInfo::name)
                .orElse("");
    }

    private Select<YearMonth> month(
            String key, List<YearMonth> months, YearMonth chosen, SerializableConsumer<YearMonth> go) {
        var all = new ArrayList<>(months);
        if (!all.contains(chosen)) {
            all.add(chosen);
            all.sort(Comparator.reverseOrder());
        }
        var select = new Select<YearMonth>();
        select.setLabel(getTranslation(key));
        select.setItems(all);
        select.setItemLabelGenerator(
                month -> DateTimeFormatter.ofPattern("LLLL yyyy", getLocale()).format(month));
        select.setValue(chosen);
        select.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go.accept(event.getValue());
            }
        });
        return select;
    }

    private Section soreness(OutcomeReport report) {
        var section = section("soreness");
        if (report.soreness().isEmpty()) {
            section.add(nothing());
            return section;
        }
        var byPressure = report.soreness().stream()
                .filter(cell -> cell.technique() == null && cell.pressure() != null)
                .toList();
        section.add(new SorenessBars(byPressure, report.threshold(), this::getTranslation, getLocale()));
        var table = new NumberTable(
                getTranslation("outcome.soreness"),
                List.of("technique", "pressure", "visits", "rise", "expected", "above").stream()
                        .map(column -> getTranslation("outcome.column." + column))
                        .toList());
        report.soreness()
                .forEach(cell -> table.row(
                        cell.technique() == null
                                ? getTranslation("outcome.all.techniques")
                                : Vocabulary.of(cell.technique()),
                        cells(
                                cell.pressure() == null
                                        ? getTranslation("outcome.all.pressures")
                                        : Vocabulary.pressure(new Pressure(cell.pressure())),
                                cell)));
        section.add(table);
        return section;
    }

    private List<String> cells(String pressure, Soreness cell) {
        var figures = cell.figures();
        return figures == null
                ? few(pressure, 4)
                : List.of(
                        pressure,
                        whole(figures.visits()),
                        decimal(figures.rise()),
                        decimal(figures.expected()),
                        percent(figures.above()));
    }

    private Section resolved(OutcomeReport report) {
        var section = section("resolved");
        var columns = new ArrayList<>(List.of(getTranslation("outcome.column.pressure")));
        for (var when : When.values()) {
            columns.add(getTranslation("outcome.when." + when));
        }
        columns.add(getTranslation("outcome.column.visits"));
        columns.add(getTranslation("outcome.column.median"));
        var table = new NumberTable(getTranslation("outcome.resolved"), columns);
        var pressures = report.resolved().stream()
                .map(cell -> Optional.ofNullable(cell.pressure()))
                .distinct()
                .toList();
        for (var pressure : pressures) {
            var row = report.resolved().stream()
                    .filter(cell -> Optional.ofNullable(cell.pressure()).equals(pressure))
                    .toList();
            var cells = new ArrayList<String>();
            for (var when : When.values()) {
                cells.add(row.stream()
                        .filter(cell -> cell.when() == when)
                        .findFirst()
                        .map(cell -> cell.visits() == null ? few() : whole(cell.visits()))
                        .orElse(whole(0)));
            }
            var all = row.stream().filter(cell -> cell.when() == null).findFirst();
            cells.add(all.map(cell -> cell.visits() == null ? few() : whole(cell.visits()))
                    .orElse(whole(0)));
            cells.add(all.map(cell -> cell.hours() == null
                            ? "–"
                            : getTranslation("outcome.hours", whole(Math.round(cell.hours()))))
                    .orElse("–"));
            table.row(
                    pressure.map(level -> level == 0
                                    ? getTranslation("outcome.pressure.none")
                                    : Vocabulary.pressure(new Pressure(level)))
                            .orElseGet(() -> getTranslation("outcome.all.pressures")),
                    cells);
        }
        section.add(pressures.isEmpty() ? nothing() : table);
        return section;
    }

    private Section adherence(OutcomeReport report) {
        var section = section("adherence");
        var table = table("adherence", "item", "due", "done", "partly", "not", "unknown");
        report.adherence()
                .forEach(row -> table.row(
                        row.item() == null ? getTranslation("outcome.all") : items.getOrDefault(row.item(), row.item()),
                        row.figures() == null ? few(null, 5) : shares(row.figures())));
        section.add(report.adherence().isEmpty() ? nothing() : table);
        return section;
    }

    private List<String> shares(AdherenceFigures figures) {
        return List.of(
                whole(figures.due()),
                share(figures.done(), figures.due()),
                share(figures.partly(), figures.due()),
                share(figures.not(), figures.due()),
                share(figures.unknown(), figures.due()));
    }

    private Section silence(OutcomeReport report) {
        var section = section("silence");
        var table = table("silence", "question", "asked", "silent");
        report.silence().forEach(row -> {
            @Nullable SilenceFigures figures = row.figures();
            table.row(
                    row.afterHours() == null
                            ? getTranslation("outcome.all")
                            : getTranslation("outcome.after", row.afterHours()),
                    figures == null
                            ? few(null, 2)
                            : List.of(whole(figures.asked()), share(figures.silent(), figures.asked())));
        });
        section.add(report.silence().isEmpty() ? nothing() : table);
        return section;
    }

    private Section alerts(OutcomeReport report) {
        var section = section("alerts");
        var table = table("alerts", "alert", "raised", "closed", "climbed", "time");
        report.alerts().forEach(row -> {
            @Nullable AlertFigures figures = row.figures();
            table.row(
                    row.alert() == null
                            ? getTranslation("outcome.all")
                            : getTranslation("outcome.alert." + row.alert()),
                    figures == null
                            ? few(null, 4)
                            : List.of(
                                    whole(figures.raised()),
                                    whole(figures.closed()),
                                    whole(figures.climbed()),
                                    figures.minutes() == null ? "–" : duration(figures.minutes())));
        });
        section.add(report.alerts().isEmpty() ? nothing() : table);
        return section;
    }

    private Section section(String what) {
        var section = new Section(
                new H3(getTranslation("outcome." + what)), new Paragraph(getTranslation("outcome." + what + ".text")));
        section.addClassName("admin-section");
        return section;
    }

    private NumberTable table(String caption, String... columns) {
        return new NumberTable(
                getTranslation("outcome." + caption),
                java.util.Arrays.stream(columns)
                        .map(column -> getTranslation("outcome.column." + column))
                        .toList());
    }

    private Component nothing() {
        var nothing = new Paragraph(getTranslation("outcome.nothing"));
        nothing.addClassName("muted");
        return nothing;
    }

    private List<String> few(@Nullable String first, int more) {
        var cells = new ArrayList<String>();
        if (first != null) {
            cells.add(first);
        }
        IntStream.range(0, more).forEach(cell -> cells.add(few()));
        return cells;
    }

    private String few() {
        return getTranslation("outcome.few");
    }

    private String whole(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private String decimal(double number) {
        var format = NumberFormat.getNumberInstance(getLocale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private String percent(double share) {
        return NumberFormat.getPercentInstance(getLocale()).format(share);
    }

    private String share(long part, long all) {
        return all == 0 ? "–" : getTranslation("admin.reports.share", whole(part), percent((double) part / all));
    }

    private String duration(double minutes) {
        return minutes < 2 * MINUTES_OF_AN_HOUR
                ? getTranslation("outcome.minutes", whole(Math.round(minutes)))
                : getTranslation("outcome.hours", whole(Math.round(minutes / MINUTES_OF_AN_HOUR)));
    }
}
