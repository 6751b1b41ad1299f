package app.afterwell.webui.desk;

import app.afterwell.booking.LocationInfo;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The bar over the board: which day, which place, and what to begin. */
class BoardBar extends Div {

    private final H1 title = new H1();
    private final Select<LocationInfo> place = new Select<>();
    private final BiConsumer<LocationInfo, LocalDate> go;
    private @Nullable LocalDate date;
    private @Nullable LocalDate today;

    BoardBar(List<LocationInfo> locations, BiConsumer<LocationInfo, LocalDate> go) {
        this.go = go;
        addClassName("boardbar");
        var toToday = new Button(getTranslation("desk.today"), event -> goTo(today));
        var back = step("desk.day.back", Glyph.CHEVRON_LEFT, -1);
        var on = step("desk.day.on", Glyph.CHEVRON_RIGHT, 1);
        var steps = new Span(back, on);
        steps.addClassName("steps");
        place.setItems(locations);
        place.setItemLabelGenerator(LocationInfo::name);
        place.setAriaLabel(getTranslation("desk.location"));
        place.addClassName("place");
        place.setVisible(locations.size() > 1);
        place.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                goTo(date);
            }
        });
        add(toToday, steps, title, place);
    }

    /** Adds what can be begun, at the end of the bar. */
    void offer(Component... actions) {
        add(actions);
    }

    void show(LocationInfo location, LocalDate shown, LocalDate now, WallClock clock) {
        date = shown;
        today = now;
        title.setText(clock.day(shown));
        place.setValue(location);
    }

    private Button step(String key, Glyph glyph, int days) {
        var button = new Button(glyph.icon(), event -> goTo(date == null ? null : date.plusDays(days)));
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("only");
        return button;
    }

    private void goTo(@Nullable LocalDate to) {
        var location = place.getValue();
        if (to != null && location != null) {
            go.accept(location, to);
        }
    }
}
