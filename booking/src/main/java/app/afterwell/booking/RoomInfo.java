package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.RoomId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * A treatment room.
 *
 * @param version 0 for a new one
 * @param lanes how many clients fit at a time; a couples room has two
 * @param turnoverMinutes how long it stands empty after each visit, beyond the service's own buffer
 */
public record RoomInfo(
        RoomId id,
        long version,
        LocationId location,
        @NotBlank String name,
        @Min(1) @Max(20) int lanes,
        @Min(0) @Max(240) int turnoverMinutes,
        boolean active) {}
