package app.afterwell.aftercare.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks are open for whoever asks; the owner gets them all, and nothing but the numbers.
 *
 * @param climbed urgent ones that were overdue for too long
 * @param climbedFree those of them that nobody has taken on
 * @param climbedSince when the longest overdue of them was due; null if there is none
 */
public record TaskCounts(
        long open,
        long urgent,
        long mine,
        long climbed,
        long climbedFree,
        @Nullable Instant climbedSince) {}
