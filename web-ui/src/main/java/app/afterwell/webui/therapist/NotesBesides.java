package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.RecordedNote;
import app.afterwell.webui.components.BodyChart;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Two notes in a table, row by row; a row that differs says so in a word. */
class NotesBesides extends Div {

    private final transient DayWords words;

    NotesBesides(RecordedNote left, RecordedNote right, DayWords words) {
        this.words = words;
        addClassNames("compare", "private");
        var bodies = new Div(body(left), body(right));
        bodies.addClassName("compare-bodies");
        var table = new NativeTable();
        table.setCaptionText(getTranslation("record.compare.caption"));
        table.addClassName("compare-table");
        var head = table.getHead().addRow();
        head.addHeaderCell().setText(getTranslation("record.compare.what"));
        for (var note : List.of(left, right)) {
            var cell = head.addHeaderCell();
            cell.getElement().setAttribute("scope", "col");
            cell.add(title(note));
        }
        row(table, "record.row.areas", areas(left), areas(right));
        row(table, "session.signed.pain", List.of(pain(left)), List.of(pain(right)));
        row(
                table,
                "session.goals",
                List.of(Vocabulary.list(left.session().goals())),
                List.of(Vocabulary.list(right.session().goals())));
        row(
                table,
                "session.text.subjective",
                List.of(left.text().subjective()),
                List.of(right.text().subjective()));
        row(
                table,
                "session.text.objective",
                List.of(left.text().objective()),
                List.of(right.text().objective()));
        row(
                table,
                "session.text.assessment",
                List.of(left.text().assessment()),
                List.of(right.text().assessment()));
        row(
                table,
                "session.text.plan",
                List.of(left.text().plan()),
                List.of(right.text().plan()));
        row(table, "session.signed.offered", plan(left), plan(right));
        var scroll = new Div(table);
        scroll.addClassName("admin-scroll");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("record.compare.caption"));
        add(bodies, scroll);
    }

    private Div body(RecordedNote note) {
        var marks = new ArrayList<BodyChart.Mark>();
        note.session().areas().forEach(area -> marks.add(new BodyChart.Mark(area.area(), 0, area.pressure())));
        var chart = new BodyChart(true);
        chart.show(marks);
        var day = new Span(words.date(note.day()));
        day.addClassName("strong");
        return new Div(chart, day);
    }

    private Div title(RecordedNote note) {
        var open = new Anchor(
                note.inForce()
                        ? "sessions/" + note.appointment()
                        : "sessions/" + note.appointment() + "/versions/" + note.revision(),
                words.date(note.day()));
        var by = new Span(getTranslation(
                note.inForce() ? "record.compare.by" : "record.compare.by.superseded",
                note.signedBy(),
                note.revision()));
        by.addClassName("small");
        return new Div(open, by);
    }

    private void row(NativeTable table, String key, List<String> left, List<String> right) {
        if (left.stream().allMatch(String::isBlank) && right.stream().allMatch(String::isBlank)) {
            return;
        }
        var row = table.getBody().addRow();
        var what = row.addHeaderCell();
        what.getElement().setAttribute("scope", "row");
        what.add(new Span(getTranslation(key)));
        if (!left.equals(right)) {
            row.addClassName("differs");
            what.add(PlanRows.tag(null, getTranslation("record.compare.differs"), "info"));
        }
        fill(row.addDataCell(), left);
        fill(row.addDataCell(), right);
    }

    private void fill(NativeTableCell cell, List<String> lines) {
        lines.stream().filter(line -> !line.isBlank()).map(Paragraph::new).forEach(line -> {
            line.addClassName("lines");
            cell.add(line);
        });
        if (lines.stream().allMatch(String::isBlank)) {
            var none = new Span(getTranslation("record.compare.none"));
            none.addClassName("muted");
            cell.add(none);
        }
    }

    private List<String> areas(RecordedNote note) {
        return note.session().areas().stream().map(this::area).toList();
    }

    private String area(WorkedArea area) {
        var pressure = area.pressure() == null
                ? null
                : getTranslation(
                        "session.signed.pressure", area.pressure().level(), Vocabulary.pressure(area.pressure()));
        return Vocabulary.area(area.area()) + ": "
                + java.util.stream.Stream.of(
                                Vocabulary.list(area.findings()),
                                Vocabulary.list(area.techniques()),
                                pressure,
                                area.pressureReason())
                        .filter(Objects::nonNull)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(". "));
    }

    private String pain(RecordedNote note) {
        var session = note.session();
        return session.painBefore() == null && session.painAfter() == null
                ? ""
                : getTranslation(
                        "session.signed.pain.of",
                        session.painBefore() == null
                                ? "–"
                                : session.painBefore().value(),
                        session.painAfter() == null ? "–" : session.painAfter().value());
    }

    private static List<String> plan(RecordedNote note) {
        return note.plan().stream().map(RecordedNote.Todo::title).distinct().toList();
    }
}
