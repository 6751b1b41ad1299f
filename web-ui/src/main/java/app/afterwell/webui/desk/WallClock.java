package app.afterwell.webui.desk;

import app.afterwell.domain.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * How a place's times are written for a reader.
 *
 * @param zone of the place
 * @param locale of the reader
 */
record WallClock(ZoneId zone, Locale locale) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** The instant at which the clock shows that; where it shows it twice, the first. */
    Instant instant(LocalDateTime wall) {
        return wall.atZone(zone).toInstant();
    }

    /** Such as 13:15. */
    String time(Instant instant) {
        return TIME.format(at(instant));
    }

    /** Such as 13:15–14:15. */
    String span(TimeSlot slot) {
        return time(slot.start()) + "–" + time(slot.end());
    }

    /** Such as Tuesday 24 November. */
    String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMMEEEEd")
                .withLocale(locale)
                .format(date);
    }

    /** Such as 24 November 2026. */
    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMMd").withLocale(locale).format(date);
    }

    /** Such as November 2026. */
    String month(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale).format(date);
    }

    /** Such as 24 Nov, 13:15. */
    String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(at(instant)) + ", "
                + time(instant);
    }

    /** The zone's short name at that time, such as GMT. */
    String zoneName(Instant instant) {
        return DateTimeFormatter.ofPattern("zzz", locale).format(instant.atZone(zone));
    }

    /** The zone as one speaks of it, such as Dublin. */
    String zoneCity() {
        var id = zone.getId();
        return id.contains("/")
                ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')
                : zone.getDisplayName(TextStyle.SHORT, locale);
    }
}
