package app.afterwell.aftercare.followup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How long an urgent task may be overdue before it climbs.
 *
 * @param urgentMinutes for what is to be done today
 * @param emergencyMinutes for what is to be done at once
 */
public record ClimbingRules(
        @Min(1) @Max(1440) int urgentMinutes,
        @Min(1) @Max(1440) int emergencyMinutes) {}
