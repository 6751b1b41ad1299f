package app.afterwell.webui.admin;

import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.outcome.OutcomeFilter;
import app.afterwell.aftercare.outcome.Outcomes;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the clinic does: the last four weeks beside the four before. */
@Route(value = "admin/reports", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class ReportsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration PERIOD = Duration.ofDays(28);

    private static final int USUAL_MONTHS = 6;
    private static final int MOST_MONTHS = 36;

    private static final Set<VisitStatus> AHEAD = Set.of(VisitStatus.BOOKED, VisitStatus.CONFIRMED);

    private final transient Calendar calendar;
    private final NativeTable table = new NativeTable();
    private final OutcomePart outcome;
    private final transient YearMonth month;

    ReportsView(
            Calendar calendar, Tasks tasks, Outcomes outcomes, Protocols protocols, Directory directory, Clock clock) {
        this.calendar = calendar;
        var zone = directory.locations().stream()
                .findFirst()
                .map(LocationInfo::zone)
                .orElseGet(ZoneId::systemDefault);
        month = YearMonth.now(clock.withZone(zone));
        outcome = new OutcomePart(outcomes, protocols, directory.locations(), month, this::go);
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
                scroll,
                outcome);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getQueryParameters();
        var to = month(address, "to").orElse(month);
        var from = month(address, "from").orElseGet(() -> to.minusMonths(USUAL_MONTHS - 1));
        if (from.isAfter(to) || from.plusMonths(MOST_MONTHS).compareTo(to) <= 0) {
            from = to.minusMonths(USUAL_MONTHS - 1);
        }
        outcome.show(new OutcomeFilter(
                from,
                to,
                address.getSingleParameter("location")
                        .flatMap(ReportsView::location)
                        .orElse(null)));
    }

    private void go(OutcomeFilter filter) {
        var address = new LinkedHashMap<String, String>();
        address.put("from", filter.from().toString());
        address.put("to", filter.to().toString());
        if (filter.location() != null) {
            address.put("location", filter.location().toString());
        }
        getUI().ifPresent(ui -> ui.navigate("admin/reports", QueryParameters.simple(address)));
    }

    private static Optional<YearMonth> month(QueryParameters address, String name) {
        return address.getSingleParameter(name).flatMap(text -> {
            try {
                return Optional.of(YearMonth.parse(text));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<LocationId> location(String text) {
        try {
            return Optional.of(LocationId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
