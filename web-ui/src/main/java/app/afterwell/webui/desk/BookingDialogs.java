package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Availability;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Parties;
import app.afterwell.booking.Series;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.intake.Clients;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the dialog that books. */
@Component
class BookingDialogs {

    private final Services services;

    BookingDialogs(
            Clients clients,
            Calendar calendar,
            Directory directory,
            Availability availability,
            DeskClients known,
            Series series,
            Parties parties,
            Clock clock) {
        services = new Services(clients, calendar, directory, availability, known, series, parties, clock);
    }

    /**
     * @param practitioner whose slot was chosen; null for the client's last or the first
     * @param room whose slot was chosen; null for the first that is free
     * @param at the slot; null for the first that is free
     */
    void open(
            LocationInfo place,
            DayBoard board,
            WallClock words,
            @Nullable PractitionerId practitioner,
            @Nullable RoomId room,
            @Nullable LocalDateTime at,
            Performer performer) {
        var start =
                at == null ? Proposals.earliest(board, words, services.clock().instant()) : at.toLocalTime();
        var slot = new BookingDialog.Slot(place, board, words, practitioner, room, start, at != null);
        new BookingDialog(services, slot, performer).open();
    }

    /** What the board does with appointments, in words. */
    BoardActions actions(BoardDays.Texts texts, Locale locale) {
        return new BoardActions(services.calendar(), services.parties(), texts, locale);
    }

    /** What else is known about a visit and can be done with it. */
    VisitExtras extras(AppointmentInfo visit, WallClock words, Performer performer, Runnable onClose, boolean mayAct) {
        return new VisitExtras(
                new VisitExtras.Services(services.calendar(), services.series(), services.parties()),
                visit,
                words,
                performer,
                onClose,
                mayAct);
    }

    /** Whom the dialog asks. */
    record Services(
            Clients clients,
            Calendar calendar,
            Directory directory,
            Availability availability,
            DeskClients known,
            Series series,
            Parties parties,
            Clock clock) {}
}
