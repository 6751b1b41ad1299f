package app.afterwell.aftercare.followup;

import app.afterwell.domain.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a task's history, as far as whoever asks may read it.
 *
 * @param by null if it happened by itself
 * @param toName to whom it was handed over
 * @param toRole to which role it was handed over
 * @param until when it comes back after a snooze
 * @param remark what was said; null if nothing was, or if it is not for whoever asks
 * @param hidden whether something was said that is not for whoever asks
 */
public record TaskEvent(
        TaskStep step,
        Instant at,
        @Nullable String by,
        @Nullable String toName,
        @Nullable Role toRole,
        @Nullable Instant until,
        @Nullable String remark,
        boolean hidden) {}
