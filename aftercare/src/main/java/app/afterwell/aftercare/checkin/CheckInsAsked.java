package app.afterwell.aftercare.checkin;

import app.afterwell.domain.CheckInId;
import java.util.List;

/** The time of these questions has come, together: their clients are to be told. */
public record CheckInsAsked(List<CheckInId> checkIns) {

    public CheckInsAsked {
        checkIns = List.copyOf(checkIns);
    }
}
