package app.afterwell.aftercare.engine;

import app.afterwell.domain.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came before this session.
 *
 * @param earlierPlans how many plans the client has had; 0 means that this is the first
 * @param visits newest first
 */
public record History(int earlierPlans, List<PastVisit> visits) {

    /** A client who was never here. */
    public static final History NONE = new History(0, List.of());

    public History {
        visits = List.copyOf(visits);
    }

    /**
     * One earlier visit; what is not known is null.
     *
     * @param daysAgo whole days before this session
     * @param maxPressure the strongest pressure used, 1 to 5
     * @param sorenessHours hours after the visit until the client was back at the pain they left with
     * @param outcome the gravest outcome of its check-ins
     */
    public record PastVisit(
            @Nullable Integer daysAgo,
            @Nullable Integer minutes,
            @Nullable Integer maxPressure,
            @Nullable Integer painBefore,
            @Nullable Integer painAfter,
            @Nullable Integer sorenessHours,
            @Nullable Outcome outcome) {}
}
