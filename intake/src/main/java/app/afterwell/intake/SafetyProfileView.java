package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConditionEntry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A safety profile as the client and their therapist see it.
 *
 * @param version 0 if none is on file yet
 * @param confirmedOn the day somebody last said that it is right, in the client's calendar
 */
public record SafetyProfileView(
        ClientId client, int version, @Nullable LocalDate confirmedOn, List<Entry> conditions, String notes) {

    public SafetyProfileView {
        conditions = List.copyOf(conditions);
    }

    /** @param ask whether its dates should be asked: an acute condition with no beginning, or whose end is past */
    public record Entry(ConditionEntry condition, boolean ask) {}
}
