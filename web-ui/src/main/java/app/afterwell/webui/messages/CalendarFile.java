package app.afterwell.webui.messages;

import app.afterwell.domain.Visit;
import app.afterwell.webui.calendarfile.IcsCalendar;
import app.afterwell.webui.calendarfile.IcsEvent;
import app.afterwell.webui.calendarfile.IcsWriter;
import java.time.Instant;

/**
 * An appointment for the client's own calendar. Its UID stays and its SEQUENCE rises with each change (RFC 5546), so that a
 * calendar replaces what it has instead of adding to it.
 */
final class CalendarFile {

    private CalendarFile() {}

    /**
     * @param summary what stands in the calendar: no word of health, others may read it
     * @param organizer the clinic
     * @param attendee the client
     */
    static Letter.CalendarPart of(
            Visit visit,
            boolean cancelled,
            int sequence,
            String summary,
            IcsEvent.Party organizer,
            IcsEvent.Party attendee,
            Instant now) {
        var calendar = IcsCalendar.mail(new IcsEvent(
                visit.id() + "@afterwell",
                sequence,
                now,
                visit.slot(),
                visit.zone(),
                summary,
                visit.locationName(),
                null,
                null,
                cancelled ? IcsEvent.Status.CANCELLED : IcsEvent.Status.CONFIRMED,
                organizer,
                attendee));
        return new Letter.CalendarPart(calendar.method().name(), IcsWriter.write(calendar));
    }
}
