package app.afterwell.aftercare.note;

import java.util.List;

/**
 * A free mark on the body chart.
 *
 * @param id made by the device that drew it
 * @param view on which it was drawn
 * @param points x and y in turn, in the chart's own units: 240 wide, 560 high
 */
public record PenStroke(String id, BodyView view, List<Integer> points) {

    /** The most marks that a note may have. */
    public static final int MOST = 300;

    private static final int LONGEST = 4000;
    private static final int FARTHEST = 600;

    /** @throws IllegalArgumentException if no pen could have drawn it */
    public PenStroke {
        points = List.copyOf(points);
        if (!id.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not the name of a mark");
        }
        if (points.size() < 2 || points.size() % 2 != 0 || points.size() > LONGEST) {
            throw new IllegalArgumentException("not a line");
        }
        if (points.stream().anyMatch(at -> at < -FARTHEST || at > FARTHEST)) {
            throw new IllegalArgumentException("outside of the chart");
        }
    }
}
