package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
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
import java.util.Comparator;
import java.util.List;

/**
 * The board on paper, column by column. Paper lies about: it says when, who, what and where, nothing of anybody's health and
 * none of the desk's notes; printed in privacy mode it has initials instead of names.
 */
class DaySheet extends Printout {

    private static final List<String> HEADS = List.of("time", "client", "service", "where", "status");

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
                .sorted(Comparator.comparing(visit -> visit.slot().start()))
                .toList();
        if (visits.isEmpty()) {
            part.add(new Paragraph(getTranslation("desk.sheet.none")));
            return part;
        }
        var head = new NativeTableRow();
        HEADS.forEach(key -> head.add(new NativeTableHeaderCell(getTranslation("desk.sheet." + key))));
        var body = new NativeTableBody();
        visits.forEach(visit -> body.add(row(lane, visit)));
        lane.blocks().stream().filter(block -> !block.held()).forEach(block -> {
            var row = new NativeTableRow();
            row.add(new NativeTableCell(clock.span(block.slot())), new NativeTableCell(block.label()));
            body.add(row);
        });
        part.add(new NativeTable(new NativeTableHeader(head), body));
        return part;
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
