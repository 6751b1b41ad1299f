package app.afterwell.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a time.
 *
 * @param since when they joined: whoever has waited longest comes first
 * @param offer the time that is held for them now; null for none
 */
public record WaitlistEntry(
        UUID id,
        WaitlistWish wish,
        String clientName,
        String serviceName,
        Instant since,
        @Nullable WaitlistOffer offer) {}
