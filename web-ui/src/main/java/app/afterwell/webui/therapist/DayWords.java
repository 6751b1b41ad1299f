package app.afterwell.webui.therapist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
        return localized("MMMMEEEEd").format(instant.atZone(zone));
    }

    /** Such as "Tue 24 Nov". */
    String shortDay(Instant instant) {
        return localized("MMMEd").format(instant.atZone(zone));
    }

    /** Such as "24 November 2026". */
    String fullDay(Instant instant) {
        return date(date(instant));
    }

    String date(LocalDate date) {
        return localized("yMMMMd").format(date);
    }

    /** Such as "10 Nov". */
    String shortDate(LocalDate date) {
        return localized("MMMd").format(date);
    }

    LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private DateTimeFormatter localized(String parts) {
        return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale);
    }
}
