package app.afterwell.webui.messages;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what a text looks like to somebody who does not exist. */
@Component
class MessagePreview {

    private static final LocalTime THREE = LocalTime.of(15, 0);

    private final LetterWriter writer;
    private final app.afterwell.booking.Directory directory;
    private final MessageProperties properties;
    private final Clock clock;

    MessagePreview(
            LetterWriter writer, app.afterwell.booking.Directory directory, MessageProperties properties, Clock clock) {
        this.writer = writer;
        this.directory = directory;
        this.properties = properties;
        this.clock = clock;
    }

    LetterWriter.Written of(MessageText text, Wording wording, Locale language) {
        var place = directory.locations().stream().findFirst();
        var zone = place.map(location -> location.zone()).orElse(java.time.ZoneOffset.UTC);
        var start = java.time.LocalDate.now(clock.withZone(zone))
                .plusDays(3)
                .atTime(THREE)
                .atZone(zone)
                .toInstant();
        var client = ClientId.next();
        var card = new ClientCard(client, "Alex Example", null, null, null, zone, language);
        var visit = new Visit(
                AppointmentId.next(),
                client,
                PractitionerId.next(),
                directory.practitioners().stream()
                        .findFirst()
                        .map(practitioner -> practitioner.name())
                        .orElse("–"),
                place.map(location -> location.id()).orElseGet(LocationId::next),
                place.map(location -> location.name()).orElse("–"),
                place.map(location -> location.phone()).orElse(""),
                zone,
                place.map(location -> location.country()).orElse("GB"),
                "",
                directory.services().stream()
                        .findFirst()
                        .map(service -> service.name())
                        .orElse("–"),
                TimeSlot.of(start, Duration.ofHours(1)),
                VisitStatus.BOOKED);
        return writer.write(
                text,
                wording,
                card,
                visit,
                properties.baseUrl() + "/…",
                text.topic().necessary() ? null : properties.baseUrl() + "/stop/…",
                Map.of("count", "3", "weeks", "6", "until", "12:40", "since", "Monday 09:15"));
    }
}
