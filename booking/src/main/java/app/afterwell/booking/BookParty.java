package app.afterwell.booking;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books clients who come together: at the same time, in the same room, each with a therapist of their own.
 *
 * @param room null for the first in which all find a place
 * @param notes the desk's, for each of them
 */
public record BookParty(
        LocationId location,
        Instant start,
        @Nullable RoomId room,
        @Size(max = 2000) @Nullable String notes,
        @Size(min = 2, max = 8) List<Member> members) {

    public BookParty {
        members = List.copyOf(members);
    }

    /** One of them. */
    public record Member(ClientId client, ServiceId service, PractitionerId practitioner) {}
}
