package app.afterwell.webui.record;

import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.Attachment;
import app.afterwell.aftercare.note.AttachmentId;
import app.afterwell.aftercare.note.Attachments;
import app.afterwell.aftercare.note.Charts;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.RecordedNote;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Side;
import app.afterwell.domain.Visits;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes and charts as PDF: all versions and addenda, the clinic and the client on each page, tagged for screen readers.
 * Who may have them is asked, and written into the audit trail, each time one is made.
 */
@Component
public class RecordPdf {

    private static final String TYPE = "application/pdf";

    private final Charts charts;
    private final Attachments attachments;
    private final ClientDirectory clients;
    private final Visits visits;
    private final I18NProvider texts;
    private final Clock clock;

    RecordPdf(
            Charts charts,
            Attachments attachments,
            ClientDirectory clients,
            Visits visits,
            I18NProvider texts,
            Clock clock) {
        this.charts = charts;
        this.attachments = attachments;
        this.clients = clients;
        this.visits = visits;
        this.texts = texts;
        this.clock = clock;
    }

    /** A link that makes the document of a visit's note when it is followed. */
    public Anchor note(AppointmentId appointment, String text, Locale locale) {
        return link(() -> ofNote(appointment, locale), "note-" + appointment + ".pdf", text);
    }

    /** A link that makes the document of a whole chart when it is followed. */
    public Anchor chart(ClientId client, String text, Locale locale) {
        return link(() -> ofChart(client, locale), "chart-" + client + ".pdf", text);
    }

    private static Anchor link(Supplier<byte[]> document, String name, String text) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    var bytes = document.get();
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name, TYPE, bytes.length);
                }),
                AttachmentType.DOWNLOAD,
                text);
        link.addClassName("btn");
        return link;
    }

    /** The note of a visit in all its versions. */
    public byte[] ofNote(AppointmentId appointment, Locale locale) {
        var notes = charts.export(appointment);
        if (notes.isEmpty()) {
            throw new NotFoundException("a signed note of visit " + appointment);
        }
        var clinic =
                visits.visit(appointment).map(visit -> visit.locationName()).orElse("");
        return write(notes, card(notes.getFirst().client()), clinic, "record.paper.note", true, locale);
    }

    /** All signed notes of a client in all their versions, newest first. */
    public byte[] ofChart(ClientId client, Locale locale) {
        var notes = charts.record(client);
        var clinic = notes.isEmpty()
                ? ""
                : visits.visit(notes.getFirst().appointment())
                        .map(visit -> visit.locationName())
                        .orElse("");
        return write(notes, card(client), clinic, "record.paper.chart", false, locale);
    }

    private ClientCard card(ClientId client) {
        var card = clients.cards(Set.of(client)).get(client);
        if (card == null) {
            throw new NotFoundException("client " + client);
        }
        return card;
    }

    /** @param pictures whether photos are in the document itself; else they are named, as papers always are */
    private byte[] write(
            List<RecordedNote> notes, ClientCard card, String clinic, String key, boolean pictures, Locale locale) {
        var words = new Words(texts, locale);
        var born = card.birthDate() == null
                ? card.name()
                : words.say("record.paper.born", card.name(), words.date(card.birthDate()));
        var printed = words.say("record.paper.printed", words.time(clock.instant(), card.zone()), card.zone());
        var paper = new Paper(
                locale, words.say(key, card.name()), clinic, born, words.say("record.paper.page", "#", "##"), printed);
        paper.heading(1, words.say(key, card.name()));
        paper.line("muted", words.say("record.paper.count", notes.size()));
        var shown = new HashSet<AttachmentId>();
        notes.forEach(note -> write(paper, note, file -> pictures && shown.add(file.id()), words));
        return paper.pdf();
    }

    /** @param pictured whether this photo is to be seen here; one that several versions have is seen once */
    private void write(Paper paper, RecordedNote note, Predicate<Attachment> pictured, Words words) {
        paper.open("note")
                .heading(
                        2,
                        words.say("record.paper.visit", words.time(note.visitStart(), note.zone()), note.revision()));
        if (!note.inForce()) {
            paper.line("old", words.say("record.paper.superseded"));
        }
        paper.line("", words.say("record.paper.signed", note.signedBy(), words.time(note.signedAt(), note.zone())));
        if (note.amendmentReason() != null) {
            paper.line("", words.say("record.version.why", note.amendmentReason()));
        }
        if (!note.session().areas().isEmpty()) {
            paper.heading(3, words.say("record.row.areas"));
            paper.list(note.session().areas().stream().map(words::area).toList());
        }
        var before = note.session().painBefore();
        var after = note.session().painAfter();
        if (before != null || after != null) {
            paper.heading(3, words.say("session.signed.pain"));
            paper.line("", words.say("session.signed.pain.of", value(before), value(after)));
        }
        part(paper, words, "session.goals", words.list(note.session().goals()));
        part(paper, words, "session.text.subjective", note.text().subjective());
        part(paper, words, "session.text.objective", note.text().objective());
        part(paper, words, "session.text.assessment", note.text().assessment());
        part(paper, words, "session.text.plan", note.text().plan());
        if (!note.plan().isEmpty()) {
            paper.heading(
                    3,
                    words.say(
                            "record.paper.plan",
                            words.date(note.startsOn()),
                            words.date(note.endsOn()),
                            note.protocolVersion()));
            paper.list(note.plan().stream()
                    .map(item -> item.dose().isBlank() ? item.title() : item.title() + ": " + item.dose())
                    .toList());
        }
        if (!note.files().isEmpty()) {
            paper.heading(3, words.say("session.files"));
            note.files().forEach(file -> write(paper, note, file, pictured, words));
        }
        note.addenda().forEach(addendum -> write(paper, addendum, note.zone(), words));
        paper.line("hash", words.say("record.paper.hash", note.hash()));
        paper.close();
    }

    private void write(Paper paper, RecordedNote note, Attachment file, Predicate<Attachment> pictured, Words words) {
        paper.line(
                "",
                words.say("record.paper.file", file.name(), file.addedBy(), words.time(file.addedAt(), note.zone())));
        if (file.isImage() && pictured.test(file)) {
            paper.picture(
                    Picture.of(attachments.read(note.appointment(), file.id()).bytes()), file.name());
        }
        paper.line("hash", words.say("record.paper.file.hash", file.hash()));
    }

    private static void write(Paper paper, NoteView.Addendum addendum, ZoneId zone, Words words) {
        paper.open("added")
                .heading(3, words.say("record.paper.addendum", addendum.by(), words.time(addendum.at(), zone)))
                .line("muted", addendum.reason())
                .line("lines", addendum.text())
                .close();
    }

    private static void part(Paper paper, Words words, String key, String said) {
        if (!said.isBlank()) {
            paper.heading(3, words.say(key)).line("lines", said);
        }
    }

    private static Object value(@Nullable PainScore pain) {
        return pain == null ? "–" : pain.value();
    }

    /** The same words as on the pages, where no page is open. */
    private record Words(I18NProvider texts, Locale locale) {

        String say(String key, Object... values) {
            return texts.getTranslation(key, locale, values);
        }

        String of(Enum<?> code) {
            return say("vocabulary." + code.getDeclaringClass().getSimpleName() + "." + code.name());
        }

        String list(Collection<? extends Enum<?>> codes) {
            return codes.stream()
                    .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                    .map(this::of)
                    .collect(Collectors.joining(", "));
        }

        String area(BodyArea area) {
            return area.side() == Side.MIDLINE
                    ? of(area.region())
                    : say("vocabulary.area", of(area.region()), of(area.side()));
        }

        String area(WorkedArea worked) {
            var said = new ArrayList<String>();
            said.add(list(worked.findings()));
            said.add(list(worked.techniques()));
            if (worked.pressure() != null) {
                said.add(say(
                        "session.signed.pressure",
                        worked.pressure().level(),
                        say("vocabulary.Pressure." + worked.pressure().level())));
            }
            if (worked.pressureReason() != null) {
                said.add(worked.pressureReason());
            }
            return area(worked.area()) + ": "
                    + said.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
        }

        String date(LocalDate date) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(date);
        }

        String time(Instant at, ZoneId zone) {
            return date(at.atZone(zone).toLocalDate()) + ", "
                    + DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
        }
    }
}
