package app.afterwell.webui.components.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A day as {@link ResourceCalendar} shows it. All times are the clock on the wall of the location.
 *
 * @param zone of the location; the now-line follows it
 * @param zoneName what stands over the times
 * @param label what the board is, for those who do not see it
 * @param from first time shown
 * @param until end of the last slot shown; midnight is the end of the day
 * @param scrollTo what stands at the top at first
 */
public record CalendarDay(
        LocalDate date,
        ZoneId zone,
        String zoneName,
        String label,
        LocalTime from,
        LocalTime until,
        LocalTime scrollTo,
        int stepMinutes,
        List<Column> columns,
        List<Entry> entries,
        List<Shade> shades) {

    /**
     * Somebody or something that can be booked, or one of several days.
     *
     * @param now whether the now-line runs through it when the day is today
     */
    public record Column(String id, String name, String detail, boolean now) {}

    /**
     * Something that takes time in a column.
     *
     * @param tone names its style, {@code st-…}
     * @param icon names its drawing, {@code i-…}
     * @param status what the drawing means
     * @param lines what stands under the title while there is room
     * @param state the last line, in bold; may be empty
     * @param brief the one line under the title of a short entry
     * @param spoken what else a screen reader must know, such as the column's name
     */
    public record Entry(
            String id,
            String column,
            LocalDateTime start,
            LocalDateTime end,
            String tone,
            String icon,
            String status,
            String title,
            List<String> lines,
            String state,
            String brief,
            String spoken,
            List<Flag> flags,
            boolean movable,
            boolean stretchable) {}

    /** A small drawing at the end of an entry's title. */
    public record Flag(String icon, String label) {}

    /** A stretch of time in which a column does not work. */
    public record Shade(String column, LocalDateTime start, LocalDateTime end) {}
}
