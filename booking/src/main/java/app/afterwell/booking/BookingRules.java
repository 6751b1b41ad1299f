package app.afterwell.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Within what limits a location's times are offered.
 *
 * @param stepMinutes free times are offered at multiples of this by the location's clock, 5 to 60
 * @param leadMinutes how long ahead clients must book themselves
 * @param horizonDays how many days ahead clients may book themselves
 * @param noticeHours until how long before the start clients may move, and cancel without its counting as late
 */
public record BookingRules(
        @Min(5) @Max(60) int stepMinutes,
        @Min(0) int leadMinutes,
        @Min(1) @Max(730) int horizonDays,
        @Min(0) int noticeHours) {

    /** A quarter of an hour's step, two hours' lead, 90 days' horizon, a day's notice. */
    public static BookingRules usual() {
        return new BookingRules(15, 120, 90, 24);
    }
}
