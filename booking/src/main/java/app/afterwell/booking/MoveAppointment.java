package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives an appointment another time, length, practitioner or room.
 *
 * @param version of the appointment that was looked at
 * @param start cut to the minute
 * @param length null to keep it; staff only
 * @param practitioner null to keep them
 * @param room null to keep it where it is free, otherwise the first free one
 * @param overrideReason why staff overlap another appointment, go outside hours or into the past; null to be refused
 */
public record MoveAppointment(
        AppointmentId id,
        long version,
        Instant start,
        @Nullable Duration length,
        @Nullable PractitionerId practitioner,
        @Nullable RoomId room,
        @Size(min = 3, max = 500) @Nullable String overrideReason) {

    /** Another time, all else as it was. */
    public static MoveAppointment to(AppointmentId id, long version, Instant start) {
        return new MoveAppointment(id, version, start, null, null, null, null);
    }
}
