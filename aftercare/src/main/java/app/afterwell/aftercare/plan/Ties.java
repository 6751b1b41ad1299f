package app.afterwell.aftercare.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What ties a therapist to a client.
 *
 * @param appointment whether the client has or had an appointment with them that was not cancelled
 * @param wrote whether they saved or signed a note of this client, as whoever covers for a colleague does
 * @param glassUntil until when they broke the glass, the last time that they did; null if they never did
 * @param reason what they said then
 */
record Ties(
        boolean appointment,
        boolean wrote,
        @Nullable Instant glassUntil,
        @Nullable String reason) {

    static final Ties NONE = new Ties(false, false, null, null);
    static final Ties TREATS = new Ties(true, false, null, null);
}
