package app.afterwell.webui.messages;

import app.afterwell.domain.Visit;
import app.afterwell.intake.Way;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message has come to when its time is there. */
sealed interface Composed {

    /**
     * It goes out.
     *
     * @param told the appointment as the client knows it from then on; null if the message does not say
     */
    record Ready(
            Way way,
            MessageText text,
            Letter letter,
            @Nullable Told told) implements Composed {}

    /** It is not to be sent: not true any more, or not wanted. */
    record Drop(String why) implements Composed {}

    /** It cannot be sent: there is no way to reach the client. */
    record Stuck(String why) implements Composed {}

    /** Not now. */
    record Later(Instant when) implements Composed {}

    /** What a client knows of an appointment. */
    record Told(Visit visit, boolean cancelled, int sequence) {}
}
