package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One practitioner's week, for the board. */
@Service
public class Weeks {

    private static final int DAYS = 7;

    private final CalendarTable table;
    private final DirectoryReader directories;
    private final AppointmentNames names;
    private final Clock clock;

    Weeks(CalendarTable table, DirectoryReader directories, AppointmentNames names, Clock clock) {
        this.table = table;
        this.directories = directories;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Seven days of a practitioner at a location, each with this one column, whether they work then or not. A day that the
     * location's clock leaves out is left out.
     *
     * @throws NotFoundException if there is no such location or practitioner
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<DayBoard> of(LocationId location, PractitionerId practitioner, LocalDate first) {
        var directory = directories.known(location);
        var days = days(directory, location, first);
        var whole = new TimeSlot(
                days.getFirst().whole().start(), days.getLast().whole().end());
        var rows = table.board(location.value(), practitioner.value(), whole, clock.instant());
        if (rows.revision() != directory.revision()) {
            directory = directories.at(rows.revision());
            days = days(directory, location, first);
        }
        var appointments = names.name(rows.appointments(), directory, true);
        var boards = new ArrayList<DayBoard>();
        for (var day : days) {
            boards.add(new DayBoard(
                    location,
                    day.date(),
                    directory.location(location).zone(),
                    day.whole(),
                    directory.open(location, day.date(), day.date()).slots(),
                    directory.closed(location, day.date()),
                    List.of(column(directory, location, practitioner, day.date())),
                    directory.rooms(location),
                    appointments.stream()
                            .filter(appointment -> appointment.slot().overlaps(day.whole()))
                            .toList(),
                    rows.blocks().stream()
                            .filter(block -> block.slot().overlaps(day.whole()))
                            .toList()));
        }
        return boards;
    }

    private static DayBoard.Column column(
            DirectorySnapshot directory, LocationId location, PractitionerId practitioner, LocalDate day) {
        return new DayBoard.Column(
                practitioner,
                directory.practitioner(practitioner).name(),
                directory.working(practitioner, location, day, day).slots(),
                directory.pauses(practitioner, location, day),
                directory.usualRoom(practitioner, location, day));
    }

    private record Day(LocalDate date, TimeSlot whole) {}

    private static List<Day> days(DirectorySnapshot directory, LocationId location, LocalDate first) {
        return first.datesUntil(first.plusDays(DAYS))
                .flatMap(date -> directory.clock(location).day(date).slots().stream()
                        .limit(1)
                        .map(whole -> new Day(date, whole)))
                .toList();
    }
}
