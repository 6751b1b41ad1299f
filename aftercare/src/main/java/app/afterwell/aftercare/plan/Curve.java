package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.domain.Outcome;
import java.util.List;

/**
 * How the pain went after a visit, beside what was to be expected.
 *
 * @param points by time
 */
public record Curve(ExpectedBand band, List<Point> points) {

    public Curve {
        points = List.copyOf(points);
    }

    /**
     * One answer.
     *
     * @param hours after the visit's end
     * @param pain 0 to 10
     * @param expected upper edge of the band at that hour
     */
    public record Point(double hours, int pain, double expected, Outcome outcome) {}
}
