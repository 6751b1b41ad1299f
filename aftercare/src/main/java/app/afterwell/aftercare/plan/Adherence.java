package app.afterwell.aftercare.plan;

import java.util.Collection;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * How often an item was done, in days. A day without an answer is unknown, never "not": silence says nothing.
 *
 * @param done days that the client ticked
 * @param partly days on which it was done in part
 * @param not days of which the client says that it was not done
 * @param unknown days that are over without an answer
 * @param due all of these; 0 if none yet
 */
public record Adherence(String item, String title, int done, int partly, int not, int unknown, int due) {

    /**
     * Counts the days that are over, and those that were answered: today may still be done. A day on which the item was on
     * hold was not asked for, and counts only if it was answered.
     *
     * @param days of the plan on which it is due, 0 being the day of the visit
     * @param answers by day
     * @param onHold whether the item was on hold on a day
     * @param today which day of the plan it is
     */
    static Adherence of(
            String item,
            String title,
            Collection<Integer> days,
            Map<Integer, Kept> answers,
            IntPredicate onHold,
            int today) {
        int done = 0;
        int partly = 0;
        int not = 0;
        int unknown = 0;
        for (int day : days) {
            var answer = answers.get(day);
            if (answer == null) {
                unknown += day < today && !onHold.test(day) ? 1 : 0;
            } else {
                switch (answer) {
                    case DONE -> done++;
                    case PARTLY -> partly++;
                    case NOT -> not++;
                }
            }
        }
        return new Adherence(item, title, done, partly, not, unknown, done + partly + not + unknown);
    }
}
