package app.afterwell.aftercare.engine;

import app.afterwell.domain.Goal;
import app.afterwell.domain.PainScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The structured part of a session note: all that the engine knows of the session.
 *
 * @param date the day of the visit in the location's calendar
 * @param minutes how long it was
 * @param picks codes of the items that the therapist chose
 */
public record SessionFindings(
        LocalDate date,
        int minutes,
        List<WorkedArea> areas,
        @Nullable PainScore painBefore,
        @Nullable PainScore painAfter,
        Set<Goal> goals,
        Set<String> picks) {

    public SessionFindings {
        areas = List.copyOf(areas);
        goals = Set.copyOf(goals);
        picks = Set.copyOf(picks);
    }
}
