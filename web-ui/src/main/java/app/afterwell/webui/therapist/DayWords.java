package app.afterwell.webui.therapist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates and times in the reader's language, by the location's clock. */
record DayWords(ZoneId zone, Locale locale) {

    String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
    }

    String seconds(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(instant.atZone(zone));
    }

    /** Such as "Tuesday 24 November". */
    String day(Instant instant) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(instant.atZone(zone));
    }

    /** Such as "Tue 24 Nov". */
    String shortDay(Instant instant) {
        return DateTimeFormatter.ofPattern("EEE d MMM", locale).format(instant.atZone(zone));
    }

    /** Such as "24 November 2026". */
    String fullDay(Instant instant) {
        return date(date(instant));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** Such as "10 Nov". */
    String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(date);
    }

    LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
