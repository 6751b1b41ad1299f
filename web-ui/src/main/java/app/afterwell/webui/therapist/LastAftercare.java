package app.afterwell.webui.therapist;

import app.afterwell.aftercare.plan.Adherence;
import app.afterwell.aftercare.plan.Curve;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.webui.components.AdherenceWords;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Trend;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Locale;

/** How it went after the last visit: the curve in its band, a sentence, and what was done. */
class LastAftercare extends Section {

    private static final int MOST_DOTS = 7;

    LastAftercare(PlanSummary plan, DayWords words) {
        addClassName("stack");
        var heading = new H2(getTranslation("day.last.title", words.date(plan.startsOn())));
        heading.setId("last");
        getElement().setAttribute("aria-labelledby", "last");
        var what = new Paragraph(
                plan.maxPressure() == null
                        ? getTranslation("day.last.minutes", plan.minutes())
                        : getTranslation("day.last.pressure", plan.minutes(), plan.maxPressure()));
        what.addClassName("muted");

        var trend = new Trend();
        var answers = plan.curve().points().stream().map(LastAftercare::answer).toList();
        trend.show(plan.curve().band().baseline(), plan.curve().band(), answers);

        var told = new Paragraph(told(plan));
        told.addClassNames("read", "private");
        add(new Div(heading, what), trend, told);
        if (!plan.remarks().isEmpty()) {
            add(wrote(plan));
        }
        if (!plan.adherence().isEmpty()) {
            add(done(plan));
        }
    }

    static Trend.Answer answer(Curve.Point point) {
        return new Trend.Answer(point.hours(), point.pain(), point.pain() > point.expected());
    }

    private String told(PlanSummary plan) {
        var sentences = new ArrayList<String>();
        for (var point : plan.curve().points()) {
            sentences.add(getTranslation(
                    "day.last.told",
                    Math.round(point.hours()),
                    Vocabulary.of(point.outcome()).toLowerCase(Locale.ROOT)));
        }
        if (plan.unanswered() > 0) {
            sentences.add(getTranslation("day.last.unanswered", plan.unanswered()));
        }
        return sentences.isEmpty() ? getTranslation("day.last.none") : String.join(" ", sentences);
    }

    /** What the client wrote, word for word. */
    private UnorderedList wrote(PlanSummary plan) {
        var list = new UnorderedList();
        list.addClassNames("wrote", "private");
        list.getElement().setAttribute("aria-label", getTranslation("day.last.wrote"));
        plan.remarks().forEach(remark -> {
            var when = new Span(getTranslation("day.last.wrote.at", Math.round(remark.hours())));
            when.addClassName("small");
            list.add(new ListItem(Glyph.MESSAGE.icon(), new Div(when, new Paragraph(quoted(remark.text())))));
        });
        return list;
    }

    static String quoted(String text) {
        return "\u201c" + text + "\u201d";
    }

    private UnorderedList done(PlanSummary plan) {
        var list = new UnorderedList();
        list.addClassNames("didit", "private");
        list.getElement().setAttribute("aria-label", getTranslation("day.last.done"));
        plan.adherence().stream().filter(item -> item.due() > 0).map(this::line).forEach(list::add);
        return list;
    }

    private ListItem line(Adherence item) {
        var title = new Span(item.title());
        title.addClassName("strong");
        var days = new Span(AdherenceWords.of(this, item));
        days.addClassName("small");
        var dots = new Div();
        dots.addClassName("dots");
        dots.getElement().setAttribute("aria-hidden", "true");
        for (int day = 0; day < Math.min(item.due(), MOST_DOTS); day++) {
            var dot = new Span();
            if (day < item.done()) {
                dot.addClassName("on");
            }
            dots.add(dot);
        }
        return new ListItem(title, days, dots);
    }
}
