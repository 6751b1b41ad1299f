package app.afterwell.webui.admin;

import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.Calendar;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How the clinic does: the last four weeks beside the four before. */
@Route(value = "admin/reports", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class ReportsView extends Main implements HasDynamicTitle {

    private static final Duration PERIOD = Duration.ofDays(28);

    private static final Set<VisitStatus> AHEAD = Set.of(VisitStatus.BOOKED, VisitStatus.CONFIRMED);

    private final transient Calendar calendar;
    private final NativeTable table = new NativeTable();

    ReportsView(Calendar calendar, Tasks tasks, Clock clock) {
        this.calendar = calendar;
        setId("main");
        addClassName("admin-page");
        var now = clock.instant();
        table.setCaptionText(getTranslation("admin.reports.caption"));
        table.addClassName("admin-table");
        var head = table.getHead().addRow();
        for (var column : List.of("what", "last", "before")) {
            var cell = head.addHeaderCell();
            cell.setText(getTranslation("admin.reports." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        var last = Numbers.of(this::count, now.minus(PERIOD), now);
        var before = Numbers.of(this::count, now.minus(PERIOD.multipliedBy(2)), now.minus(PERIOD));
        row("held", whole(last.held()), whole(before.held()));
        row("no-shows", share(last.noShows(), last.all()), share(before.noShows(), before.all()));
        row("cancelled", share(last.cancelled(), last.all()), share(before.cancelled(), before.all()));
        var open = tasks.counts();
        var scroll = new Div(table);
        scroll.addClassName("admin-scroll");
        add(
                new H1(getTranslation("admin.reports")),
                new Paragraph(getTranslation("admin.reports.ahead", count(AHEAD, now, now.plus(PERIOD)))),
                new Paragraph(getTranslation("admin.reports.tasks", open.open(), open.urgent())),
                scroll);
    }

    private void row(String what, String last, String before) {
        var row = table.getBody().addRow();
        var name = row.addHeaderCell();
        name.setText(getTranslation("admin.reports." + what));
        name.getElement().setAttribute("scope", "row");
        row.addDataCell().setText(last);
        row.addDataCell().setText(before);
    }

    private long count(Set<VisitStatus> statuses, Instant from, Instant to) {
        return calendar.appointments(new AppointmentFilter(from, to, null, null, null, statuses, 0, 1))
                .total();
    }

    private String whole(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private String share(long part, long all) {
        return all == 0
                ? whole(part)
                : getTranslation(
                        "admin.reports.share",
                        whole(part),
                        NumberFormat.getPercentInstance(getLocale()).format((double) part / all));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("admin.reports"));
    }

    /** @param all that were planned, whatever became of them */
    private record Numbers(long held, long noShows, long cancelled, long all) {

        static Numbers of(Count count, Instant from, Instant to) {
            return new Numbers(
                    count.of(Set.of(VisitStatus.COMPLETED), from, to),
                    count.of(Set.of(VisitStatus.NO_SHOW), from, to),
                    count.of(Set.of(VisitStatus.CANCELLED), from, to),
                    count.of(Set.of(), from, to));
        }
    }

    /** Counts the appointments of some statuses that start in a span. */
    private interface Count {

        long of(Set<VisitStatus> statuses, Instant from, Instant to);
    }
}
