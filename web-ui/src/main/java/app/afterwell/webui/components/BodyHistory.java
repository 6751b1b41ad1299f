package app.afterwell.webui.components;

import app.afterwell.domain.AppointmentId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body at one visit after another, gone through with a slider; areas fade in and out. */
@Tag("af-body-history")
@JsModule("./body-chart/body-history.ts")
public class BodyHistory extends Component implements HasStyle {

    public BodyHistory() {
        addClassName("private");
        getElement().setPropertyMap("names", BodyChart.names());
        var texts = BodyChart.texts(this);
        for (var text : List.of("scrub", "before", "after", "nothing")) {
            texts.put(text, getTranslation("record.history." + text));
        }
        getElement().setPropertyMap("texts", texts);
    }

    /** Shows these visits, oldest first, at the newest, or where it was. */
    public void show(List<Frame> frames) {
        getElement()
                .setPropertyList(
                        "frames", frames.stream().map(Frame::properties).toList());
    }

    /**
     * One visit.
     *
     * @param day as it is said
     * @param words what was worked on
     * @param pain before and after, in words; empty if nobody asked
     */
    public record Frame(AppointmentId visit, String day, List<BodyChart.Mark> marks, String words, String pain) {

        public Frame {
            marks = List.copyOf(marks);
        }

        Map<String, Object> properties() {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("id", visit.toString());
            properties.put("day", day);
            properties.put(
                    "marks", marks.stream().map(BodyChart.Mark::properties).toList());
            properties.put("words", words);
            properties.put("pain", pain);
            return properties;
        }
    }
}
