package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a series would be, each time with whether it is free; nothing is written yet.
 *
 * @param zone of the location
 */
public record SeriesPlan(ZoneId zone, List<Time> times) {

    public SeriesPlan {
        times = List.copyOf(times);
    }

    /** Whether every time is free as it was wanted. */
    public boolean free() {
        return times.stream().allMatch(time -> time.problem() == null);
    }

    /**
     * One of the times.
     *
     * @param appointment that would be moved there; null where a new one would be made
     * @param version of that appointment
     * @param problem why it cannot be then; null if it can
     * @param alternatives free times nearby, the nearest first, with the same therapist before others; empty if it can
     */
    public record Time(
            @Nullable AppointmentId appointment,
            long version,
            PractitionerId practitioner,
            TimeSlot wanted,
            @Nullable String problem,
            List<FreeSlot> alternatives) {

        public Time {
            alternatives = List.copyOf(alternatives);
        }
    }
}
