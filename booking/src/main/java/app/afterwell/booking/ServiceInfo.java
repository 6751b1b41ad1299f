package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Set;

/**
 * What the clinic offers.
 *
 * @param version 0 for a new one
 * @param code short and stable, for the API and for imports
 * @param description for clients
 * @param minutes how long the client is treated
 * @param bufferBefore minutes the practitioner and the room are taken before the start
 * @param bufferAfter minutes the practitioner and the room are taken after the end
 * @param onlineBookable whether clients may book it themselves
 * @param practitioners who can give it
 * @param rooms where it can be given
 */
public record ServiceInfo(
        ServiceId id,
        long version,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_-]+") String code,
        @NotBlank String name,
        String description,
        @Min(5) @Max(480) int minutes,
        @Min(0) @Max(120) int bufferBefore,
        @Min(0) @Max(120) int bufferAfter,
        Money price,
        boolean onlineBookable,
        boolean active,
        Set<PractitionerId> practitioners,
        Set<RoomId> rooms) {

    public ServiceInfo {
        practitioners = Set.copyOf(practitioners);
        rooms = Set.copyOf(rooms);
    }

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
