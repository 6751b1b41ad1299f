package app.afterwell.webui.desk;

import app.afterwell.booking.DayBoard;
import app.afterwell.domain.PractitionerId;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whose columns to show; the address keeps it. */
class TherapistFilter extends Section {

    private final Div list = new Div();
    private final Consumer<Set<PractitionerId>> onChange;

    /** @param onChange is given whom to show; nobody stands for everybody */
    TherapistFilter(Consumer<Set<PractitionerId>> onChange) {
        this.onChange = onChange;
        var title = new H2(getTranslation("desk.therapists"));
        title.setId("board-therapists");
        list.addClassName("filters");
        list.getElement().setAttribute("role", "group");
        list.getElement().setAttribute("aria-labelledby", "board-therapists");
        add(title, list);
    }

    void show(BoardSheet sheet) {
        var columns = sheet.days().getFirst().columns();
        setVisible(sheet.view() == BoardView.THERAPISTS && columns.size() > 1);
        list.removeAll();
        columns.forEach(column -> list.add(box(column, columns, sheet.only())));
    }

    private Div box(DayBoard.Column column, List<DayBoard.Column> all, Set<PractitionerId> only) {
        var box = new Checkbox(column.name(), only.isEmpty() || only.contains(column.practitioner()));
        box.addValueChangeListener(event -> {
            var chosen = all.stream()
                    .map(DayBoard.Column::practitioner)
                    .filter(each -> each.equals(column.practitioner())
                            ? event.getValue()
                            : only.isEmpty() || only.contains(each))
                    .collect(Collectors.toSet());
            onChange.accept(chosen.size() == all.size() ? Set.of() : chosen);
        });
        var row = new Div(box);
        row.addClassName("filter");
        return row;
    }
}
