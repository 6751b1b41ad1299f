package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A freed time that is held for one client of the waitlist.
 *
 * @param id also that of the appointment that it becomes
 * @param until when it goes to the next one
 */
public record WaitlistOffer(
        UUID id,
        ClientId client,
        ServiceId service,
        String serviceName,
        PractitionerId practitioner,
        String practitionerName,
        LocationId location,
        String locationName,
        ZoneId zone,
        TimeSlot slot,
        Instant until) {}
