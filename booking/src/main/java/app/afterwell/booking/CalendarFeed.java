package app.afterwell.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address under which a calendar program reads somebody's appointments.
 *
 * @param readAt when it was last read; null for never
 */
public record CalendarFeed(
        UUID id, Instant madeAt, @Nullable Instant readAt) {}
