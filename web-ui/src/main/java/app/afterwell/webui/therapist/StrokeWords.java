package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.BodyView;
import app.afterwell.aftercare.note.PenStroke;
import app.afterwell.webui.components.BodyChart;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Free marks as a chart draws them, and in words for who does not see it. */
final class StrokeWords {

    private StrokeWords() {}

    static List<BodyChart.Stroke> shown(Collection<PenStroke> strokes) {
        return strokes.stream()
                .map(stroke -> new BodyChart.Stroke(
                        stroke.id(), stroke.view().name().toLowerCase(Locale.ROOT), stroke.points()))
                .toList();
    }

    /** Such as "2 free marks on the back, 1 free mark on the left side". */
    static String of(Collection<PenStroke> strokes) {
        var counts = new EnumMap<BodyView, Integer>(BodyView.class);
        strokes.forEach(stroke -> counts.merge(stroke.view(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> I18NProvider.translate("session.strokes." + count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
