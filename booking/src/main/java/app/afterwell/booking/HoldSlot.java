package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a time for a client while they decide.
 *
 * @param start cut to the minute
 * @param room null for the first free one
 * @param location null for the one where the practitioner works at that time
 */
public record HoldSlot(
        ClientId client,
        ServiceId service,
        PractitionerId practitioner,
        Instant start,
        @Nullable RoomId room,
        @Nullable LocationId location) {

    /** What {@link Availability} offered. */
    public static HoldSlot of(ClientId client, ServiceId service, FreeSlot slot) {
        return new HoldSlot(client, service, slot.practitioner(), slot.slot().start(), slot.room(), slot.location());
    }
}
