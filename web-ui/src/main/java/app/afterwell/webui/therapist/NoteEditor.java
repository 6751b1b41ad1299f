package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.Preview;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.booking.Calendar;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import java.time.Clock;

/** Writes a note: what is changed is saved at once, and the plan beside it is the one that a signature would issue. */
class NoteEditor extends Div {

    private final transient SessionNotes notes;
    private final transient Calendar calendar;
    private final transient Runnable reload;
    private final AppointmentId appointment;
    private final transient Draft draft;
    private final transient Decisions decisions;
    private final VisitHead head;
    private final WorkedAreas worked;
    private final PlanPane plan;
    private final SignBar bar;
    private transient NoteView saved;

    NoteEditor(
            NoteView note,
            Decisions decisions,
            SessionNotes notes,
            Calendar calendar,
            CompiledProtocol protocol,
            Clock clock,
            Runnable reload) {
        this.notes = notes;
        this.calendar = calendar;
        this.reload = reload;
        this.saved = note;
        this.decisions = decisions;
        appointment = note.visit().id();
        draft = new Draft(note.draft());
        addClassNames("session", "touch");
        var words = new DayWords(note.visit().zone(), getLocale());

        head = new VisitHead(
                note.visit(), note.clientName(), words, clock.instant(), () -> become(VisitStatus.IN_SESSION));
        worked = new WorkedAreas(draft, this::keep);
        var fields = new NoteFields(draft, this::keep);
        var last = note.lastNote();
        if (last != null) {
            var day = words.shortDate(words.date(last.visitStart()));
            worked.offerCopy(day, new Draft(last.draft()).areas);
            fields.offerCopy(day, last.draft().text());
        }
        plan = new PlanPane(note.visit(), note.clientName(), protocol, decisions, this::showNext, this::pick);
        bar = new SignBar(words, () -> new ClientPreview(saved.preview(), decisions).open());

        var main = new Main();
        main.setId("main");
        main.addClassName("note");
        main.getElement().setAttribute("aria-label", getTranslation("session.note"));
        note.copies().forEach(copy -> main.add(new CopyNotice(copy, words, this::takeOver, this::letGo)));
        main.add(worked, fields);
        add(head, main, plan, bar);
        show(note);
    }

    /** Looks again at what follows from the note: intake may have changed. */
    void lookAgain() {
        try {
            show(notes.preview(appointment, draft.note()));
        } catch (ConflictException e) {
            reload.run();
        }
    }

    private void keep() {
        try {
            saved = notes.save(new SaveDraft(appointment, saved.version(), draft.note()));
            show(saved);
        } catch (ConflictException e) {
            Says.problem(this, e.code(), e.getMessage());
            reload.run();
        } catch (UnacceptableException e) {
            bar.showNotSaved(e.getMessage() == null ? e.code() : e.getMessage());
        }
    }

    private void pick(String item) {
        draft.picks.add(item);
        keep();
    }

    private void takeOver(NoteView.ConflictCopy copy) {
        saved = notes.save(new SaveDraft(appointment, saved.version(), copy.draft()));
        letGo(copy);
    }

    private void letGo(NoteView.ConflictCopy copy) {
        notes.discardCopy(appointment, copy.id());
        reload.run();
    }

    private void show(NoteView note) {
        bar.showSaved(note.savedAt());
        show(note.preview());
    }

    private void show(Preview preview) {
        head.setCare(preview.care());
        worked.setCare(preview.care());
        plan.show(preview);
        showNext(preview);
    }

    private void showNext() {
        showNext(saved.preview());
    }

    private void showNext(Preview preview) {
        int open = decisions.open(preview.plan()).size();
        int reasons = preview.pressureReasonsMissing().size();
        if (!saved.visit().status().started()) {
            bar.showNext(
                    getTranslation("session.sign.not-here"),
                    getTranslation("session.sign.here"),
                    () -> become(VisitStatus.ARRIVED));
        } else if (draft.isEmpty()) {
            bar.showNext(
                    getTranslation("session.sign.empty"), getTranslation("session.sign.write"), worked::scrollIntoView);
        } else if (reasons > 0) {
            bar.showNext(
                    getTranslation("session.sign.reasons", reasons),
                    getTranslation("session.sign.give", reasons),
                    worked::revealReason);
        } else if (open > 0) {
            bar.showNext(
                    getTranslation("session.sign.open", open),
                    getTranslation("session.sign.decide", open),
                    plan::revealOpen);
        } else {
            bar.showNext("", getTranslation("session.sign"), this::sign);
        }
    }

    private void become(VisitStatus status) {
        if (Says.problem(this, () -> calendar.setStatus(appointment, status))) {
            reload.run();
        }
    }

    private void sign() {
        var preview = saved.preview();
        boolean signed = Says.problem(
                this,
                () -> notes.sign(
                        new SignNote(appointment, saved.version(), preview.digest(), decisions.about(preview.plan()))));
        if (signed) {
            Says.done(getTranslation("session.signed.done"));
        }
        reload.run();
    }
}
