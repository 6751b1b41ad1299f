package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A practitioner's break that returns every week, by the location's clock.
 *
 * @param to the end, no longer within; midnight ({@code 00:00}) is the end of the day
 * @param label what the day board calls it
 */
public record BreakSpan(LocationId location, DayOfWeek day, LocalTime from, LocalTime to, String label) {}
