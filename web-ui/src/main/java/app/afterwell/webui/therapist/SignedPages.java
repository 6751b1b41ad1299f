package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Visits;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.record.RecordPdf;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of a visit shows where its note is signed, being amended, or not for the one who asks. */
@org.springframework.stereotype.Component
class SignedPages {

    private final SignedNotes notes;
    private final Plans plans;
    private final BreakGlass glass;
    private final Visits visits;
    private final ClientDirectory directory;
    private final RecordPdf pdf;
    private final Clock clock;

    SignedPages(
            SignedNotes notes,
            Plans plans,
            BreakGlass glass,
            Visits visits,
            ClientDirectory directory,
            RecordPdf pdf,
            Clock clock) {
        this.notes = notes;
        this.plans = plans;
        this.glass = glass;
        this.visits = visits;
        this.directory = directory;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** The signed note, with what can be done about it by whoever treats the client. */
    Component signed(NoteView note, Runnable onChange) {
        var plan = plans.plan(Objects.requireNonNull(note.signature()).plan());
        var standing = glass.standing(note.client());
        var pen = standing.ground().writes() ? new NoteRecord.Pen(notes, onChange) : null;
        var page = new SignedNote(note, plan, clock.instant(), pdf, pen);
        if (pen == null) {
            page.notice(RecordClosed.openUntil(
                    page, standing, new DayWords(note.visit().zone(), page.locale())));
        }
        return page;
    }

    /** Above the editor of a new version: what it amends, and what becomes different. */
    Optional<AmendmentNotice> amendment(NoteView note, Runnable reload) {
        if (note.amendment() == null) {
            return Optional.empty();
        }
        var before =
                notes.version(note.visit().id(), note.revision() - 1).preview().plan();
        var titles = Stream.concat(before.offered().stream(), before.later().stream())
                .collect(Collectors.toMap(PlanResult.PlanItem::item, PlanResult.PlanItem::title, (one, other) -> one));
        var holder = new AmendmentNotice[1];
        holder[0] = new AmendmentNotice(note, titles, () -> {
            if (Says.problem(holder[0], () -> notes.dropAmendment(note.visit().id()))) {
                Says.done(holder[0].getTranslation("record.amendment.dropped"));
            }
            reload.run();
        });
        return Optional.of(holder[0]);
    }

    /** In the place of a note that is not for the one who asks: who may, and how to open it for a reason. */
    Component closed(AppointmentId appointment, Runnable onOpen) {
        var visit = visits.visit(appointment).orElseThrow(() -> new NotFoundException("visit " + appointment));
        var card = directory.cards(Set.of(visit.client())).get(visit.client());
        if (card == null) {
            throw new NotFoundException("client " + visit.client());
        }
        var main = new Main();
        main.setId("main");
        main.addClassName("sheet");
        if (glass.standing(visit.client()).ground().reads()) {
            // The record is open to read, but this note is still being written.
            var text = new Div();
            text.addClassNames("record-closed");
            text.add(
                    new H1(main.getTranslation("record.unsigned.title")),
                    new Paragraph(main.getTranslation("record.unsigned.text", visit.practitionerName())));
            main.add(text);
        } else {
            main.add(new RecordClosed(card, glass, onOpen));
        }
        return main;
    }
}
