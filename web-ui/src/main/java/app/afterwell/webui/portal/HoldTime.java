package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Side;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a timer counts for an item, read from its dose, so that it can never differ from what the client reads: of "30
 * to 60 seconds" the lower, which is the safer.
 *
 * @param seconds of one hold
 * @param times how often, at least 1
 */
record HoldTime(int seconds, int times) {

    private static final Pattern DURATION = Pattern.compile(
            "(\\d{1,3})(?:\\s*(?:to|–|-|or)\\s*\\d{1,3})?\\s*(seconds?|sec|s|minutes?|min)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES = Pattern.compile("(\\d{1,2})\\s*times\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH_SIDE = Pattern.compile("times on each side", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HOLD_SECONDS = 90;

    /** Of an item; what is done on each side is done twice as often when both sides were worked on. */
    static Optional<HoldTime> of(PlanView.Item item) {
        boolean both = item.areas().stream().map(BodyArea::side).anyMatch(Side.BOTH::equals)
                || item.areas().stream().map(BodyArea::side).distinct().count() > 1;
        return of(item.dose())
                .map(time -> both && EACH_SIDE.matcher(item.dose()).find()
                        ? new HoldTime(time.seconds(), time.times() * 2)
                        : time);
    }

    /** Empty if the dose names no time. Only holds are repeated; of what takes minutes one is timed. */
    static Optional<HoldTime> of(String dose) {
        var duration = DURATION.matcher(dose);
        if (!duration.find()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(duration.group(1));
        boolean minutes = duration.group(2).toLowerCase(Locale.ROOT).startsWith("m");
        int seconds = minutes ? number * 60 : number;
        if (seconds == 0) {
            return Optional.empty();
        }
        var times = TIMES.matcher(dose);
        boolean repeated = seconds <= LONGEST_HOLD_SECONDS && times.find();
        return Optional.of(new HoldTime(seconds, repeated ? Math.clamp(Integer.parseInt(times.group(1)), 1, 10) : 1));
    }
}
