package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the take-care banner before a session, for staff.
 *
 * @param rule code of the before-session rule, such as {@code light-pressure}
 * @param headline what everybody on the staff may read, without details
 * @param detail what a therapist reads; may name conditions
 * @param areas which areas it is about; empty means the whole body
 * @param maxPressure the highest pressure that needs no reason, 1 to 5; null if the rule sets none
 * @param stops whether the session must not start before somebody has decided (postpone, clearance)
 */
public record CareWarning(
        String rule,
        String headline,
        String detail,
        List<BodyArea> areas,
        @Nullable Integer maxPressure,
        boolean stops,
        List<Because> because) {

    public CareWarning {
        areas = List.copyOf(areas);
        because = List.copyOf(because);
    }
}
