package app.afterwell.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a safety profile.
 *
 * @param areas where it is; empty means the whole body
 * @param since the day it began, if known; in the client's calendar
 * @param until the day it was expected to end, if known. It never lapses by itself: after that day it is asked again
 * @param clearedBy who gave written clearance, if anybody did
 * @param pending the client has taken it away and the therapist has not agreed yet; until then it counts
 */
public record ConditionEntry(
        Condition code,
        Set<BodyArea> areas,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String clearedBy,
        boolean pending) {

    public ConditionEntry {
        areas = Set.copyOf(areas);
    }

    /** A condition of the whole body of which nothing more is known. */
    public static ConditionEntry of(Condition code) {
        return new ConditionEntry(code, Set.of(), null, null, null, false);
    }
}
