package app.afterwell.webui.desk;

import app.afterwell.booking.DayBoard;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.StatusGlyph;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the marks on the board mean, how many there are, and which to show. */
class StatusFilter extends Section {

    private final Map<VisitStatus, Span> counts = new EnumMap<>(VisitStatus.class);
    private final Set<VisitStatus> shown = EnumSet.complementOf(EnumSet.of(VisitStatus.CANCELLED));

    StatusFilter(Runnable onChange) {
        var title = new H2(getTranslation("desk.status"));
        title.setId("board-status");
        var list = new Div();
        list.addClassName("filters");
        list.getElement().setAttribute("role", "group");
        list.getElement().setAttribute("aria-labelledby", "board-status");
        for (var status : VisitStatus.values()) {
            list.add(row(status, onChange));
        }
        add(title, list);
    }

    /** Which to show. */
    Set<VisitStatus> statuses() {
        return Set.copyOf(shown);
    }

    void count(DayBoard board) {
        counts.forEach((status, count) -> count.setText(String.valueOf(board.appointments().stream()
                .filter(appointment -> appointment.status() == status)
                .count())));
    }

    private Div row(VisitStatus status, Runnable onChange) {
        var word = getTranslation("vocabulary.VisitStatus." + status);
        var box = new Checkbox(word, shown.contains(status));
        box.addValueChangeListener(event -> {
            if (event.getValue()) {
                shown.add(status);
            } else {
                shown.remove(status);
            }
            onChange.run();
        });
        var count = new Span();
        counts.put(status, count);
        var glyph = StatusGlyph.glyph(status).small();
        var row = new Div(box, glyph, count);
        row.addClassNames("filter", "legend-" + BoardDays.tone(status));
        return row;
    }
}
