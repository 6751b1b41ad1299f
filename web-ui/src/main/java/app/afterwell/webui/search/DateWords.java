package app.afterwell.webui.search;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a day the way people type it: 2026-11-24, 24.11., 24/11, 24 Nov, Nov 24. */
final class DateWords {

    private static final int HALF_A_YEAR = 182;

    private DateWords() {}

    /** The day that is meant; one without a year is the nearest such day. */
    static Optional<LocalDate> read(String typed, LocalDate today, Locale locale) {
        var text = typed.strip();
        boolean monthFirst = locale.getCountry().equals("US");
        var patterns = List.of(
                "uuuu-M-d",
                monthFirst ? "M/d/uuuu" : "d/M/uuuu",
                "d.M.uuuu",
                "d MMM uuuu",
                monthFirst ? "M/d" : "d/M",
                "d.M.",
                "d.M",
                "d MMMM",
                "d MMM",
                "MMMM d",
                "MMM d");
        return patterns.stream()
                .flatMap(pattern -> parse(pattern, text, locale).stream())
                .flatMap(found -> day(found, today).stream())
                .findFirst();
    }

    private static Optional<TemporalAccessor> parse(String pattern, String text, Locale locale) {
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale);
        var position = new ParsePosition(0);
        var found = format.parseUnresolved(text, position);
        if (found == null || position.getErrorIndex() >= 0 || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private static Optional<LocalDate> day(TemporalAccessor found, LocalDate today) {
        try {
            var day = MonthDay.of(
                    (int) found.getLong(ChronoField.MONTH_OF_YEAR), (int) found.getLong(ChronoField.DAY_OF_MONTH));
            if (found.isSupported(ChronoField.YEAR)) {
                return Optional.of(day.atYear((int) found.getLong(ChronoField.YEAR)));
            }
            var near = day.atYear(today.getYear());
            if (near.isBefore(today.minusDays(HALF_A_YEAR))) {
                near = day.atYear(today.getYear() + 1);
            } else if (near.isAfter(today.plusDays(HALF_A_YEAR))) {
                near = day.atYear(today.getYear() - 1);
            }
            return Optional.of(near);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
