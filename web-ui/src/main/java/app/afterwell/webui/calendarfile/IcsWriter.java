package app.afterwell.webui.calendarfile;

import app.afterwell.domain.TimeSlot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendar files by RFC 5545. Each zone is described by the very transitions that its events need, taken from the
 * rules that this system computes with, so that a calendar program shows the same local time as the clinic's own pages.
 */
public final class IcsWriter {

    /** The media type of what is written. */
    public static final String TYPE = "text/calendar;charset=UTF-8";

    private static final int LINE_OCTETS = 75;
    private static final Duration AROUND = Duration.ofDays(1);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final StringBuilder out = new StringBuilder(1024);

    private IcsWriter() {}

    public static String write(IcsCalendar calendar) {
        var writer = new IcsWriter();
        writer.calendar(calendar);
        return writer.out.toString();
    }

    private void calendar(IcsCalendar calendar) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Afterwell//Calendar//EN");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", calendar.method().name());
        if (calendar.name() != null) {
            line("NAME", text(calendar.name()));
            line("X-WR-CALNAME", text(calendar.name()));
            line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
            line("X-PUBLISHED-TTL", "PT1H");
        }
        zones(calendar).forEach(this::zone);
        calendar.events().forEach(this::event);
        line("END", "VCALENDAR");
    }

    /** Each zone with the stretch of time that its events need it for. */
    private static Map<ZoneId, TimeSlot> zones(IcsCalendar calendar) {
        var zones = new LinkedHashMap<ZoneId, TimeSlot>();
        calendar.events().stream()
                .filter(event -> !isUtc(event.zone()))
                .sorted(Comparator.comparing(event -> event.zone().getId()))
                .forEach(event -> zones.merge(event.zone(), event.slot(), IcsWriter::span));
        return zones;
    }

    private static TimeSlot span(TimeSlot one, TimeSlot other) {
        return new TimeSlot(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private void zone(ZoneId zone, TimeSlot needed) {
        var rules = zone.getRules();
        line("BEGIN", "VTIMEZONE");
        line("TZID", zone.getId());
        var from = needed.start().minus(AROUND);
        @Nullable ZoneOffsetTransition before = rules.previousTransition(from);
        if (before == null) {
            var offset = rules.getOffset(from);
            observance(false, LONG_AGO, offset, offset, zone.getId());
        } else {
            observance(rules, before, zone);
        }
        var until = needed.end().plus(AROUND);
        @Nullable ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && !next.getInstant().isAfter(until)) {
            observance(rules, next, zone);
            next = rules.nextTransition(next.getInstant());
        }
        line("END", "VTIMEZONE");
    }

    private void observance(ZoneRules rules, ZoneOffsetTransition transition, ZoneId zone) {
        observance(
                rules.isDaylightSavings(transition.getInstant()),
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH)
                        .format(transition.getInstant().atZone(zone)));
    }

    private void observance(boolean daylight, LocalDateTime start, ZoneOffset from, ZoneOffset to, String name) {
        var kind = daylight ? "DAYLIGHT" : "STANDARD";
        line("BEGIN", kind);
        line("DTSTART", LOCAL.format(start));
        line("TZOFFSETFROM", offset(from));
        line("TZOFFSETTO", offset(to));
        line("TZNAME", text(name));
        line("END", kind);
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        var text = "%s%02d%02d".formatted(offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + "%02d".formatted(seconds % 60);
    }

    private void event(IcsEvent event) {
        line("BEGIN", "VEVENT");
        line("UID", text(event.uid()));
        line("SEQUENCE", String.valueOf(event.sequence()));
        line("DTSTAMP", utc(event.stamp()));
        line("LAST-MODIFIED", utc(event.stamp()));
        time("DTSTART", event.slot().start(), event.zone());
        time("DTEND", event.slot().end(), event.zone());
        line("SUMMARY", text(event.summary()));
        if (event.location() != null) {
            line("LOCATION", text(event.location()));
        }
        if (event.description() != null) {
            line("DESCRIPTION", text(event.description()));
        }
        if (event.url() != null) {
            line("URL", event.url());
        }
        line("STATUS", event.status().name());
        line("TRANSP", event.status() == IcsEvent.Status.CANCELLED ? "TRANSPARENT" : "OPAQUE");
        if (event.organizer() != null) {
            line(
                    "ORGANIZER;CN=" + parameter(event.organizer().name()),
                    "mailto:" + event.organizer().email());
        }
        if (event.attendee() != null) {
            line(
                    "ATTENDEE;CN=" + parameter(event.attendee().name()),
                    "mailto:" + event.attendee().email());
        }
        line("END", "VEVENT");
    }

    private void time(String name, Instant at, ZoneId zone) {
        // The hour that comes twice cannot be told apart by a local time, so it is written in UTC.
        boolean twice = zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, zone))
                        .size()
                > 1;
        if (isUtc(zone) || twice) {
            line(name, utc(at));
        } else {
            line(name + ";TZID=" + zone.getId(), LOCAL.format(at.atZone(zone)));
        }
    }

    private static String utc(Instant at) {
        return LOCAL.format(at.atZone(ZoneOffset.UTC)) + "Z";
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    private static String parameter(String value) {
        return '"' + value.replaceAll("[\"\\p{Cntrl}]", "'") + '"';
    }

    /** One content line, folded so that no line is longer than the standard allows and no character is cut in two. */
    private void line(String name, String value) {
        int octets = 0;
        var whole = name + ":" + value;
        for (int index = 0; index < whole.length(); ) {
            int character = whole.codePointAt(index);
            var written = Character.toString(character);
            int size = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(written);
            octets += size;
            index += Character.charCount(character);
        }
        out.append("\r\n");
    }
}
