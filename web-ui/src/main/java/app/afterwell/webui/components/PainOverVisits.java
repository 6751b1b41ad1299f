package app.afterwell.webui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pain before and after each visit and the most in the days after it (0 to 10), as a drawing and as a table. */
@Tag("af-pain-over-visits")
@JsModule("./pain-over-visits.ts")
public class PainOverVisits extends Component implements HasStyle {

    public PainOverVisits() {
        addClassName("private");
    }

    /** Shows these visits, oldest first; the drawing shows as many of the last ones as there is room for. */
    public void show(List<Visit> visits) {
        getElement()
                .setPropertyList(
                        "visits", visits.stream().map(Visit::properties).toList());
        var texts = new LinkedHashMap<String, Object>();
        for (var text : List.of("caption", "when", "before", "after", "worst", "unknown")) {
            texts.put(text, getTranslation("record.pain." + text));
        }
        texts.put("description", describe(visits));
        getElement().setPropertyMap("texts", texts);
    }

    private String describe(List<Visit> visits) {
        if (visits.isEmpty()) {
            return getTranslation("record.pain.caption");
        }
        var last = visits.getLast();
        return getTranslation(
                "record.pain.description",
                visits.size(),
                last.day(),
                say(last.before()),
                say(last.after()),
                say(last.worst()));
    }

    private String say(@Nullable Integer pain) {
        return pain == null ? getTranslation("record.pain.unknown") : pain.toString();
    }

    /**
     * One visit; pain that is not known is null.
     *
     * @param worst the most in the days after
     * @param above whether that was more than was to be expected
     */
    public record Visit(
            String day,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable Integer worst,
            boolean above) {

        Map<String, Object> properties() {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("day", day);
            properties.put("before", before == null ? -1 : before);
            properties.put("after", after == null ? -1 : after);
            properties.put("worst", worst == null ? -1 : worst);
            properties.put("above", above);
            return properties;
        }
    }
}
