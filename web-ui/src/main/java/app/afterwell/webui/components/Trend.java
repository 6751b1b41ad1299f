package app.afterwell.webui.components;

import app.afterwell.aftercare.engine.ExpectedBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pain after a visit (0 to 10, over 72 hours) against the band of what is to be expected, as a drawing, in a sentence and as a table. */
@Tag("af-trend")
@JsModule("./trend.ts")
public class Trend extends Component implements HasStyle {

    private static final int HOURS = 72;
    private static final List<Integer> TICKS = List.of(24, 48, HOURS);

    public Trend() {
        addClassName("private");
        getElement().setProperty("hours", HOURS);
        var ticks = new ArrayList<Map<String, Object>>();
        ticks.add(Map.of("hours", 0, "label", getTranslation("chart.trend.after")));
        TICKS.forEach(hours -> ticks.add(Map.of("hours", hours, "label", hour(hours))));
        getElement().setPropertyList("ticks", ticks);
    }

    /**
     * Shows the pain right after the visit and what was answered since.
     *
     * @param band null where nothing is known of what to expect
     * @param answers oldest first
     */
    public void show(@Nullable Integer painAfter, @Nullable ExpectedBand band, List<Answer> answers) {
        var points = new ArrayList<Map<String, Object>>();
        if (painAfter != null) {
            points.add(point(0, painAfter, false, getTranslation("chart.trend.after"), ""));
        }
        for (var answer : answers) {
            var expected = band == null ? "" : number(band.upperEdge(answer.hours()));
            points.add(point(
                    answer.hours(), answer.pain(), answer.above(), hour((int) Math.round(answer.hours())), expected));
        }
        getElement().setPropertyList("points", points);
        getElement().setPropertyList("edge", band == null ? List.of() : edge(band));
        getElement().setPropertyMap("texts", texts(painAfter, band, answers));
    }

    /** The same in one sentence. */
    public String describe(@Nullable Integer painAfter, @Nullable ExpectedBand band, List<Answer> answers) {
        var said = answers.stream()
                .map(answer -> getTranslation(
                        band == null ? "chart.trend.point" : "chart.trend.point.expected",
                        hour((int) Math.round(answer.hours())),
                        answer.pain(),
                        band == null ? "" : number(band.upperEdge(answer.hours()))))
                .collect(Collectors.joining(" "));
        var start = painAfter == null ? "" : getTranslation("chart.trend.start", painAfter) + " ";
        return getTranslation("chart.trend.caption") + ". " + start
                + (answers.isEmpty() ? getTranslation("chart.trend.none") : said);
    }

    private Map<String, Object> texts(@Nullable Integer painAfter, @Nullable ExpectedBand band, List<Answer> answers) {
        var texts = new LinkedHashMap<String, Object>();
        for (var text : List.of("expected", "caption", "when", "pain", "upTo")) {
            texts.put(text, getTranslation("chart.trend." + text));
        }
        texts.put("description", describe(painAfter, band, answers));
        return texts;
    }

    private static List<Map<String, Object>> edge(ExpectedBand band) {
        return List.of(
                Map.of("hours", 0, "pain", band.baseline()),
                Map.of("hours", 24, "pain", band.peak()),
                Map.of("hours", band.endHours(), "pain", band.baseline()),
                Map.of("hours", HOURS, "pain", band.baseline()));
    }

    private static Map<String, Object> point(double hours, int pain, boolean above, String label, String expected) {
        return Map.of("hours", hours, "pain", pain, "above", above, "label", label, "expected", expected);
    }

    private String hour(int hours) {
        return getTranslation("chart.trend.hours", hours);
    }

    private String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(getLocale() == null ? Locale.ENGLISH : getLocale(), "%.1f", value);
    }

    /**
     * One answer.
     *
     * @param hours after the visit's end
     * @param pain 0 to 10
     * @param above whether it is above the band
     */
    public record Answer(double hours, int pain, boolean above) {}
}
