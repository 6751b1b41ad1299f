package app.afterwell.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calendar as the other pillars need it; booking implements it. It asks nobody's leave. */
public interface Visits {

    Optional<Visit> visit(AppointmentId appointment);

    /** Those of these appointments that exist, in one query. */
    Map<AppointmentId, Visit> visits(Collection<AppointmentId> appointments);

    /** The client's appointments, newest first, cancelled ones and no-shows left out. */
    List<Visit> ofClient(ClientId client);

    /**
     * The client's appointments that start before a time, newest first, cancelled ones and no-shows left out.
     *
     * @param most how many at most
     */
    default List<Visit> ofClient(ClientId client, Instant before, int most) {
        return ofClient(client).stream()
                .filter(visit -> visit.slot().start().isBefore(before))
                .limit(most)
                .toList();
    }

    /** A practitioner's appointments that start in [from, to), by start, cancelled ones and no-shows left out. */
    List<Visit> ofPractitioner(PractitionerId practitioner, Instant from, Instant to);

    /** Visits that ended in [from, to) with a client who had arrived; for the notes that are still owed. */
    List<Visit> endedBetween(Instant from, Instant to);

    /** Whether the practitioner treats the client: an appointment that is not cancelled, past or to come. */
    boolean treats(PractitionerId practitioner, ClientId client);
}
