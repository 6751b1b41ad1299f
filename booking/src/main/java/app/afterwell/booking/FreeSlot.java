package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a service can start, with whom and where.
 *
 * @param zone of the location
 * @param room null if the service needs none
 */
public record FreeSlot(
        TimeSlot slot,
        PractitionerId practitioner,
        String practitionerName,
        LocationId location,
        ZoneId zone,
        @Nullable RoomId room,
        @Nullable String roomName) {}
