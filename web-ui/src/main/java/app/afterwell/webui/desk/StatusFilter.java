package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.StatusGlyph;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the marks on the board mean, how many there are, and which to show. */
class StatusFilter extends Section {

    private final Map<VisitStatus, Span> counts = new EnumMap<>(VisitStatus.class);
    private final Map<VisitStatus, Checkbox> boxes = new EnumMap<>(VisitStatus.class);
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

    /** Shows these as well, because somebody asks for one of them. */
    void include(VisitStatus status) {
        var box = boxes.get(status);
        if (box != null) {
            box.setValue(true);
        }
    }

    void count(List<AppointmentInfo> appointments) {
        counts.forEach((status, count) -> count.setText(String.valueOf(appointments.stream()
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
        boxes.put(status, box);
        var count = new Span();
        counts.put(status, count);
        var glyph = StatusGlyph.glyph(status).small();
        var row = new Div(box, glyph, count);
        row.addClassNames("filter", "legend-" + BoardDays.tone(status));
        return row;
    }
}
