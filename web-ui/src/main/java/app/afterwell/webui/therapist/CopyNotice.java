package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.NoteView;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A draft that came too late: kept word for word, to be taken over or let go. */
class CopyNotice extends Div {

    CopyNotice(
            NoteView.ConflictCopy copy,
            DayWords words,
            Consumer<NoteView.ConflictCopy> onTake,
            Consumer<NoteView.ConflictCopy> onLetGo) {
        addClassNames("notice", "warn", "private");
        var take = new Button(getTranslation("session.copy.take"), event -> onTake.accept(copy));
        take.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var letGo = new Button(getTranslation("session.copy.let-go"), event -> onLetGo.accept(copy));
        letGo.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        var buttons = new Div(take, letGo);
        buttons.addClassName("row");
        var text = copy.draft().text();
        var written = new Div(
                new Paragraph(copy.draft().session().areas().stream()
                        .map(worked -> Vocabulary.area(worked.area()))
                        .collect(Collectors.joining("; "))),
                new Paragraph(text.subjective()),
                new Paragraph(text.objective()),
                new Paragraph(text.assessment()),
                new Paragraph(text.plan()));
        var details = new NativeDetails(getTranslation("session.copy.read"), written);
        var said = new Span(getTranslation("session.copy.text", copy.savedBy(), words.seconds(copy.savedAt())));
        add(Glyph.CARE.icon(), new Div(said, details, buttons));
    }
}
