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
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment with the names that a person reads.
 *
 * @param zone of the location
 * @param slot without buffers
 * @param statusSince when it got its status
 * @param reason why it was cancelled or the client did not come
 * @param late whether it was cancelled inside the location's notice period
 * @param overrideReason why staff overlapped another appointment or went outside hours; staff only
 * @param forced whether it overlaps another one on purpose
 * @param price as it was when it was booked
 * @param notes the desk's; staff only
 * @param party what it shares with the appointments of those who come together; null for one alone
 * @param series what it shares with the appointments that return; null for one that does not
 */
public record AppointmentInfo(
        AppointmentId id,
        long version,
        ClientId client,
        String clientName,
        ServiceId service,
        String serviceCode,
        String serviceName,
        PractitionerId practitioner,
        String practitionerName,
        LocationId location,
        String locationName,
        ZoneId zone,
        @Nullable RoomId room,
        @Nullable String roomName,
        TimeSlot slot,
        VisitStatus status,
        Instant statusSince,
        @Nullable String reason,
        boolean late,
        boolean forced,
        @Nullable String overrideReason,
        Money price,
        @Nullable String notes,
        @Nullable UUID party,
        @Nullable UUID series) {}
