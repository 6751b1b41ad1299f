package app.afterwell.aftercare.outcome;

import app.afterwell.domain.LocationId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which visits are counted: whole months only, because two periods that differ by a day would give away that day's client.
 *
 * @param location null for all
 */
public record OutcomeFilter(
        YearMonth from, YearMonth to, @Nullable LocationId location) {}
