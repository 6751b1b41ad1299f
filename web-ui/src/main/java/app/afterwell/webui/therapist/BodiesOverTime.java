package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.NoteSummary;
import app.afterwell.webui.components.BodyChart;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** What was worked on at the last visits, as small bodies side by side; each also says it in words. */
class BodiesOverTime extends Div {

    private static final int MOST = 4;

    BodiesOverTime(List<NoteSummary> notes, DayWords words) {
        addClassNames("over-time", "private");
        notes.stream().limit(MOST).map(note -> figure(note, words)).forEach(this::add);
    }

    private Div figure(NoteSummary note, DayWords words) {
        var marks = new ArrayList<BodyChart.Mark>();
        note.session().areas().forEach(area -> marks.add(new BodyChart.Mark(area.area(), 0, area.pressure())));
        var body = new BodyChart(true);
        body.show(marks);
        var day = new Span(words.shortDate(note.day()));
        day.addClassName("strong");
        var what = new Span(Vocabulary.areas(
                note.session().areas().stream().map(area -> area.area()).toList()));
        what.addClassName("small");
        var caption = new Div(day, what);
        caption.addClassName("caption");
        return new Div(body, caption);
    }
}
