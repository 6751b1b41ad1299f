package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.CareBanner;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose visit it is, and in one line what to take care of. */
class VisitHead extends Section {

    private final Button care = new Button();
    private final Popover more = new Popover();

    /** @param onStart begins the session; null where there is nothing to begin any more */
    VisitHead(Visit visit, String clientName, DayWords words, Instant now, @Nullable Runnable onStart) {
        addClassName("visit-head");
        setAriaLabel(getTranslation("session.visit"));
        var back = new Anchor("day", Glyph.ARROW_LEFT.icon());
        back.addClassNames("btn", "quiet", "only");
        back.setAriaLabel(getTranslation("session.back"));

        var name = new H1(clientName);
        name.addClassName("private");
        var start = visit.slot().start();
        var day = words.date(start).equals(words.date(now)) ? getTranslation("session.today") : words.shortDay(start);
        var facts = new Paragraph(getTranslation(
                        "session.facts",
                        day,
                        words.time(start),
                        words.time(visit.slot().end()),
                        visit.serviceName(),
                        visit.length().toMinutes(),
                        Vocabulary.of(visit.status()).toLowerCase(Locale.ROOT))
                + " ");
        var chart = new Anchor("clients/" + visit.client() + "/chart", getTranslation("session.chart.link"));
        facts.add(chart);
        facts.addClassName("facts");
        add(back, new Div(name, facts));
        if (visit.status() == VisitStatus.ARRIVED && onStart != null) {
            add(new Button(getTranslation("session.start"), event -> onStart.run()));
        }
        care.addClassNames("care", "slim", "private");
        care.setVisible(false);
        more.setTarget(care);
        more.setPosition(PopoverPosition.BOTTOM_END);
        more.setAriaLabel(getTranslation("care.title"));
        more.addClassName("care-popover");
        add(care, more);
    }

    void setCare(List<CareWarning> warnings) {
        care.setVisible(!warnings.isEmpty());
        var word = new Span(getTranslation("care.title") + ":");
        word.addClassName("strong");
        var line = new Span(word, new Span(" " + CareBanner.brief(warnings)));
        care.getElement().removeAllChildren();
        care.getElement()
                .appendChild(
                        Glyph.CARE.icon().getElement(),
                        line.getElement(),
                        Glyph.CHEVRON_DOWN.small().getElement());
        care.setClassName("stops", warnings.stream().anyMatch(CareWarning::stops));
        more.removeAll();
        more.add(new CareBanner(warnings, true));
    }
}
