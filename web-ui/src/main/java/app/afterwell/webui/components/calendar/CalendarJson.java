package app.afterwell.webui.components.calendar;

import com.vaadin.flow.internal.JacksonUtils;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a day the way {@code calendar/types.ts} reads it. */
final class CalendarJson {

    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final List<String> TEXTS = List.of("free", "taken", "moving", "moveHint", "moveCancelled", "empty");

    /** Looks a text up by its key. */
    interface Texts {
        String get(String key);
    }

    private final Clock clock;
    private final Texts texts;

    CalendarJson(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    static String wall(LocalDateTime time) {
        return WALL.format(time);
    }

    ObjectNode day(CalendarDay day, Locale locale) {
        var node = JacksonUtils.createObjectNode();
        node.put("date", day.date().toString());
        node.put("zone", day.zone().getId());
        node.put("zoneName", day.zoneName());
        node.put("label", day.label());
        node.put("locale", locale.toLanguageTag());
        node.put("serverNow", clock.millis());
        node.put("from", day.from().toString());
        node.put(
                "to",
                day.until().equals(LocalTime.MIDNIGHT) ? "24:00" : day.until().toString());
        node.put("scrollTo", day.scrollTo().toString());
        node.put("stepMinutes", day.stepMinutes());
        var columns = node.putArray("columns");
        day.columns()
                .forEach(column -> columns.addObject()
                        .put("id", column.id())
                        .put("name", column.name())
                        .put("detail", column.detail())
                        .put("now", column.now()));
        node.set("entries", entries(day.entries()));
        var shades = node.putArray("shades");
        day.shades()
                .forEach(shade -> shades.addObject()
                        .put("column", shade.column())
                        .put("start", wall(shade.start()))
                        .put("end", wall(shade.end())));
        var words = node.putObject("texts");
        TEXTS.forEach(name -> words.put(name, texts.get("desk.calendar." + name)));
        return node;
    }

    ArrayNode entries(List<CalendarDay.Entry> entries) {
        var array = JacksonUtils.createArrayNode();
        entries.forEach(entry -> array.add(entry(entry)));
        return array;
    }

    ArrayNode texts(Collection<String> values) {
        var array = JacksonUtils.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    private ObjectNode entry(CalendarDay.Entry entry) {
        var node = JacksonUtils.createObjectNode();
        node.put("id", entry.id());
        node.put("column", entry.column());
        node.put("start", wall(entry.start()));
        node.put("end", wall(entry.end()));
        node.put("tone", entry.tone());
        node.put("icon", entry.icon());
        node.put("status", entry.status());
        node.put("title", entry.title());
        node.set("lines", texts(entry.lines()));
        node.put("state", entry.state());
        node.put("brief", entry.brief());
        node.put("spoken", entry.spoken());
        var flags = node.putArray("flags");
        entry.flags().forEach(flag -> flags.addObject().put("icon", flag.icon()).put("label", flag.label()));
        node.put("movable", entry.movable());
        node.put("stretchable", entry.stretchable());
        return node;
    }
}
