package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that is kept for a client.
 *
 * @param id also that of the appointment that it becomes
 * @param until when it may go to somebody else
 */
public record HeldSlot(
        UUID id,
        ClientId client,
        ServiceId service,
        PractitionerId practitioner,
        LocationId location,
        @Nullable RoomId room,
        TimeSlot slot,
        Instant until) {}
