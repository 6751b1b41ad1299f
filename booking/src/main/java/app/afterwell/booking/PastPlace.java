package app.afterwell.booking;

import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment stood before somebody moved it.
 *
 * @param movedAt when it was moved away from there
 * @param movedBy the name of whoever did
 */
public record PastPlace(
        Instant movedAt,
        String movedBy,
        TimeSlot slot,
        String practitionerName,
        @Nullable String roomName) {}
