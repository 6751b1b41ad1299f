package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Books a client.
 *
 * @param start cut to the minute
 * @param length null for the service's own; staff only
 * @param room null for the first free one, the practitioner's usual one before others
 * @param location null for the one where the practitioner works at that time
 * @param notes the desk's; staff only
 * @param overrideReason why staff overlap another appointment, go outside hours or start in the past; null to be refused
 */
public record BookAppointment(
        ClientId client,
        ServiceId service,
        PractitionerId practitioner,
        Instant start,
        @Nullable Duration length,
        @Nullable RoomId room,
        @Nullable LocationId location,
        @Size(max = 2000) @Nullable String notes,
        @Size(min = 3, max = 500) @Nullable String overrideReason) {

    /** The service's own length in any room that is free. */
    public static BookAppointment of(ClientId client, ServiceId service, PractitionerId practitioner, Instant start) {
        return new BookAppointment(client, service, practitioner, start, null, null, null, null, null);
    }
}
