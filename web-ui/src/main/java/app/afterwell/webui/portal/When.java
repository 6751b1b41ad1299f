package app.afterwell.webui.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days and times as people say them, in the reader's language and at the clinic's place. */
record When(Locale locale, ZoneId zone) {

    /** The name of the day of the week. */
    String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    String weekday(Instant at) {
        return weekday(date(at));
    }

    String shortWeekday(Instant at) {
        return date(at).getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** Weekday, day and month. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMMEEEEd")
                .withLocale(locale)
                .format(day);
    }

    String day(Instant at) {
        return day(date(at));
    }

    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone))
                .replace('\u202f', '\u00a0');
    }

    /** The zone's name, for a reader whose own clock shows another. */
    String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
