package app.afterwell.webui.tasks;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says when something was, is or will be, by one place's clock.
 *
 * @param now what the clock says
 */
record Moments(ZoneId zone, Locale locale, Instant now) {

    boolean isToday(Instant at) {
        return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    /** The time of a today's moment, day and time of another. */
    String time(Instant at) {
        return text(isToday(at) ? "HH:mm" : "d MMM HH:mm", at);
    }

    String day(Instant at) {
        return text("EEE d MMM", at);
    }

    String dayAndTime(Instant at) {
        return text("EEE d MMM, HH:mm", at);
    }

    private String text(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
    }
}
