package app.afterwell.webui.portal;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times as people say them, in the reader's language and at the clinic's place. */
record When(Locale locale, ZoneId zone) {

    /** The year in a language's full pattern, with what ties it to the rest. */
    private static final Pattern YEAR = Pattern.compile(",?\\s*(?:'de'\\s*)?y+\\s*(?:年|년|'г'\\.?)?\\s*");

    /** For the page that is shown: its language, as its reader's browser spells days and times in it. */
    static When here(ZoneId zone) {
        var ui = UI.getCurrent();
        var language = ui.getLocale();
        @Nullable Locale browser = ui.getSession().getBrowser().getLocale();
        if (browser != null && browser.getLanguage().equals(language.getLanguage())) {
            return new When(browser, zone);
        }
        return new When(language, zone);
    }

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
        var withYear = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.FULL, null, IsoChronology.INSTANCE, locale);
        return DateTimeFormatter.ofPattern(YEAR.matcher(withYear).replaceAll(""), locale)
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
