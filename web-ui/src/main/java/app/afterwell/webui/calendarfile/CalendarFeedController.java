package app.afterwell.webui.calendarfile;

import app.afterwell.booking.CalendarFeeds;
import app.afterwell.booking.FeedContent;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.VisitStatus;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The calendars that programs subscribe to. The address is the key to it; a wrong one tells nothing. */
@RestController
class CalendarFeedController {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final CalendarFeeds feeds;
    private final I18NProvider texts;

    CalendarFeedController(CalendarFeeds feeds, I18NProvider texts) {
        this.feeds = feeds;
        this.texts = texts;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token, Locale language) {
        FeedContent content;
        try {
            content = feeds.read(token);
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
        var calendar = IcsCalendar.feed(
                texts.getTranslation("calendar.name", language, content.owner()),
                content.visits().stream()
                        .map(visit -> event(visit, content.therapist(), language))
                        .toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, IcsWriter.TYPE)
                .header("X-Robots-Tag", "noindex")
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .body(IcsWriter.write(calendar));
    }

    /** When, where and with whom, but not what: what somebody is treated for is nobody's business. */
    private IcsEvent event(FeedContent.Visit visit, boolean therapist, Locale language) {
        boolean off = visit.status().frees();
        var who = therapist ? visit.initials() : visit.practitioner();
        var key = therapist ? "calendar.visit" : "calendar.appointment";
        var summary = texts.getTranslation(key, language, who == null ? "" : who);
        var where = Stream.of(visit.roomName(), visit.locationName(), visit.address())
                .filter(part -> part != null && !part.isBlank())
                .skip(therapist || visit.roomName() == null ? 0 : 1)
                .collect(Collectors.joining(", "));
        return IcsEvent.of(
                visit.id() + "@afterwell",
                visit.version(),
                visit.since(),
                visit.slot(),
                visit.zone(),
                off ? texts.getTranslation("calendar.cancelled", language, summary) : summary,
                where,
                off
                        ? IcsEvent.Status.CANCELLED
                        : visit.status() == VisitStatus.BOOKED ? IcsEvent.Status.TENTATIVE : IcsEvent.Status.CONFIRMED);
    }
}
