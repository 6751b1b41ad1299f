package app.afterwell.aftercare.engine;

/**
 * The upper edge of the pain that is to be expected after a session: from the baseline at hour 0 it rises in a straight
 * line to its peak at 24 h and falls in a straight line back to the baseline at its end.
 *
 * @param baseline pain after the session, 0 to 10
 * @param peak pain at 24 h, at most 10
 * @param endHours hours after the session at which the edge is back at the baseline, at most 72
 */
public record ExpectedBand(int baseline, int peak, int endHours) {

    private static final double PEAK_HOUR = 24;

    /** The upper edge so many hours after the session, on the pain scale of 0 to 10. */
    public double upperEdge(double hours) {
        if (hours <= 0 || hours >= endHours) {
            return baseline;
        }
        double rise = peak - (double) baseline;
        return hours <= PEAK_HOUR
                ? baseline + rise * hours / PEAK_HOUR
                : baseline + rise * (endHours - hours) / (endHours - PEAK_HOUR);
    }
}
