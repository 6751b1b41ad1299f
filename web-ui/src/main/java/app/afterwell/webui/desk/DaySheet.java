package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.domain.TimeSlot;
import app.afterwell.webui.components.Initials;
import app.afterwell.webui.components.Printout;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The board on paper, column by column. Paper lies about: it says when, who, what and where, nothing of anybody's health and
 * none of the desk's notes; printed in privacy mode it has initials instead of names.
 */
class DaySheet extends Printout {

    private final WallClock clock;

    /** @param heading which day or week it is */
    DaySheet(BoardSheet sheet, String place, String heading, WallClock clock, BoardDays days, Instant now) {
        this.clock = clock;
        addClassName("day-sheet");
        add(new H1(place));
        add(new Paragraph(heading));
        sheet.lanes().forEach(lane -> add(column(lane, days)));
        var printed = new Paragraph(getTranslation("desk.sheet.printed", clock.moment(now)));
        printed.addClassName("muted");
        add(printed);
    }

    private Component column(Lane lane, BoardDays days) {
        var part = new Div(new H2(days.name(lane)));
        part.addClassName("sheet-part");
        var visits = lane.appointments().stream()
                .filter(visit -> !visit.status().frees())
                .toList();
        if (visits.isEmpty()) {
            part.add(new Paragraph(getTranslation("desk.sheet.none")));
            return part;
        }
        var head = new NativeTableRow();
        Stream.of("time", "client", "service", lane.therapist() == null ? "with" : "room", "status")
                .forEach(key -> head.add(new NativeTableHeaderCell(getTranslation("desk.sheet." + key))));
        var rows = new ArrayList<Row>();
        visits.forEach(visit -> rows.add(new Row(visit.slot(), row(lane, visit))));
        lane.blocks().stream()
                .filter(block -> !block.held())
                .forEach(block -> rows.add(new Row(block.slot(), row(block.slot(), block.label()))));
        if (lane.therapist() != null) {
            lane.therapist()
                    .breaks()
                    .forEach(pause -> rows.add(new Row(pause.slot(), row(pause.slot(), pause.label()))));
        }
        rows.sort(Comparator.comparing(row -> row.slot().start()));
        var body = new NativeTableBody();
        rows.forEach(row -> body.add(row.cells()));
        part.add(new NativeTable(new NativeTableHeader(head), body));
        return part;
    }

    private record Row(TimeSlot slot, NativeTableRow cells) {}

    private NativeTableRow row(TimeSlot slot, String label) {
        var what = new NativeTableCell(label);
        what.getElement().setAttribute("colspan", "4");
        var row = new NativeTableRow();
        row.add(new NativeTableCell(clock.span(slot)), what);
        return row;
    }

    private NativeTableRow row(Lane lane, AppointmentInfo visit) {
        var name = new Span(visit.clientName());
        name.addClassName("named");
        var initials = new Span(Initials.letters(visit.clientName()));
        initials.addClassName("unnamed");
        var where = lane.therapist() == null ? visit.practitionerName() : visit.roomName();
        var row = new NativeTableRow();
        row.add(
                new NativeTableCell(clock.span(visit.slot())),
                new NativeTableCell(name, initials),
                new NativeTableCell(visit.serviceName()),
                new NativeTableCell(where == null ? "" : where),
                new NativeTableCell(getTranslation("vocabulary.VisitStatus." + visit.status())));
        return row;
    }
}
