package app.afterwell.webui.admin.directory;

import app.afterwell.booking.Absences;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.OwnHours;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.TimeOff;
import app.afterwell.booking.WholeDirectory;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When a therapist is away, and the dates on which they work other hours than their week's. */
class StaffAbsences extends Div {

    private final PractitionerInfo practitioner;
    private final WholeDirectory whole;
    private final transient Absences absences;
    private final StaffView page;
    private final transient Clock clock;
    private final ZoneId zone;

    StaffAbsences(PractitionerInfo practitioner, WholeDirectory whole, Absences absences, StaffView page, Clock clock) {
        this.practitioner = practitioner;
        this.whole = whole;
        this.absences = absences;
        this.page = page;
        this.clock = clock;
        zone = whole.locations().stream()
                .filter(place -> practitioner.worksAt(place.id()))
                .findFirst()
                .or(() -> whole.locations().stream().findFirst())
                .map(LocationInfo::zone)
                .orElse(ZoneOffset.UTC);
        add(timeOff(), ownHours());
    }

    private Section timeOff() {
        var section = FormParts.section(getTranslation("admin.dir.off"));
        var all = absences.timeOff(practitioner.id(), clock.instant());
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale());
        var list = list();
        all.forEach(off -> list.add(item(
                off.label(),
                getTranslation(
                        "admin.dir.stretch",
                        format.format(off.slot().start().atZone(zone)),
                        format.format(off.slot().end().atZone(zone))),
                () -> {
                    absences.takeBack(practitioner.id(), off.id());
                    page.done.done(
                            getTranslation("admin.dir.off.removed", off.label()), () -> page.attempt(() -> take(off)));
                    page.show(practitioner);
                })));
        section.add(
                all.isEmpty() ? FormParts.hint(getTranslation("admin.dir.off.none", practitioner.name())) : list,
                new Stretch(
                        getTranslation("admin.dir.off.add"),
                        getTranslation("admin.dir.off.label"),
                        (from, to, label) -> take(new TimeOff(
                                Ids.next(),
                                practitioner.id(),
                                new TimeSlot(
                                        from.atZone(zone).toInstant(),
                                        to.atZone(zone).toInstant()),
                                label))));
        return section;
    }

    private void take(TimeOff off) {
        var inTheWay = absences.takeOff(off);
        page.done.done(
                getTranslation("admin.dir.off.added", practitioner.name(), off.label()),
                () -> page.attempt(() -> {
                    absences.takeBack(practitioner.id(), off.id());
                    page.show(practitioner);
                }),
                inTheWay);
        page.show(practitioner);
    }

    private Section ownHours() {
        var section = FormParts.section(getTranslation("admin.dir.own"));
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var all = absences.ownHours(practitioner.id(), today);
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(getLocale());
        var list = list();
        all.forEach(own -> list.add(item(
                format.format(own.day()),
                own.hours().stream().map(span -> span.from() + "–" + span.to()).collect(Collectors.joining(", ")) + ", "
                        + placeName(own.location()),
                () -> change(new OwnHours(own.practitioner(), own.location(), own.day(), List.of()), own.hours()))));
        section.add(
                all.isEmpty() ? FormParts.hint(getTranslation("admin.dir.own.none", practitioner.name())) : list,
                new OwnDay());
        return section;
    }

    private String placeName(LocationId id) {
        return whole.locations().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .map(LocationInfo::name)
                .orElse("");
    }

    /** @param before what was set for that date until now */
    private void change(OwnHours own, List<OwnHours.Span> before) {
        var inTheWay = absences.setHours(own);
        page.done.done(
                getTranslation(own.hours().isEmpty() ? "admin.dir.own.removed" : "admin.dir.own.added", own.day()),
                () -> page.attempt(() -> {
                    absences.setHours(new OwnHours(own.practitioner(), own.location(), own.day(), before));
                    page.show(practitioner);
                }),
                inTheWay);
        page.show(practitioner);
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("admin-stretches");
        return list;
    }

    private ListItem item(String text, String detail, Runnable onRemove) {
        var when = new Span(detail);
        when.addClassName("muted");
        var remove = new Button(Glyph.X.small(), event -> page.attempt(onRemove));
        remove.setAriaLabel(getTranslation("admin.dir.closures.remove", text));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.addClassName("only");
        return new ListItem(new Div(new Span(text), when), remove);
    }

    /** Asks for a date and one or two stretches. */
    private final class OwnDay extends Div {

        private final DatePicker day = new DatePicker(getTranslation("admin.dir.own.day"));
        private final Select<LocationInfo> place = new Select<>();
        private final TimePicker from = time("admin.dir.own.from");
        private final TimePicker to = time("admin.dir.own.to");
        private final TimePicker from2 = time("admin.dir.own.from2");
        private final TimePicker to2 = time("admin.dir.own.to2");
        private final Fields fields = new Fields(this);

        OwnDay() {
            addClassName("stretch");
            day.setLocale(FormParts.reader(getLocale()));
            var places = whole.locations().stream().filter(LocationInfo::active).toList();
            place.setItems(places);
            place.setItemLabelGenerator(each -> each == null ? "" : each.name());
            place.setLabel(getTranslation("admin.dir.rooms.location"));
            place.setValue(places.stream()
                    .filter(each -> practitioner.worksAt(each.id()))
                    .findFirst()
                    .or(() -> places.stream().findFirst())
                    .orElse(null));
            place.setVisible(places.size() > 1);
            fields.add("day", day);
            fields.add("from", from);
            fields.add("hours[0].to", to);
            fields.add("hours[1].from", from2);
            fields.add("hours[1].to", to2);
            var add = new Button(getTranslation("admin.dir.own.add"), event -> submit());
            add.addThemeVariants(ButtonVariant.SMALL);
            add(day, place, from, to, from2, to2, add);
        }

        private TimePicker time(String key) {
            var picker = new TimePicker(getTranslation(key));
            picker.setStep(Duration.ofMinutes(15));
            picker.setLocale(FormParts.reader(getLocale()));
            return picker;
        }

        private void submit() {
            fields.clear();
            var date = day.getValue();
            var where = place.getValue();
            boolean complete = fields.require("day", date != null);
            complete &= fields.require("from", from.getValue() != null);
            complete &= fields.require("hours[0].to", to.getValue() != null);
            complete &= fields.require("hours[1].to", (from2.getValue() == null) == (to2.getValue() == null));
            if (!complete || date == null || where == null) {
                return;
            }
            var spans = new ArrayList<OwnHours.Span>();
            addTo(spans, from.getValue(), to.getValue());
            addTo(spans, from2.getValue(), to2.getValue());
            try {
                change(
                        new OwnHours(practitioner.id(), where.id(), date, spans),
                        absences.ownHours(practitioner.id(), date).stream()
                                .filter(own ->
                                        own.day().equals(date) && own.location().equals(where.id()))
                                .findFirst()
                                .map(OwnHours::hours)
                                .orElse(List.of()));
            } catch (UnacceptableException e) {
                fields.complain(e);
            }
        }

        private static void addTo(List<OwnHours.Span> spans, @Nullable LocalTime start, @Nullable LocalTime end) {
            if (start != null && end != null) {
                spans.add(new OwnHours.Span(start, end));
            }
        }
    }
}
