package app.afterwell.booking;

import static app.afterwell.domain.VisitStatus.ARRIVED;
import static app.afterwell.domain.VisitStatus.BOOKED;
import static app.afterwell.domain.VisitStatus.CANCELLED;
import static app.afterwell.domain.VisitStatus.COMPLETED;
import static app.afterwell.domain.VisitStatus.CONFIRMED;
import static app.afterwell.domain.VisitStatus.IN_SESSION;
import static app.afterwell.domain.VisitStatus.NO_SHOW;

import app.afterwell.domain.VisitStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which status may follow which, and from when on. Steps back are there so that a slip can be undone. */
final class StatusRules {

    /** The earliest time of a step. */
    enum When {
        ANY_TIME,
        FROM_ITS_DAY,
        FROM_ITS_START
    }

    static final Map<VisitStatus, Map<VisitStatus, When>> TABLE = Map.of(
            BOOKED,
                    Map.of(
                            CONFIRMED, When.ANY_TIME,
                            ARRIVED, When.FROM_ITS_DAY,
                            IN_SESSION, When.FROM_ITS_DAY,
                            NO_SHOW, When.FROM_ITS_START,
                            CANCELLED, When.ANY_TIME),
            CONFIRMED,
                    Map.of(
                            BOOKED, When.ANY_TIME,
                            ARRIVED, When.FROM_ITS_DAY,
                            IN_SESSION, When.FROM_ITS_DAY,
                            NO_SHOW, When.FROM_ITS_START,
                            CANCELLED, When.ANY_TIME),
            ARRIVED,
                    Map.of(
                            BOOKED, When.ANY_TIME,
                            CONFIRMED, When.ANY_TIME,
                            IN_SESSION, When.FROM_ITS_DAY,
                            COMPLETED, When.FROM_ITS_DAY,
                            CANCELLED, When.ANY_TIME),
            IN_SESSION, Map.of(ARRIVED, When.ANY_TIME, COMPLETED, When.FROM_ITS_DAY),
            COMPLETED, Map.of(ARRIVED, When.ANY_TIME, IN_SESSION, When.ANY_TIME),
            NO_SHOW, Map.of(BOOKED, When.ANY_TIME, CONFIRMED, When.ANY_TIME, ARRIVED, When.FROM_ITS_DAY),
            CANCELLED, Map.of(BOOKED, When.ANY_TIME, CONFIRMED, When.ANY_TIME));

    private StatusRules() {}

    /** Null if {@code to} cannot follow {@code from}. */
    static @Nullable When step(VisitStatus from, VisitStatus to) {
        return TABLE.getOrDefault(from, Map.of()).get(to);
    }
}
