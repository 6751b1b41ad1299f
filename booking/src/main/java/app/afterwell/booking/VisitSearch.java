package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the visits that somebody who looks for a client most likely means. */
@Service
public class VisitSearch {

    private final CalendarTable table;
    private final DirectoryReader directories;
    private final AppointmentNames names;
    private final Clock clock;

    VisitSearch(CalendarTable table, DirectoryReader directories, AppointmentNames names, Clock clock) {
        this.table = table;
        this.directories = directories;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Of each of these clients the next visits and the last one, those to come first, in one query.
     *
     * @param next how many to come of each client at most
     */
    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    @Transactional(readOnly = true)
    public List<AppointmentInfo> around(Collection<ClientId> clients, int next) {
        if (clients.isEmpty()) {
            return List.of();
        }
        var rows = table.around(clients.stream().map(ClientId::value).toList(), clock.instant(), next);
        return names.name(rows, directories.current(), true);
    }
}
