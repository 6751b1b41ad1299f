package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.ChartPage;
import app.afterwell.aftercare.note.ChartPage.NoteLine;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.plan.Curve;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Visit;
import app.afterwell.webui.components.AdherenceWords;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.StatusGlyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.button.Button;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Visits with their notes, what was changed or added later, plans and the client's answers, newest first. */
class ChartTimeline extends Section {

    private final transient Locale locale;
    private final transient Function<Instant, ChartPage> read;
    private final ClientId client;
    private final transient Instant now;
    private final OrderedList list = new OrderedList();
    private final Button more = new Button();
    private @Nullable Instant older;

    /** @param read gives the part that begins before a time */
    ChartTimeline(ChartPage first, Function<Instant, ChartPage> read, ClientId client, Locale locale, Instant now) {
        this.locale = locale;
        this.read = read;
        this.client = client;
        this.now = now;
        list.addClassNames("timeline", "private");
        var heading = new H2(getTranslation("chart.timeline"));
        heading.setId("timeline");
        getElement().setAttribute("aria-labelledby", "timeline");
        add(heading);
        if (first.visits().isEmpty()) {
            add(new Paragraph(getTranslation("chart.none")));
        }
        more.setText(getTranslation("record.timeline.more"));
        more.setIcon(Glyph.HISTORY.icon());
        more.setDisableOnClick(true);
        more.addClickListener(event -> {
            if (older != null) {
                append(this.read.apply(older));
            }
            more.setEnabled(true);
        });
        add(list, more);
        append(first);
    }

    private void append(ChartPage page) {
        var entries = new ArrayList<Entry>();
        for (var entry : page.visits()) {
            var visit = entry.visit();
            entries.add(new Entry(visit.slot().start(), visit(visit, entry.note(), entry.plan())));
            if (entry.note() != null) {
                later(visit, entry.note(), entries);
            }
            if (entry.plan() != null) {
                entry.plan().curve().points().forEach(point -> entries.add(answer(visit, point, entry.plan())));
            }
        }
        entries.stream().sorted(Comparator.comparing(Entry::at).reversed()).forEach(entry -> list.add(entry.item()));
        older = page.older();
        more.setVisible(older != null);
    }

    private ListItem visit(Visit visit, @Nullable NoteLine note, @Nullable PlanSummary plan) {
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
        if (plan != null && plan.adherence().stream().anyMatch(item -> item.due() > 0)) {
            text.add(new Paragraph(getTranslation("chart.adherence", AdherenceWords.of(this, plan.adherence()))));
        }
        if (note != null && note.amending()) {
            text.add(PlanRows.tag(Glyph.PENCIL, getTranslation("record.amending"), "info"));
        }
        // Of a visit that is still to come there is nothing to write.
        if (note != null || visit.status().started() || visit.slot().start().isBefore(now)) {
            text.add(links(visit, note));
        }
        var knot = new Span(StatusGlyph.of(visit.status()));
        knot.addClassNames("knot", note != null && note.status() == NoteStatus.SIGNED ? "accent" : "now");
        return new ListItem(knot, text);
    }

    private Div links(Visit visit, @Nullable NoteLine note) {
        var open = new Anchor(
                "sessions/" + visit.id(),
                getTranslation(
                        note == null
                                ? "chart.note.write"
                                : note.status() == NoteStatus.SIGNED ? "chart.note.read" : "chart.note.finish"));
        var row = new Div(open);
        row.addClassName("row");
        return row;
    }

    /** New versions and addenda, each at its time. */
    private void later(Visit visit, NoteLine note, List<Entry> entries) {
        var words = new DayWords(visit.zone(), locale);
        var day = words.date(visit.slot().start());
        for (var version : note.versions()) {
            if (version.revision() > 1) {
                entries.add(new Entry(version.at(), amended(visit, version, words, words.shortDate(day))));
            }
        }
        for (var addendum : note.addenda()) {
            var text = new Div(
                    when(words, addendum.at(), addendum.by()),
                    new H3(getTranslation("record.timeline.added", words.shortDate(day))),
                    new Paragraph(addendum.text()));
            var knot = new Span(Glyph.PLUS.icon());
            knot.addClassName("knot");
            entries.add(new Entry(addendum.at(), new ListItem(knot, text)));
        }
    }

    private ListItem amended(Visit visit, NoteView.Version version, DayWords words, String day) {
        var before = visit.id() + "~" + (version.revision() - 1);
        var compare = new Anchor(
                "clients/" + client + "/compare?left=" + before + "&right=" + visit.id() + "~" + version.revision(),
                getTranslation("record.compare.versions"));
        var read = new Anchor(
                "sessions/" + visit.id() + "/versions/" + (version.revision() - 1),
                getTranslation("record.read.version", version.revision() - 1));
        var row = new Div(compare, read);
        row.addClassName("row");
        var text = new Div(
                when(words, version.at(), version.by()),
                new H3(getTranslation("record.timeline.amended", day)),
                new Paragraph(version.reason() == null ? "" : version.reason()),
                row);
        var knot = new Span(Glyph.HISTORY.icon());
        knot.addClassName("knot");
        return new ListItem(knot, text);
    }

    private Entry answer(Visit visit, Curve.Point point, PlanSummary plan) {
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
        plan.remarks().stream()
                .filter(remark -> remark.hours() == point.hours())
                .forEach(remark -> text.add(new Paragraph(LastAftercare.quoted(remark.text()))));
        return new Entry(at, new ListItem(knot, text));
    }

    private static Span when(DayWords words, Instant at, String more) {
        var when = new Span(words.fullDay(at) + ", " + words.time(at) + " · " + more);
        when.addClassName("when");
        return when;
    }

    private record Entry(Instant at, ListItem item) {}
}
