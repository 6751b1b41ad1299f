package app.afterwell.domain;

import java.time.Duration;
import java.time.ZoneId;

/**
 * An appointment as the other pillars see it.
 *
 * @param zone of the location
 * @param country of the location, ISO 3166-1 alpha-2; it decides the emergency number that a client is shown
 * @param serviceName as the clinic calls it
 */
public record Visit(
        AppointmentId id,
        ClientId client,
        PractitionerId practitioner,
        String practitionerName,
        LocationId location,
        String locationName,
        String locationPhone,
        ZoneId zone,
        String country,
        String serviceCode,
        String serviceName,
        TimeSlot slot,
        VisitStatus status) {

    public Duration length() {
        return slot.length();
    }
}
