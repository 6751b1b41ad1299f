package app.afterwell.webui.desk;

import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The bar over the board: which day, which place, how it is cut, and what to begin. */
class BoardBar extends Div {

    private static final int WEEK = 7;

    private final H1 title = new H1();
    private final RadioButtonGroup<BoardView> view = new RadioButtonGroup<>();
    private final Select<PractitionerInfo> therapist = new Select<>();
    private final Select<LocationInfo> place = new Select<>();
    private final transient Consumer<Selection> go;
    private transient @Nullable Selection selection;
    private @Nullable LocalDate shown;
    private @Nullable LocalDate today;

    BoardBar(List<LocationInfo> locations, Consumer<Selection> go) {
        this.go = go;
        addClassName("boardbar");
        var toToday = new Button(getTranslation("desk.today"), event -> goTo(today));
        var back = step("desk.day.back", Glyph.CHEVRON_LEFT, -1);
        var on = step("desk.day.on", Glyph.CHEVRON_RIGHT, 1);
        var steps = new Span(back, on);
        steps.addClassName("steps");
        view.setItems(BoardView.values());
        view.setItemLabelGenerator(each -> getTranslation("desk.view." + each));
        view.setAriaLabel(getTranslation("desk.view"));
        view.addClassNames("segmented", "view");
        view.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(before -> before.as(event.getValue()));
            }
        });
        therapist.setItemLabelGenerator(PractitionerInfo::name);
        therapist.setLabel(getTranslation("desk.week.of"));
        therapist.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(before -> before.of(Set.of(event.getValue().id())));
            }
        });
        place.setItems(locations);
        place.setItemLabelGenerator(LocationInfo::name);
        place.setLabel(getTranslation("desk.location"));
        place.setVisible(locations.size() > 1);
        place.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(before -> before.at(event.getValue()));
            }
        });
        add(toToday, steps, title, view);
    }

    /** Which place and whose week; there is no room for them in the bar itself. */
    Component choices() {
        var choices = new Div(place, therapist);
        choices.addClassName("choices");
        return choices;
    }

    /** Adds what can be begun, at the end of the bar. */
    void offer(Component... actions) {
        add(actions);
    }

    /**
     * @param day the day that is shown, or one of the week's
     * @param heading what the title says
     * @param therapists whose weeks can be shown
     * @param who whose week is shown; null while it is none
     */
    void show(
            Selection selection,
            LocalDate day,
            LocalDate today,
            String heading,
            List<PractitionerInfo> therapists,
            @Nullable PractitionerInfo who) {
        this.selection = selection;
        this.shown = day;
        this.today = today;
        title.setText(heading);
        view.setValue(selection.view());
        place.setValue(selection.place());
        therapist.setVisible(who != null);
        if (who != null) {
            therapist.setItems(therapists);
            therapist.setValue(who);
        }
    }

    private Button step(String key, Glyph glyph, int steps) {
        var button = new Button(glyph.icon(), event -> {
            if (shown != null && selection != null) {
                goTo(shown.plusDays(selection.view() == BoardView.WEEK ? (long) steps * WEEK : steps));
            }
        });
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("only");
        return button;
    }

    private void goTo(@Nullable LocalDate day) {
        if (day != null) {
            go(before -> before.on(day));
        }
    }

    private void go(UnaryOperator<Selection> change) {
        if (selection != null) {
            go.accept(change.apply(selection));
        }
    }
}
