package app.afterwell.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where in the calendar an entry stands.
 *
 * @param lane of the room, from 1; null with no room
 * @param busyFrom start with the buffer before it
 * @param busyUntil end with the buffer behind it: the practitioner's time
 * @param roomUntil that with the room's turnover: the room's time
 * @param forced whether it stands outside the constraints
 */
record Place(
        UUID location,
        UUID practitioner,
        @Nullable UUID room,
        @Nullable Integer lane,
        Instant start,
        Instant end,
        Instant busyFrom,
        Instant busyUntil,
        Instant roomUntil,
        boolean forced) {}
