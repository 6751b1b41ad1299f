package app.afterwell.webui.desk;

import app.afterwell.booking.Availability;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.intake.Clients;
import java.time.Clock;
import java.time.LocalDateTime;
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
            Clock clock) {
        services = new Services(clients, calendar, directory, availability, known, clock);
    }

    /**
     * @param practitioner whose slot was chosen; null for the client's last or the first
     * @param room whose slot was chosen; null for the first that is free
     * @param at the slot; null for the next one
     */
    void open(
            LocationInfo place,
            DayBoard board,
            WallClock words,
            @Nullable PractitionerId practitioner,
            @Nullable RoomId room,
            @Nullable LocalDateTime at,
            Performer performer) {
        var start = at == null ? Proposals.start(board, words, services.clock().instant()) : at.toLocalTime();
        new BookingDialog(services, new BookingDialog.Slot(place, board, words, practitioner, room, start), performer)
                .open();
    }

    /** Whom the dialog asks. */
    record Services(
            Clients clients,
            Calendar calendar,
            Directory directory,
            Availability availability,
            DeskClients known,
            Clock clock) {}
}
