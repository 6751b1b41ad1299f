package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.note.ChartFrame;
import app.afterwell.aftercare.note.Charts;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PainScore;
import app.afterwell.webui.components.BodyChart;
import app.afterwell.webui.components.BodyHistory;
import app.afterwell.webui.components.PainOverVisits;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where was worked and how the pain went, visit after visit. */
class BodiesOverTime extends Div {

    private static final int AT_ONCE = 24;

    private final transient Charts charts;
    private final ClientId client;
    private final transient DayWords words;
    private final List<ChartFrame> newestFirst = new ArrayList<>();
    private final BodyHistory bodies = new BodyHistory();
    private final PainOverVisits pain = new PainOverVisits();
    private final Button earlier = new Button();

    BodiesOverTime(Charts charts, ClientId client, DayWords words) {
        this.charts = charts;
        this.client = client;
        this.words = words;
        addClassNames("stack", "wide");
        earlier.setText(getTranslation("record.history.earlier"));
        earlier.addThemeVariants(ButtonVariant.LUMO_SMALL);
        earlier.addClickListener(event -> more());
        var where = section("over-time", "chart.over-time");
        where.getChildren().findFirst().ifPresent(heading -> {
            var head = new Div(heading, earlier);
            head.addClassName("head");
            where.addComponentAsFirst(head);
        });
        where.add(bodies);
        var how = section("pain-over-time", "record.pain");
        how.add(pain);
        add(where, how);
        more();
    }

    private Section section(String id, String key) {
        var heading = new H2(getTranslation(key));
        heading.setId(id);
        var section = new Section(heading);
        section.addClassName("stack");
        section.getElement().setAttribute("aria-labelledby", id);
        return section;
    }

    private void more() {
        var frames = charts.frames(
                client, newestFirst.isEmpty() ? null : newestFirst.getLast().visitStart(), AT_ONCE + 1);
        newestFirst.addAll(frames.subList(0, Math.min(AT_ONCE, frames.size())));
        earlier.setVisible(frames.size() > AT_ONCE);
        var oldestFirst = newestFirst.reversed();
        bodies.show(oldestFirst.stream().map(this::frame).toList());
        pain.show(oldestFirst.stream().map(this::visit).toList());
        setVisible(!newestFirst.isEmpty());
    }

    private BodyHistory.Frame frame(ChartFrame frame) {
        var areas = frame.session().areas();
        var marks = areas.stream()
                .map(area -> new BodyChart.Mark(area.area(), 0, area.pressure()))
                .toList();
        var said = areas.stream()
                .map(area -> Vocabulary.area(area.area())
                        + (area.pressure() == null
                                ? ""
                                : getTranslation(
                                        "chart.pressure", area.pressure().level())))
                .collect(Collectors.joining("; "));
        return new BodyHistory.Frame(frame.appointment(), words.date(frame.day()), marks, said, pain(frame.session()));
    }

    private String pain(SessionFindings session) {
        return session.painBefore() == null || session.painAfter() == null
                ? ""
                : getTranslation(
                        "chart.pain",
                        session.painBefore().value(),
                        session.painAfter().value());
    }

    private PainOverVisits.Visit visit(ChartFrame frame) {
        @Nullable Integer worst = frame.worst();
        return new PainOverVisits.Visit(
                words.shortDate(frame.day()),
                value(frame.session().painBefore()),
                value(frame.session().painAfter()),
                worst,
                worst != null && worst > frame.expected());
    }

    private static @Nullable Integer value(@Nullable PainScore pain) {
        return pain == null ? null : pain.value();
    }
}
