package app.afterwell.webui.components.calendar;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A day with one column a resource: a click or Enter on an empty slot, a click on an entry, an entry dragged, drawn
 * longer or moved by keys each become an event here. A move shows at once and is undone by {@link #putBack} or settled by
 * the next {@link #show}. When only entries differ from what is shown, only these travel.
 */
@Tag("af-calendar")
@NpmPackage(value = "@event-calendar/core", version = "5.15.0")
@CssImport("@event-calendar/core/index.css")
@JsModule("./calendar/af-calendar.ts")
public class ResourceCalendar extends Component implements HasStyle {

    /** The element that a popover on the chosen entry is tied to. */
    public static final String ANCHOR_ID = "calendar-anchor";

    private final CalendarJson json;
    private @Nullable CalendarDay shown;

    public ResourceCalendar(Clock clock) {
        json = new CalendarJson(clock, this::getTranslation);
    }

    /** Shows the day; what of it is on the screen already stays untouched. */
    public void show(CalendarDay day) {
        @Nullable CalendarDay before = shown;
        shown = day;
        if (!isAttached()) {
            return;
        }
        if (before != null && sameFrame(before, day)) {
            patch(before.entries(), day.entries());
        } else {
            send(day);
        }
    }

    /** What was last given to show. */
    public Optional<CalendarDay> shown() {
        return Optional.ofNullable(shown);
    }

    /** Shows the entry where it was before somebody moved it. */
    public void putBack(String entry) {
        getElement().callJsFunction("putBack", entry);
    }

    public void focusEntry(String entry) {
        getElement().callJsFunction("focusEntry", entry);
    }

    /** Takes an entry up, so that arrows carry it. */
    public void startMove(String entry) {
        getElement().callJsFunction("startMove", entry);
    }

    /** Brings an entry into sight and chooses it, as if somebody had clicked it. */
    public void chooseEntry(String entry) {
        getElement().callJsFunction("reveal", entry);
    }

    /** Scrolls no further than it takes to see the entry. */
    public void bringIntoSight(String entry) {
        getElement().callJsFunction("bringIntoSight", entry);
    }

    /** Puts the keyboard's cursor on a slot. */
    public void focusSlot(String column, LocalDateTime at) {
        getElement().callJsFunction("focusSlot", column, CalendarJson.wall(at));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (shown != null) {
            send(shown);
        }
    }

    private void send(CalendarDay day) {
        getElement().setPropertyJson("day", json.day(day, getLocale()));
    }

    private void patch(List<CalendarDay.Entry> before, List<CalendarDay.Entry> after) {
        var old = byId(before);
        var changed = after.stream()
                .filter(entry -> !entry.equals(old.get(entry.id())))
                .toList();
        after.forEach(entry -> old.remove(entry.id()));
        if (!changed.isEmpty() || !old.isEmpty()) {
            getElement().callJsFunction("patch", json.entries(changed), json.texts(old.keySet()));
        }
    }

    private static Map<String, CalendarDay.Entry> byId(List<CalendarDay.Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(
                        CalendarDay.Entry::id, Function.identity(), (first, second) -> second, LinkedHashMap::new));
    }

    private static boolean sameFrame(CalendarDay one, CalendarDay other) {
        return frameOf(one).equals(frameOf(other));
    }

    private static CalendarDay frameOf(CalendarDay day) {
        return new CalendarDay(
                day.date(),
                day.zone(),
                day.zoneName(),
                day.label(),
                day.from(),
                day.until(),
                LocalTime.MIDNIGHT,
                day.stepMinutes(),
                day.columns(),
                List.of(),
                day.shades());
    }

    public Registration addSlotChosenListener(ComponentEventListener<SlotChosen> listener) {
        return addListener(SlotChosen.class, listener);
    }

    public Registration addEntryChosenListener(ComponentEventListener<EntryChosen> listener) {
        return addListener(EntryChosen.class, listener);
    }

    public Registration addEntryMovedListener(ComponentEventListener<EntryMoved> listener) {
        return addListener(EntryMoved.class, listener);
    }

    /** Somebody wants to use an empty slot. */
    @DomEvent("slot-chosen")
    public static class SlotChosen extends ComponentEvent<ResourceCalendar> {

        private static final long serialVersionUID = 1L;

        private final String column;
        private final LocalDateTime at;

        public SlotChosen(
                ResourceCalendar source,
                boolean fromClient,
                @EventData("event.detail.column") String column,
                @EventData("event.detail.at") String at) {
            super(source, fromClient);
            this.column = column;
            this.at = LocalDateTime.parse(at);
        }

        public String column() {
            return column;
        }

        public LocalDateTime at() {
            return at;
        }
    }

    /** Somebody wants to see an entry. */
    @DomEvent("entry-chosen")
    public static class EntryChosen extends ComponentEvent<ResourceCalendar> {

        private static final long serialVersionUID = 1L;

        private final String entry;

        public EntryChosen(ResourceCalendar source, boolean fromClient, @EventData("event.detail.id") String entry) {
            super(source, fromClient);
            this.entry = entry;
        }

        public String entry() {
            return entry;
        }
    }

    /** Somebody moved an entry or drew its end; the screen shows it there until it is told otherwise. */
    @DomEvent("entry-moved")
    public static class EntryMoved extends ComponentEvent<ResourceCalendar> {

        private static final long serialVersionUID = 1L;

        private final String entry;
        private final String column;
        private final LocalDateTime start;
        private final LocalDateTime end;

        public EntryMoved(
                ResourceCalendar source,
                boolean fromClient,
                @EventData("event.detail.id") String entry,
                @EventData("event.detail.column") String column,
                @EventData("event.detail.start") String start,
                @EventData("event.detail.end") String end) {
            super(source, fromClient);
            this.entry = entry;
            this.column = column;
            this.start = LocalDateTime.parse(start);
            this.end = LocalDateTime.parse(end);
        }

        public String entry() {
            return entry;
        }

        public String column() {
            return column;
        }

        public LocalDateTime start() {
            return start;
        }

        public LocalDateTime end() {
            return end;
        }
    }
}
