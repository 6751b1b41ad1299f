package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to appointments: the directory's from memory, the clients' in one query. */
@Component
class AppointmentNames {

    private final ClientDirectory clients;

    AppointmentNames(ClientDirectory clients) {
        this.clients = clients;
    }

    boolean known(ClientId client) {
        return card(client) != null;
    }

    /** Null if there is no such client. */
    @Nullable
    ClientCard card(ClientId client) {
        return clients.cards(Set.of(client)).get(client);
    }

    /** Asks nobody. */
    static AppointmentInfo name(CalendarRow row, DirectorySnapshot directory, ClientCard card, boolean staff) {
        return name(row, directory, Map.of(card.id(), card), staff);
    }

    /** @param staff whether staff read it, who also see the desk's notes and reasons to overlap */
    List<AppointmentInfo> name(List<CalendarRow> rows, DirectorySnapshot directory, boolean staff) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var cards = clients.cards(
                rows.stream().map(row -> new ClientId(row.client())).collect(Collectors.toSet()));
        return rows.stream().map(row -> name(row, directory, cards, staff)).toList();
    }

    AppointmentInfo name(CalendarRow row, DirectorySnapshot directory, boolean staff) {
        return name(List.of(row), directory, staff).getFirst();
    }

    private static AppointmentInfo name(
            CalendarRow row, DirectorySnapshot directory, Map<ClientId, ClientCard> cards, boolean staff) {
        var client = new ClientId(row.client());
        @Nullable ClientCard card = cards.get(client);
        var service = directory.service(new ServiceId(row.service()));
        var practitioner = directory.practitioner(new PractitionerId(row.practitioner()));
        var location = directory.location(new LocationId(row.location()));
        var room = row.room() == null ? null : directory.room(new RoomId(row.room()));
        return new AppointmentInfo(
                new AppointmentId(row.id()),
                row.version(),
                client,
                card == null ? "" : card.name(),
                service.id(),
                service.code(),
                service.name(),
                practitioner.id(),
                practitioner.name(),
                location.id(),
                location.name(),
                location.zone(),
                room == null ? null : room.id(),
                room == null ? null : room.name(),
                new TimeSlot(row.start(), row.end()),
                row.status(),
                row.statusSince(),
                row.reason(),
                row.late(),
                row.forced(),
                staff ? row.overrideReason() : null,
                new Money(row.priceMinor(), row.currency()),
                staff ? row.notes() : null,
                row.party(),
                row.series());
    }
}
