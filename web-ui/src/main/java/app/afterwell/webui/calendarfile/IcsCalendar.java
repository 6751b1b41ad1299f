package app.afterwell.webui.calendarfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one calendar file says.
 *
 * @param method {@code PUBLISH} for a feed, {@code REQUEST} and {@code CANCEL} for mail to somebody
 * @param name what a calendar program calls it; null for a mail's attachment
 */
public record IcsCalendar(Method method, @Nullable String name, List<IcsEvent> events) {

    public IcsCalendar {
        events = List.copyOf(events);
    }

    /** What the reader is to do with it (RFC 5546). */
    public enum Method {
        PUBLISH,
        REQUEST,
        CANCEL
    }

    /** A calendar that somebody subscribes to. */
    public static IcsCalendar feed(String name, List<IcsEvent> events) {
        return new IcsCalendar(Method.PUBLISH, name, events);
    }

    /** An invitation in a mail; a cancelled event makes it a cancellation. */
    public static IcsCalendar mail(IcsEvent event) {
        return new IcsCalendar(
                event.status() == IcsEvent.Status.CANCELLED ? Method.CANCEL : Method.REQUEST, null, List.of(event));
    }
}
