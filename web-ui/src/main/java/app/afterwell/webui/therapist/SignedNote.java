package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.webui.components.BodyChart;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import app.afterwell.webui.components.WhyDetails;
import app.afterwell.webui.record.RecordPdf;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A signed note and the plan that it issued: to be read, never changed. */
class SignedNote extends Div {

    private final transient DayWords words;
    private final Main main = new Main();

    /** @param pen null where the note is only to be read */
    SignedNote(NoteView note, PlanView plan, Instant now, RecordPdf pdf, NoteRecord.@Nullable Pen pen) {
        addClassNames("session", "touch", "signed");
        words = new DayWords(note.visit().zone(), getLocale());
        var signature = Objects.requireNonNull(note.signature(), "a signed note has a signature");
        var head = new VisitHead(note.visit(), note.clientName(), words, now, null);
        head.setCare(note.preview().care());
        main.add(locked(note, signature));
        main.setId("main");
        main.addClassName("note");
        int newest = note.versions().getLast().revision();
        if (newest > note.revision()) {
            main.addComponentAsFirst(superseded(note, newest));
        }
        var bar = new Div(pdf.note(note.visit().id(), getTranslation("record.pdf"), getLocale()), print());
        bar.addClassNames("row", "screen-only");
        main.add(worked(note), texts(note), bar, new NoteRecord(note, words, pen));
        add(head, main, issued(plan, note.clientName()));
    }

    /** Shows something above the note. */
    void notice(Component notice) {
        main.addComponentAsFirst(notice);
    }

    /** Shows the photos and papers that were signed with the note. */
    void files(AttachmentList files) {
        main.add(files);
    }

    Locale locale() {
        return getLocale();
    }

    private Div locked(NoteView note, NoteView.Signature signature) {
        var said = new Span(getTranslation(
                "session.signed.by", signature.name(), words.shortDay(signature.at()), words.time(signature.at())));
        var hash = new Span(getTranslation("record.hash", signature.hash()));
        hash.addClassNames("small", "hash");
        var text = new Div(said, hash);
        var amendment = note.amendment();
        if (amendment != null && amendment.reason() != null) {
            var why = new Span(getTranslation("record.version.why", amendment.reason()));
            why.addClassName("private");
            text.add(why);
        }
        var locked = new Div(Glyph.BLOCK.icon(), text);
        locked.addClassName("notice");
        return locked;
    }

    private Div superseded(NoteView note, int newest) {
        var said = new Span(getTranslation("record.superseded.notice", note.revision(), newest));
        said.addClassName("strong");
        var read = new Anchor("sessions/" + note.visit().id(), getTranslation("record.read.version", newest));
        var notice = new Div(Glyph.HISTORY.icon(), new Div(said, new Div(read)));
        notice.addClassNames("notice", "warn");
        return notice;
    }

    private Button print() {
        var print = new Button(getTranslation("record.print"));
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        return print;
    }

    private Div worked(NoteView note) {
        var areas = note.draft().session().areas();
        var marks = new ArrayList<BodyChart.Mark>();
        areas.forEach(area -> marks.add(new BodyChart.Mark(area.area(), marks.size() + 1, area.pressure())));
        var chart = new BodyChart(true);
        chart.show(marks);
        chart.showStrokes(StrokeWords.shown(note.draft().strokes()));
        var list = new Div(new H2(getTranslation("session.areas")));
        areas.forEach(area -> list.add(area(area)));
        if (!note.draft().strokes().isEmpty()) {
            list.add(new Paragraph(StrokeWords.of(note.draft().strokes())));
        }
        list.addClassName("private");
        var worked = new Div(new Div(chart), list);
        worked.addClassName("worked");
        return worked;
    }

    private Paragraph area(WorkedArea area) {
        var said = new ArrayList<String>();
        said.add(Vocabulary.list(area.findings()));
        said.add(Vocabulary.list(area.techniques()));
        if (area.pressure() != null) {
            said.add(getTranslation(
                    "session.signed.pressure", area.pressure().level(), Vocabulary.pressure(area.pressure())));
        }
        if (area.pressureReason() != null) {
            said.add(area.pressureReason());
        }
        var name = new Span(Vocabulary.area(area.area()));
        name.addClassName("strong");
        return new Paragraph(
                name,
                new Span(": " + said.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "))));
    }

    private DescriptionList texts(NoteView note) {
        var list = new DescriptionList();
        list.addClassNames("facts-list", "private");
        var session = note.draft().session();
        var text = note.draft().text();
        if (session.painBefore() != null || session.painAfter() != null) {
            add(
                    list,
                    "session.signed.pain",
                    getTranslation(
                            "session.signed.pain.of",
                            session.painBefore() == null
                                    ? "–"
                                    : session.painBefore().value(),
                            session.painAfter() == null
                                    ? "–"
                                    : session.painAfter().value()));
        }
        add(list, "session.goals", Vocabulary.list(session.goals()));
        add(list, "session.text.subjective", text.subjective());
        add(list, "session.text.objective", text.objective());
        add(list, "session.text.assessment", text.assessment());
        add(list, "session.text.plan", text.plan());
        return list;
    }

    private void add(DescriptionList list, String term, String text) {
        if (!text.isBlank()) {
            list.add(new DescriptionList.Term(getTranslation(term)), new DescriptionList.Description(text));
        }
    }

    private Aside issued(PlanView plan, String clientName) {
        var heading = new H2(getTranslation("session.plan.title", clientName));
        heading.addClassName("private");
        var facts = new Paragraph(getTranslation(
                "session.signed.plan",
                words.date(plan.startsOn()),
                words.date(plan.endsOn()),
                plan.protocol().version()));
        var body = new Div();
        body.addClassName("plan-body");
        body.getElement().setAttribute("tabindex", "0");
        body.getElement().setAttribute("role", "group");
        body.getElement().setAttribute("aria-label", getTranslation("session.plan.items"));
        section(
                body,
                "session.signed.offered",
                plan.offered().stream().map(item -> item(item, plan)).toList());
        section(
                body,
                "session.plan.later",
                plan.later().stream().map(item -> item(item, plan)).toList());
        section(
                body,
                "session.plan.withheld",
                plan.withheld().stream().map(item -> leftOut(item, plan)).toList());
        section(
                body,
                "session.plan.next",
                plan.checkIns().stream().map(this::question).toList());
        var pane = new Aside(new Header(heading, facts), body);
        pane.addClassName("plan");
        return pane;
    }

    private void section(Div body, String heading, List<? extends Component> rows) {
        if (!rows.isEmpty()) {
            body.add(new H3(getTranslation(heading)));
            rows.forEach(body::add);
        }
    }

    private Article item(PlanView.Item item, PlanView plan) {
        var title = new H4(item.title());
        if (item.paused()) {
            title.add(PlanRows.tag(Glyph.CLOCK, getTranslation("session.plan.paused"), "warn"));
        }
        if (item.added()) {
            title.add(PlanRows.tag(Glyph.PLUS, getTranslation("session.plan.added"), "accent"));
        }
        if (item.modified()) {
            title.add(PlanRows.tag(Glyph.PENCIL, getTranslation("session.plan.modified"), "warn"));
        }
        var dose = new Paragraph(item.dose());
        dose.addClassName("dose");
        var row = new Article(
                title,
                dose,
                WhyDetails.because(item.because()),
                new WhyDetails(item.because(), plan.protocol().version()));
        row.addClassNames("plan-item", "private");
        return row;
    }

    private Article leftOut(PlanView.LeftOut item, PlanView plan) {
        var title = new H4(new Span(item.title()));
        title.add(PlanRows.tag(
                null,
                item.strength() == null ? getTranslation("session.plan.left-out") : Vocabulary.of(item.strength()),
                "line"));
        var row = new Article(
                Glyph.WITHHELD.icon(),
                new Div(
                        title,
                        WhyDetails.because(item.because()),
                        new WhyDetails(item.because(), plan.protocol().version())));
        row.addClassNames("withheld-item", "private");
        return row;
    }

    private Div question(PlanView.Question question) {
        var when = words.shortDay(question.dueAt()) + " " + words.time(question.dueAt());
        var line = new Div(
                Glyph.CLOCK.icon(),
                new Span(
                        question.pain() == null
                                ? getTranslation("session.signed.question." + question.status(), when)
                                : getTranslation("session.signed.answer", when, question.pain())));
        line.addClassNames("after", "private");
        return line;
    }
}
