package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Technique;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One area that was worked on.
 *
 * @param pressure null where no pressure was noted (yet)
 * @param pressureReason why more pressure was used than the before-session rules allow
 */
public record WorkedArea(
        BodyArea area,
        Set<Finding> findings,
        Set<Technique> techniques,
        @Nullable Pressure pressure,
        @Nullable String pressureReason) {

    public WorkedArea {
        findings = Set.copyOf(findings);
        techniques = Set.copyOf(techniques);
    }
}
