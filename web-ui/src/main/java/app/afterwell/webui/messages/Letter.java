package app.afterwell.webui.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to go.
 *
 * @param id the same at every attempt, so that whoever receives it can tell a repeat
 * @param text plain; of a text message all there is
 * @param html empty for a text message
 * @param stop address that ends this topic by one click; null for what is necessary
 * @param calendar an iCalendar object; null if the letter has none
 */
record Letter(
        UUID id,
        String to,
        String subject,
        String text,
        String html,
        @Nullable String stop,
        @Nullable CalendarPart calendar) {

    /** @param method as in the object, such as REQUEST */
    record CalendarPart(String method, String content) {}
}
