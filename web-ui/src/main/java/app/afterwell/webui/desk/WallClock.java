package app.afterwell.webui.desk;

import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.TimeSlot;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a place's times are written for a reader.
 *
 * @param zone of the place
 * @param locale of the reader: how they write dates and numbers
 * @param country of the place, ISO 3166-1 alpha-2
 * @param step from one time to choose from to the next
 */
record WallClock(ZoneId zone, Locale locale, String country, Duration step) {

    private static final Duration USUAL_STEP = Duration.ofMinutes(15);

    private static final Pattern YEAR_AT_END = Pattern.compile("[,.]?\\s*('[^']*'\\s*)?y+[^yMdE]*$");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A place's times for whoever reads the page in that language. */
    static WallClock of(LocationInfo place, Locale language) {
        return new WallClock(
                place.zone(),
                reader(language, place.country()),
                place.country(),
                step(place.rules().stepMinutes()));
    }

    /** A field lists times from a quarter of an hour apart on, and a list helps only if it comes out even with the hour. */
    private static Duration step(int minutes) {
        return IntStream.iterate(minutes, step -> step <= 60, step -> step + minutes)
                .filter(step -> step >= USUAL_STEP.toMinutes() && 60 % step == 0)
                .mapToObj(Duration::ofMinutes)
                .findFirst()
                .orElse(USUAL_STEP);
    }

    /** Times of a zone for whoever reads the page in that language. */
    static WallClock of(ZoneId zone, Locale language) {
        var locale = reader(language, "");
        return new WallClock(zone, locale, locale.getCountry(), USUAL_STEP);
    }

    /** Times for whoever reads the page in that language, with the first of these places as a guess at their customs. */
    static WallClock of(List<LocationInfo> places, Locale language) {
        return places.isEmpty() ? of(ZoneOffset.UTC, language) : of(places.getFirst(), language);
    }

    /** The same reader's times of another zone. */
    WallClock in(ZoneId other) {
        return new WallClock(other, locale, country, step);
    }

    /** The browser knows the reader's customs; where it does not, those of the country are the best guess. */
    private static Locale reader(Locale language, String country) {
        var session = VaadinSession.getCurrent();
        @Nullable Locale browser = session == null ? null : session.getBrowser().getLocale();
        if (browser != null
                && browser.getLanguage().equals(language.getLanguage())
                && !browser.getCountry().isEmpty()) {
            return browser;
        }
        return new Locale.Builder()
                .setLanguage(language.getLanguage())
                .setRegion(country)
                .build();
    }

    /** Lets somebody choose one of the place's times, as they write times. */
    void offer(TimePicker field) {
        field.setLocale(locale);
        field.setStep(step);
    }

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
        var full = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.FULL, null, IsoChronology.INSTANCE, locale);
        // No skeleton of the locale data has both words in full, so the year is taken off the end.
        return DateTimeFormatter.ofPattern(YEAR_AT_END.matcher(full).replaceFirst(""), locale)
                .format(date);
    }

    /** Such as Tue 24. */
    String weekday(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE d", locale).format(date);
    }

    /** Such as 23 Nov – 29 Nov. */
    String days(LocalDate first, LocalDate last) {
        var day = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        return day.format(first) + " – " + day.format(last);
    }

    /** Such as Tue, 24 Nov. */
    String shortDay(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(locale).format(date);
    }

    /** Such as 24 November 2026. */
    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** Such as November 2026. */
    String month(LocalDate date) {
        return DateTimeFormatter.ofPattern("LLLL y", locale).format(date);
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
