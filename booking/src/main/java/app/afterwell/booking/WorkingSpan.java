package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.RoomId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Hours that a practitioner works at a location every week, by the location's clock.
 *
 * @param to the end, no longer within; midnight ({@code 00:00}) is the end of the day
 * @param usualRoom the room they are given first
 */
public record WorkingSpan(
        LocationId location,
        DayOfWeek day,
        LocalTime from,
        LocalTime to,
        @Nullable RoomId usualRoom) {}
