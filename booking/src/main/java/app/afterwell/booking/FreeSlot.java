package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import java.time.ZoneId;

/**
 * A time at which a service can start, with whom and where.
 *
 * @param zone of the location
 */
public record FreeSlot(
        TimeSlot slot,
        PractitionerId practitioner,
        String practitionerName,
        LocationId location,
        ZoneId zone,
        RoomId room,
        String roomName) {}
