package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.domain.BodyArea;
import app.afterwell.webui.components.BodyChart;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body chart and, beside it, what was found and done on each area. */
class WorkedAreas extends Div {

    private static final int HIGHEST = 5;

    private final transient Draft draft;
    private final transient Runnable onChange;
    private final BodyChart chart = new BodyChart();
    private final Div list = new Div();
    private final Section areas;
    private transient List<CareWarning> care = List.of();
    private transient Draft.@Nullable Area open;

    WorkedAreas(Draft draft, Runnable onChange) {
        this.draft = draft;
        this.onChange = onChange;
        addClassName("worked");
        var chartHeading = new H2(getTranslation("session.chart"));
        var chartBox = new Section(chartHeading, chart);
        chartBox.addClassName("chartbox");
        chart.addChosenListener(event -> choose(event.area()));
        chart.addLevelListener(event -> {
            choose(event.area());
            draft.find(event.area()).ifPresent(area -> area.pressure = event.pressure());
            changed();
        });

        chart.addStrokeListener(event -> {
            if (event.line() == null) {
                draft.strokes.remove(event.id());
            } else {
                draft.draw(event.id(), event.line());
            }
            changed();
        });

        var heading = new H2(getTranslation("session.areas"));
        var head = new Div(heading);
        head.addClassName("head");
        areas = new Section(head, list);
        areas.addClassName("areas");
        add(chartBox, areas);
        show();
    }

    /** Offers to begin with what was worked on last time. */
    void offerCopy(String day, List<Draft.Area> earlier) {
        if (earlier.isEmpty() || !draft.areas.isEmpty()) {
            return;
        }
        var copy = new Button(getTranslation("session.areas.copy", day), Glyph.COPY.small());
        copy.addThemeName("small");
        copy.addClickListener(event -> {
            draft.areas.addAll(earlier);
            copy.setVisible(false);
            changed();
        });
        areas.getChildren().findFirst().map(Div.class::cast).ifPresent(head -> head.add(copy));
    }

    /** What to be careful about decides which pressure needs a reason. */
    void setCare(List<CareWarning> care) {
        if (!this.care.equals(care)) {
            this.care = care;
            show();
        }
    }

    /** Opens an area whose pressure still needs a reason, at the place for it. */
    void revealReason(BodyArea where) {
        draft.areas.stream()
                .filter(area -> area.where.equals(where))
                .findFirst()
                .ifPresent(area -> {
                    open = area;
                    show();
                    getElement()
                            .executeJs(NoteKeeper.REVEAL, "area/" + where.region() + " " + where.side() + "/reason");
                });
    }

    /** Brings the body chart into sight, ready for a first area. */
    void reveal() {
        getElement().executeJs("""
                setTimeout(() => {
                  this.scrollIntoView({block: 'start'});
                  this.querySelector('af-body-chart [tabindex="0"]')?.focus();
                }, 120);
                """);
    }

    private void choose(BodyArea chosen) {
        boolean known = draft.find(chosen).isPresent();
        open = draft.find(chosen).orElseGet(() -> draft.add(chosen));
        if (known) {
            show();
        } else {
            changed();
        }
    }

    private void changed() {
        show();
        onChange.run();
    }

    private void show() {
        chart.show(marks());
        chart.select(open == null ? null : open.where);
        chart.showStrokes(StrokeWords.shown(draft.strokes.values()));
        list.removeAll();
        if (draft.areas.isEmpty() && draft.strokes.isEmpty()) {
            var hint = new Span(getTranslation("session.areas.none"));
            hint.addClassNames("muted", "empty-line");
            list.add(hint);
        }
        if (!draft.strokes.isEmpty()) {
            var drawn = new Span(Glyph.PENCIL.small(), new Span(StrokeWords.of(draft.strokes.values())));
            drawn.addClassNames("drawn", "private");
            list.add(drawn);
        }
        for (int index = 0; index < draft.areas.size(); index++) {
            list.add(entry(draft.areas.get(index), index + 1));
        }
    }

    private Div entry(Draft.Area area, int number) {
        boolean opened = area == open;
        var row = new AreaRow(area, number, opened);
        row.addClickListener(event -> {
            open = opened ? null : area;
            show();
        });
        var entry = new Div(row);
        entry.addClassName("area");
        if (opened) {
            entry.add(new AreaEditor(
                    area,
                    limit(area.where),
                    () -> {
                        row.refresh(true);
                        chart.show(marks());
                        onChange.run();
                    },
                    this::changed,
                    () -> {
                        draft.areas.remove(area);
                        open = null;
                        changed();
                    }));
        }
        return entry;
    }

    private List<BodyChart.Mark> marks() {
        var marks = new ArrayList<BodyChart.Mark>();
        for (int index = 0; index < draft.areas.size(); index++) {
            var area = draft.areas.get(index);
            marks.add(new BodyChart.Mark(area.where, index + 1, area.pressure));
        }
        return marks;
    }

    private int limit(BodyArea where) {
        return care.stream()
                .filter(warning ->
                        warning.areas().isEmpty() || warning.areas().stream().anyMatch(where::overlaps))
                .map(CareWarning::maxPressure)
                .filter(most -> most != null)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(HIGHEST);
    }
}
