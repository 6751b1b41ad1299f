package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.Checkouts;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.PaymentMethod;
import app.afterwell.booking.Settlement;
import app.afterwell.booking.Weeks;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.VisitStatus;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads all that the board shows, in as many queries however full it is. */
@Component
class BoardReader {

    private final Calendar calendar;
    private final Weeks weeks;
    private final Checkouts checkouts;
    private final DeskClients clients;

    BoardReader(Calendar calendar, Weeks weeks, Checkouts checkouts, DeskClients clients) {
        this.calendar = calendar;
        this.weeks = weeks;
        this.checkouts = checkouts;
        this.clients = clients;
    }

    DayBoard day(LocationId place, LocalDate day) {
        return calendar.day(place, day);
    }

    Read day(Selection selection, LocalDate day) {
        return of(
                BoardSheet.day(selection.view(), calendar.day(selection.place().id(), day), selection.therapists()));
    }

    /** @param monday the week's first day, whichever that is where the reader lives */
    Read week(LocationId place, PractitionerId who, LocalDate monday, LocalDate today) {
        return of(BoardSheet.week(weeks.of(place, who, monday), today));
    }

    private Read of(BoardSheet sheet) {
        var done = sheet.appointments().stream()
                .filter(visit -> visit.status() == VisitStatus.COMPLETED)
                .map(AppointmentInfo::id)
                .toList();
        return new Read(sheet, clients.of(sheet.clients()), checkouts.of(done));
    }

    /**
     * What the board shows, with what the desk may know about it.
     *
     * @param settled how the visits that are done were paid for
     */
    record Read(BoardSheet sheet, DeskClients.Known known, Map<AppointmentId, Settlement> settled) {

        /** The visits that are done and not paid for. */
        Set<AppointmentId> owed() {
            return sheet.appointments().stream()
                    .filter(visit -> visit.status() == VisitStatus.COMPLETED)
                    .filter(visit -> visit.price().minor() > 0)
                    .map(AppointmentInfo::id)
                    .filter(id -> !settled.containsKey(id) || settled.get(id).method() == PaymentMethod.OPEN)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
