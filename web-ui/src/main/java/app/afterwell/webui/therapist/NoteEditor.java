package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.PlanDifference;
import app.afterwell.aftercare.note.ChangeNote;
import app.afterwell.aftercare.note.Likeness;
import app.afterwell.aftercare.note.NoteChange;
import app.afterwell.aftercare.note.NoteParts;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.Preview;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.note.Snippets;
import app.afterwell.booking.Calendar;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a note: what is changed is saved at once, and the plan beside it is the one that a signature would issue. */
class NoteEditor extends Div {

    private final transient SessionNotes notes;
    private final transient Calendar calendar;
    private final transient Runnable reload;
    private final AppointmentId appointment;
    private final transient Draft draft;
    private final transient Decisions decisions;
    private final NoteKeeper keeper;
    private final VisitHead head;
    private final WorkedAreas worked;
    private final PlanPane plan;
    private final NoteFields fields;
    private final SignBar bar;
    private final Div alike = new Div();
    private final Main main = new Main();
    private @Nullable AmendmentNotice amendment;
    private transient NoteView saved;
    private transient Preview seen;
    private transient List<PlanDifference.Change> changed = List.of();

    NoteEditor(
            NoteView note,
            NoteKeeper keeper,
            Snippets snippets,
            AttachmentList files,
            SessionNotes notes,
            Calendar calendar,
            CompiledProtocol protocol,
            Clock clock,
            Runnable reload) {
        this.notes = notes;
        this.calendar = calendar;
        this.reload = reload;
        this.keeper = keeper;
        this.saved = note;
        this.seen = note.preview();
        appointment = note.visit().id();
        draft = new Draft(note.draft());
        decisions = new Decisions(draft.decisions);
        addClassNames("session", "touch");

        var words = new DayWords(note.visit().zone(), getLocale());
        head = new VisitHead(
                note.visit(), note.clientName(), words, clock.instant(), () -> become(VisitStatus.IN_SESSION));
        worked = new WorkedAreas(draft, this::keep);
        fields = new NoteFields(draft, new SnippetList(snippets), this::keep);
        var last = note.lastNote();
        if (last != null) {
            var day = words.shortDate(words.date(last.visitStart()));
            worked.offerCopy(day, new Draft(last.draft()).areas);
            fields.offerCopy(day, last.draft().text());
            alike.add(Glyph.COPY.icon(), new Span(getTranslation("session.alike", day)));
        }
        alike.addClassNames("notice", "warn");
        alike.getElement().setAttribute("role", "status");
        plan = new PlanPane(note.visit(), note.clientName(), protocol, decisions, this::keep, this::pick);
        bar = new SignBar(words, keeper, () -> new ClientPreview(saved.preview()).open());
        keeper.addKeptListener(event -> catchUp());
        main.setId("main");
        main.addClassName("note");
        main.getElement().setAttribute("aria-label", getTranslation("session.note"));
        note.copies().forEach(copy -> main.add(new CopyNotice(copy, words, this::takeOver, this::letGo)));
        main.add(worked, fields, alike, files);
        add(head, main, plan, bar);
        show(note);
    }

    /** Says above the note which signed one it amends, and goes on saying what becomes different. */
    void amends(AmendmentNotice notice) {
        amendment = notice;
        main.addComponentAsFirst(notice);
    }

    /** Looks again at what follows from the note: intake may have changed. What became different is said first. */
    void lookAgain() {
        try {
            var now = notes.preview(appointment, draft.note());
            if (!now.digest().equals(seen.digest())) {
                changed = PlanDifference.between(seen.plan(), now.plan());
                plan.showChanged(changed);
            }
            catchUp();
        } catch (ConflictException e) {
            reload.run();
        }
    }

    private void keep() {
        change(NoteParts.between(saved.draft(), draft.note()));
    }

    /** Takes in what this browser, or another device, has saved past this page. */
    private void catchUp() {
        change(List.of());
    }

    private void change(List<NoteChange> changes) {
        try {
            var result = notes.change(new ChangeNote(appointment, changes));
            saved = result.note();
            if (result.copied()) {
                Says.problem(this, "note-copied", getTranslation("session.copied"));
            }
            if (result.copied() || !NoteParts.same(saved.draft(), draft.note())) {
                reload.run();
            } else {
                show(saved);
            }
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
        notes.change(new ChangeNote(appointment, NoteParts.between(saved.draft(), copy.draft())));
        letGo(copy);
    }

    private void letGo(NoteView.ConflictCopy copy) {
        notes.discardCopy(appointment, copy.id());
        reload.run();
    }

    private void show(NoteView note) {
        bar.showSaved(note.savedAt());
        keeper.confirm(note.draft());
        var last = note.lastNote();
        alike.setVisible(last != null
                && Likeness.nearlyTheSame(note.draft().text(), last.draft().text()));
        if (amendment != null) {
            amendment.show(note);
        }
        show(note.preview());
    }

    private void show(Preview preview) {
        seen = preview;
        head.setCare(preview.care());
        worked.setCare(preview.care());
        plan.show(preview);
        showNext(preview);
    }

    private void showNext(Preview preview) {
        bar.showNext(
                missing(preview),
                draft.isEmpty() ? List.of() : leftEmpty(),
                new SignBar.Gap(getTranslation("session.sign.ready"), getTranslation("session.sign"), this::sign));
    }

    /** All that the note cannot be signed without, in the order in which it is best done. */
    private List<SignBar.Gap> missing(Preview preview) {
        var gaps = new ArrayList<SignBar.Gap>();
        if (!saved.visit().status().started()) {
            gaps.add(new SignBar.Gap(
                    getTranslation("session.sign.not-here"),
                    getTranslation("session.sign.here"),
                    () -> become(VisitStatus.ARRIVED)));
        }
        if (draft.isEmpty()) {
            gaps.add(new SignBar.Gap(
                    getTranslation("session.sign.empty"), getTranslation("session.sign.write"), worked::reveal));
            return gaps;
        }
        if (!changed.isEmpty()) {
            gaps.add(new SignBar.Gap(
                    getTranslation("session.sign.changed"), getTranslation("session.sign.seen"), this::acknowledge));
        }
        var reasons = preview.pressureReasonsMissing();
        reasons.forEach(area -> gaps.add(new SignBar.Gap(
                getTranslation("session.sign.reason", Vocabulary.area(area)),
                getTranslation("session.sign.give", reasons.size()),
                () -> worked.revealReason(area))));
        var open = decisions.open(preview.plan());
        open.forEach(item -> gaps.add(new SignBar.Gap(
                getTranslation("session.sign.undecided", preview.titles().getOrDefault(item.item(), item.item())),
                getTranslation("session.sign.decide", open.size()),
                () -> plan.reveal(item.item()))));
        return gaps;
    }

    /** What most notes have and this one has not. */
    private List<SignBar.Gap> leftEmpty() {
        var gaps = new ArrayList<SignBar.Gap>();
        if (draft.areas.isEmpty()) {
            gaps.add(left("session.sign.left.areas", worked::reveal));
        }
        if (draft.painBefore == null) {
            gaps.add(left("session.sign.left.pain.before", () -> fields.reveal("pain/before")));
        }
        if (draft.painAfter == null) {
            gaps.add(left("session.sign.left.pain.after", () -> fields.reveal("pain/after")));
        }
        if (draft.text.equals(NoteText.EMPTY)) {
            gaps.add(left("session.sign.left.text", () -> fields.reveal("text/subjective")));
        }
        return gaps;
    }

    private SignBar.Gap left(String key, Runnable way) {
        return new SignBar.Gap(getTranslation(key), "", way);
    }

    /** The therapist has seen what became different. */
    private void acknowledge() {
        changed = List.of();
        plan.showChanged(changed);
        showNext(seen);
    }

    private void become(VisitStatus status) {
        if (Says.problem(this, () -> calendar.setStatus(appointment, status))) {
            reload.run();
        }
    }

    private void sign() {
        var preview = saved.preview();
        var sign = new SignNote(appointment, saved.version(), preview.digest(), preview.decisions());
        try {
            notes.sign(sign);
            Says.done(getTranslation("session.signed.done"));
            reload.run();
        } catch (ConflictException e) {
            Says.problem(this, e.code(), e.getMessage());
            if (e.code().equals("plan-changed")) {
                lookAgain();
            } else {
                reload.run();
            }
        } catch (UnacceptableException e) {
            Says.problem(this, e.code(), e.getMessage());
            reload.run();
        }
    }
}
