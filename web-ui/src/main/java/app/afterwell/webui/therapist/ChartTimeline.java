package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.NoteSummary;
import app.afterwell.aftercare.plan.Curve;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Visit;
import app.afterwell.webui.components.AdherenceWords;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.StatusGlyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Visits with their notes and the client's answers, newest first. */
class ChartTimeline extends Section {

    private static final int MOST = 40;

    private final transient Locale locale;

    ChartTimeline(List<Visit> visits, List<NoteSummary> notes, List<PlanSummary> plans, Locale locale) {
        this.locale = locale;
        Map<AppointmentId, NoteSummary> noteOf =
                notes.stream().collect(Collectors.toMap(NoteSummary::appointment, Function.identity(), (a, b) -> a));
        Map<AppointmentId, PlanSummary> planOf =
                plans.stream().collect(Collectors.toMap(PlanSummary::appointment, Function.identity(), (a, b) -> a));
        var entries = new ArrayList<Entry>();
        for (var visit : visits) {
            @Nullable PlanSummary plan = planOf.get(visit.id());
            entries.add(new Entry(visit.slot().start(), visit(visit, noteOf.get(visit.id()), plan)));
            if (plan != null) {
                plan.curve().points().forEach(point -> entries.add(answer(visit, point)));
            }
        }
        var list = new OrderedList();
        list.addClassNames("timeline", "private");
        entries.stream()
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(MOST)
                .forEach(entry -> list.add(entry.item()));
        var heading = new H2(getTranslation("chart.timeline"));
        heading.setId("timeline");
        getElement().setAttribute("aria-labelledby", "timeline");
        add(heading);
        if (entries.isEmpty()) {
            add(new Paragraph(getTranslation("chart.none")));
        }
        add(list);
    }

    private ListItem visit(Visit visit, @Nullable NoteSummary note, @Nullable PlanSummary plan) {
        var words = new DayWords(visit.zone(), locale);
        var text = new Div(
                when(words, visit.slot().start(), visit.practitionerName()),
                new H3(getTranslation(
                        "chart.visit", visit.serviceName(), visit.length().toMinutes())));
        if (note != null) {
            text.add(new Paragraph(note.session().areas().stream()
                    .map(area -> Vocabulary.area(area.area())
                            + (area.pressure() == null
                                    ? ""
                                    : getTranslation(
                                            "chart.pressure", area.pressure().level())))
                    .collect(Collectors.joining("; "))));
            if (note.session().painBefore() != null && note.session().painAfter() != null) {
                text.add(new Paragraph(getTranslation(
                        "chart.pain",
                        note.session().painBefore().value(),
                        note.session().painAfter().value())));
            }
        }
        if (plan != null) {
            text.add(new Paragraph(getTranslation("chart.adherence", AdherenceWords.of(this, plan.adherence()))));
        }
        var open = new Anchor(
                "sessions/" + visit.id(),
                getTranslation(
                        note == null
                                ? "chart.note.write"
                                : note.status() == NoteStatus.SIGNED ? "chart.note.read" : "chart.note.finish"));
        var row = new Div(open);
        row.addClassName("row");
        text.add(row);
        var knot = new Span(StatusGlyph.of(visit.status()));
        knot.addClassNames("knot", note != null && note.status() == NoteStatus.SIGNED ? "accent" : "now");
        return new ListItem(knot, text);
    }

    private Entry answer(Visit visit, Curve.Point point) {
        var at = visit.slot().end().plus(Duration.ofMinutes(Math.round(point.hours() * 60)));
        var words = new DayWords(visit.zone(), locale);
        var knot = new Span(Glyph.MESSAGE.icon());
        knot.addClassName("knot");
        if (point.outcome() == Outcome.WATCH) {
            knot.addClassName("warn");
        } else if (point.outcome() != Outcome.AS_EXPECTED) {
            knot.addClassName("danger");
        }
        var text = new Div(
                when(words, at, getTranslation("chart.trend.hours", Math.round(point.hours()))),
                new H3(getTranslation("chart.answer", Vocabulary.of(point.outcome()))),
                new Paragraph(
                        getTranslation("chart.answer.pain", point.pain(), Math.round(point.expected() * 10) / 10.0)));
        return new Entry(at, new ListItem(knot, text));
    }

    private static Span when(DayWords words, Instant at, String more) {
        var when = new Span(words.fullDay(at) + ", " + words.time(at) + " · " + more);
        when.addClassName("when");
        return when;
    }

    private record Entry(Instant at, ListItem item) {}
}
