package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for free times.
 *
 * @param from first day, by each location's clock
 * @param to last day, included; at most 62 days after {@code from}
 * @param practitioner null for anybody who gives the service
 * @param location null for all
 * @param length null for the service's own; otherwise between five minutes and twelve hours
 */
public record FindSlots(
        ServiceId service,
        LocalDate from,
        LocalDate to,
        @Nullable PractitionerId practitioner,
        @Nullable LocationId location,
        @Nullable Duration length) {

    /** With anybody, anywhere. */
    public static FindSlots of(ServiceId service, LocalDate from, LocalDate to) {
        return new FindSlots(service, from, to, null, null, null);
    }
}
