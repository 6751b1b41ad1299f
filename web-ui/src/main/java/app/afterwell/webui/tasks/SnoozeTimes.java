package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.Urgency;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** When a task that is put aside may come back, by the clock of the place where the visit was. */
final class SnoozeTimes {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private SnoozeTimes() {}

    /** A time with the key of its words. */
    record Choice(String key, Instant at) {}

    /** What is usually wanted: minutes for what is urgent, days for the rest; nothing for an emergency. */
    static List<Choice> of(Urgency urgency, Instant now, ZoneId zone) {
        if (urgency == Urgency.EMERGENCY) {
            return List.of();
        }
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var choices = new ArrayList<Choice>();
        if (urgency == Urgency.URGENT) {
            choices.add(new Choice("quarter", minute.plus(Duration.ofMinutes(15))));
            choices.add(new Choice("hour", minute.plus(Duration.ofHours(1))));
            choices.add(new Choice("hours", minute.plus(Duration.ofHours(3))));
            return choices;
        }
        var today = now.atZone(zone).toLocalDate();
        choices.add(new Choice("hour", minute.plus(Duration.ofHours(1))));
        choices.add(new Choice("hours", minute.plus(Duration.ofHours(3))));
        choices.add(new Choice(
                "tomorrow", today.plusDays(1).atTime(MORNING).atZone(zone).toInstant()));
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        if (!monday.equals(today.plusDays(1))) {
            choices.add(new Choice("monday", monday.atTime(MORNING).atZone(zone).toInstant()));
        }
        return choices;
    }
}
