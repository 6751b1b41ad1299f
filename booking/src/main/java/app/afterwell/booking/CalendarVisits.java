package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other pillars of the calendar. */
@Component
@Transactional(readOnly = true)
class CalendarVisits implements Visits {

    private final CalendarTable table;
    private final DirectoryReader directories;

    CalendarVisits(CalendarTable table, DirectoryReader directories) {
        this.table = table;
        this.directories = directories;
    }

    @Override
    public Optional<Visit> visit(AppointmentId appointment) {
        return visits(List.of(appointment)).values().stream().findFirst();
    }

    @Override
    public Map<AppointmentId, Visit> visits(Collection<AppointmentId> appointments) {
        if (appointments.isEmpty()) {
            return Map.of();
        }
        return visits(table.find(appointments.stream().map(AppointmentId::value).toList())).stream()
                .collect(Collectors.toMap(Visit::id, Function.identity()));
    }

    @Override
    public List<Visit> ofClient(ClientId client) {
        return visits(table.ofClient(client.value()));
    }

    @Override
    public List<Visit> ofClient(ClientId client, Instant before, int most) {
        return visits(table.ofClient(client.value(), before, most));
    }

    @Override
    public List<Visit> ofPractitioner(PractitionerId practitioner, Instant from, Instant to) {
        return visits(table.ofPractitioner(practitioner.value(), from, to));
    }

    @Override
    public List<Visit> endedBetween(Instant from, Instant to) {
        return visits(table.startedAndEnded(from, to));
    }

    @Override
    public boolean treats(PractitionerId practitioner, ClientId client) {
        return table.treats(practitioner.value(), client.value());
    }

    private List<Visit> visits(List<CalendarRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var directory = directories.current();
        return rows.stream().map(row -> visit(row, directory)).toList();
    }

    private static Visit visit(CalendarRow row, DirectorySnapshot directory) {
        var practitioner = directory.practitioner(new PractitionerId(row.practitioner()));
        var location = directory.location(new LocationId(row.location()));
        var service = directory.service(new ServiceId(row.service()));
        return new Visit(
                new AppointmentId(row.id()),
                new ClientId(row.client()),
                practitioner.id(),
                practitioner.name(),
                location.id(),
                location.name(),
                location.phone(),
                location.zone(),
                location.country(),
                service.code(),
                service.name(),
                new TimeSlot(row.start(), row.end()),
                row.status());
    }
}
