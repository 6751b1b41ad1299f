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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to appointments: the directory's from memory, the clients' in one query. */
@Component
class AppointmentNames {

    private static final int MOST_MET = 100_000;

    private final ClientDirectory clients;
    private final Set<ClientId> met = ConcurrentHashMap.newKeySet();

    AppointmentNames(ClientDirectory clients) {
        this.clients = clients;
    }

    /** Whether there is such a client. Nobody who is on file is ever taken off it, so each is asked for only once. */
    boolean known(ClientId client) {
        if (met.contains(client)) {
            return true;
        }
        boolean there = clients.cards(Set.of(client)).containsKey(client);
        if (there) {
            if (met.size() >= MOST_MET) {
                met.clear();
            }
            met.add(client);
        }
        return there;
    }

    /** @param staff whether staff read it, who also see the desk's notes and reasons to overlap */
    List<AppointmentInfo> name(List<CalendarRow> rows, DirectorySnapshot directory, boolean staff) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var cards = clients.cards(
                rows.stream().map(row -> new ClientId(row.client())).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    @Nullable ClientCard card = cards.get(new ClientId(row.client()));
                    return name(row, directory, card == null ? "" : card.name(), staff);
                })
                .toList();
    }

    AppointmentInfo name(CalendarRow row, DirectorySnapshot directory, boolean staff) {
        return name(List.of(row), directory, staff).getFirst();
    }

    /** Asks nobody. */
    static AppointmentInfo name(CalendarRow row, DirectorySnapshot directory, String client, boolean staff) {
        var service = directory.service(new ServiceId(row.service()));
        var practitioner = directory.practitioner(new PractitionerId(row.practitioner()));
        var location = directory.location(new LocationId(row.location()));
        var room = row.room() == null ? null : directory.room(new RoomId(row.room()));
        return new AppointmentInfo(
                new AppointmentId(row.id()),
                row.version(),
                new ClientId(row.client()),
                client,
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
