package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.List;

/**
 * A place where the clinic treats.
 *
 * @param version 0 for a new one
 * @param code short and stable, for addresses and the API
 * @param country ISO 3166-1 alpha-2
 * @param hours when it is open; several spans a day are allowed
 */
public record LocationInfo(
        LocationId id,
        long version,
        @NotBlank @Pattern(regexp = "[a-z0-9-]+") String code,
        @NotBlank String name,
        ZoneId zone,
        @Pattern(regexp = "[A-Z]{2}") String country,
        @NotBlank String phone,
        String address,
        List<WeeklySpan> hours,
        @Valid BookingRules rules,
        boolean active) {

    public LocationInfo {
        hours = List.copyOf(hours);
    }
}
