package app.afterwell.booking;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Hours that return every week, by the location's clock.
 *
 * @param to the end, no longer within; midnight ({@code 00:00}) is the end of the day
 */
public record WeeklySpan(DayOfWeek day, LocalTime from, LocalTime to) {}
