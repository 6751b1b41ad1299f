package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment from elsewhere, as it stands. Its lane in the room is found on loading.
 *
 * @param slot without buffers
 * @param reason why it was cancelled or the client did not come
 */
public record ImportedAppointment(
        AppointmentId id,
        ClientId client,
        ServiceId service,
        PractitionerId practitioner,
        LocationId location,
        @Nullable RoomId room,
        TimeSlot slot,
        VisitStatus status,
        @Nullable String reason,
        Instant bookedAt) {}
