package app.afterwell.webui.components;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body in four views, on which areas are chosen by tap, mouse or keyboard. What a choice means is the page's affair. */
@Tag("af-body-chart")
@JsModule("./body-chart/body-chart.ts")
public class BodyChart extends Component implements HasStyle, HasSize {

    /** An empty chart that can be tapped. */
    public BodyChart() {
        this(false);
    }

    /** @param fixed only to be looked at */
    public BodyChart(boolean fixed) {
        addClassName("private");
        getElement().setProperty("fixed", fixed);
        getElement().setPropertyMap("names", names());
        getElement().setPropertyMap("texts", texts(this));
    }

    /** Shows these areas and no others. */
    public void show(List<Mark> marks) {
        getElement()
                .setPropertyList("marks", marks.stream().map(Mark::properties).toList());
    }

    /** Shows these free marks and no others. */
    public void showStrokes(List<Stroke> strokes) {
        getElement()
                .setPropertyList(
                        "strokes", strokes.stream().map(Stroke::properties).toList());
    }

    /** Calls back when a free mark was drawn or taken away. */
    public Registration addStrokeListener(ComponentEventListener<StrokeChanged> listener) {
        return addListener(StrokeChanged.class, listener);
    }

    /** Frames this area, or none. */
    public void select(@Nullable BodyArea area) {
        getElement().setProperty("selected", area == null ? "" : area.region() + " " + area.side());
    }

    /** Calls back when an area was tapped or chosen by keyboard. */
    public Registration addChosenListener(ComponentEventListener<AreaChosen> listener) {
        return addListener(AreaChosen.class, listener);
    }

    /** Calls back when a digit from 1 to 5 was pressed on an area. */
    public Registration addLevelListener(ComponentEventListener<LevelChosen> listener) {
        return addListener(LevelChosen.class, listener);
    }

    static Map<String, Object> texts(Component page) {
        var texts = new LinkedHashMap<String, Object>();
        for (var text : List.of(
                "front",
                "back",
                "left",
                "right",
                "frontAndBack",
                "sides",
                "view",
                "hint",
                "marked",
                "level",
                "pen",
                "erase",
                "undo",
                "penHint",
                "strokes")) {
            texts.put(text, page.getTranslation("chart.body." + text, "#"));
        }
        return texts;
    }

    static Map<String, Object> names() {
        var names = new LinkedHashMap<String, Object>();
        for (var region : Region.values()) {
            for (var side : Side.values()) {
                names.put(region + " " + side, Vocabulary.area(new BodyArea(region, side)));
            }
        }
        return names;
    }

    /**
     * A marked area.
     *
     * @param number its place in the list beside the chart, from 1; 0 draws no number
     * @param pressure null if it is not known (yet)
     */
    public record Mark(BodyArea area, int number, @Nullable Pressure pressure) {

        Map<String, Object> properties() {
            return Map.of(
                    "region",
                    area.region().name(),
                    "side",
                    area.side().name(),
                    "number",
                    number,
                    "level",
                    pressure == null ? 0 : pressure.level());
        }
    }

    /**
     * A free mark.
     *
     * @param view front, back, left or right
     * @param points x and y in turn
     */
    public record Stroke(String id, String view, List<Integer> points) {

        Map<String, Object> properties() {
            return Map.of("id", id, "view", view, "points", points);
        }
    }

    /** A free mark was drawn or taken away. */
    @DomEvent("stroke-changed")
    public static class StrokeChanged extends ComponentEvent<BodyChart> {

        private static final long serialVersionUID = 1L;

        private final String id;
        private final @Nullable String line;

        public StrokeChanged(
                BodyChart source,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.is") @Nullable String line) {
            super(source, fromClient);
            this.id = id;
            this.line = line;
        }

        public String id() {
            return id;
        }

        /** The view and the points, with a space between; null if it was taken away. */
        public @Nullable String line() {
            return line;
        }
    }

    /** An area was chosen. */
    @DomEvent("area-chosen")
    public static class AreaChosen extends ComponentEvent<BodyChart> {

        private static final long serialVersionUID = 1L;

        private final transient BodyArea area;

        public AreaChosen(
                BodyChart source,
                boolean fromClient,
                @EventData("event.detail.region") String region,
                @EventData("event.detail.side") String side) {
            super(source, fromClient);
            area = new BodyArea(Region.valueOf(region), Side.valueOf(side));
        }

        public BodyArea area() {
            return area;
        }
    }

    /** A pressure was typed on an area. */
    @DomEvent("area-level")
    public static class LevelChosen extends ComponentEvent<BodyChart> {

        private static final long serialVersionUID = 1L;

        private final transient BodyArea area;
        private final transient Pressure pressure;

        public LevelChosen(
                BodyChart source,
                boolean fromClient,
                @EventData("event.detail.region") String region,
                @EventData("event.detail.side") String side,
                @EventData("event.detail.level") int level) {
            super(source, fromClient);
            area = new BodyArea(Region.valueOf(region), Side.valueOf(side));
            pressure = new Pressure(level);
        }

        public BodyArea area() {
            return area;
        }

        public Pressure pressure() {
            return pressure;
        }
    }
}
