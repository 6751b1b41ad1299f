package app.afterwell.webui.desk;

import app.afterwell.booking.FreeSlot;
import app.afterwell.booking.SeriesPlan;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every time of a series; where one is not free, what to do instead. */
class SeriesTimes extends Div {

    /** What becomes of one time. */
    record Chosen(SeriesPlan.Time time, PractitionerId practitioner, Instant start) {}

    private final WallClock words;
    private final Map<SeriesPlan.Time, @Nullable FreeSlot> chosen = new LinkedHashMap<>();

    SeriesTimes(WallClock words) {
        this.words = words;
        addClassName("series-times");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(SeriesPlan plan) {
        removeAll();
        chosen.clear();
        long taken =
                plan.times().stream().filter(time -> time.problem() != null).count();
        var summary = new Paragraph(getTranslation(
                taken == 0 ? "series.free" : "series.taken", plan.times().size(), taken));
        summary.addClassName("label");
        var list = new OrderedList();
        list.addClassName("series-list");
        for (var time : plan.times()) {
            chosen.put(time, null);
            list.add(item(time, words.in(plan.zone())));
        }
        add(summary, list);
    }

    private ListItem item(SeriesPlan.Time time, WallClock there) {
        var when =
                new Span(there.day(there.at(time.wanted().start()).toLocalDate()) + ", " + there.span(time.wanted()));
        if (time.problem() == null) {
            return new ListItem(Glyph.CHECK.icon(getTranslation("series.time.free")), when);
        }
        var why = new Span(time.problem());
        why.addClassName("muted");
        return new ListItem(
                Glyph.CARE.icon(getTranslation("series.time.taken")), new Div(when, why), instead(time, there));
    }

    private Component instead(SeriesPlan.Time time, WallClock there) {
        var select = new Select<FreeSlot>();
        select.setAriaLabel(getTranslation("series.instead"));
        select.setItems(time.alternatives());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("series.leave-out"));
        select.setItemLabelGenerator(slot -> slot == null
                ? getTranslation("series.leave-out")
                : getTranslation("series.slot", there.moment(slot.slot().start()), slot.practitionerName()));
        select.addValueChangeListener(event -> chosen.put(time, event.getValue()));
        if (!time.alternatives().isEmpty()) {
            select.setValue(time.alternatives().getFirst());
        }
        return select;
    }

    /** What to write: the free ones as they are, the others where it was chosen so. */
    List<Chosen> chosen() {
        return chosen.entrySet().stream()
                .filter(each -> each.getKey().problem() == null || each.getValue() != null)
                .map(each -> {
                    var time = each.getKey();
                    var other = each.getValue();
                    return other == null
                            ? new Chosen(
                                    time, time.practitioner(), time.wanted().start())
                            : new Chosen(
                                    time, other.practitioner(), other.slot().start());
                })
                .toList();
    }
}
