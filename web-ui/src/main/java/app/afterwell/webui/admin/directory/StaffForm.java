package app.afterwell.webui.admin.directory;

import app.afterwell.booking.BreakSpan;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WholeDirectory;
import app.afterwell.booking.WorkingSpan;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A therapist with the week they work and what they give. */
class StaffForm extends Div {

    private static final Pattern SPAN = Pattern.compile("(hours|breaks)\\[(\\d+)]\\.(\\w+)");

    private final WholeDirectory whole;
    private final @Nullable PractitionerInfo known;
    private final transient Directory directory;
    private final StaffView page;
    private final Fields fields = new Fields(this);
    private final TextField name = fields.add("name", new TextField(getTranslation("admin.dir.name")));
    private final IntegerField limit =
            fields.add("dailyLimit", new IntegerField(getTranslation("admin.dir.staff.limit")));
    private final CheckboxGroup<ServiceInfo> services = new CheckboxGroup<>(getTranslation("admin.dir.staff.services"));
    private final Map<LocationInfo, WeekEditor> hours = new LinkedHashMap<>();
    private final Map<LocationInfo, WeekEditor> breaks = new LinkedHashMap<>();
    private final Paragraph problem = new Paragraph();

    StaffForm(WholeDirectory whole, @Nullable PractitionerInfo known, Directory directory, StaffView page) {
        this.whole = whole;
        this.known = known;
        this.directory = directory;
        this.page = page;
        limit.setHelperText(getTranslation("admin.dir.staff.limit.hint"));
        limit.setMin(1);
        limit.setManualValidation(true);
        services.setItems(whole.services().stream().filter(ServiceInfo::active).toList());
        services.setItemLabelGenerator(ServiceInfo::name);
        services.setVisible(!whole.services().isEmpty());
        services.setValue(whole.services().stream()
                .filter(ServiceInfo::active)
                .filter(service -> known == null || service.practitioners().contains(known.id()))
                .collect(Collectors.toSet()));
        if (known != null) {
            name.setValue(known.name());
            if (known.dailyLimit() != null) {
                limit.setValue(known.dailyLimit());
            }
        }
        problem.addClassName("booking-problem");
        problem.getElement().setAttribute("role", "alert");
        var save = FormParts.save(getTranslation(known == null ? "admin.dir.staff.add" : "admin.dir.save"), this::save);
        var actions = new Div(save);
        actions.addClassName("row");
        if (known != null) {
            actions.add(new Button(
                    getTranslation(known.active() ? "admin.dir.retire" : "admin.dir.use"),
                    event -> page.attempt(() -> turn(known))));
        }
        add(FormParts.section(
                known == null ? getTranslation("admin.dir.staff.new") : known.name(),
                FormParts.grid(name, limit),
                services));
        whole.locations().stream()
                .filter(place -> place.active() || worksAt(place))
                .sorted(Comparator.comparing(place -> !worksAt(place)))
                .forEach(this::addWeek);
        add(problem, actions);
    }

    private boolean worksAt(LocationInfo place) {
        return known != null && known.worksAt(place.id());
    }

    private void addWeek(LocationInfo place) {
        var rooms = whole.rooms().stream()
                .filter(room -> room.active() && room.location().equals(place.id()))
                .toList();
        var week = new WeekEditor(
                getTranslation("admin.dir.staff.week", place.name()),
                rooms,
                false,
                getTranslation("admin.dir.week.off"));
        var pauses = new WeekEditor(
                getTranslation("admin.dir.staff.breaks.at", place.name()),
                List.of(),
                true,
                getTranslation("admin.dir.week.none"));
        if (known == null) {
            boolean only =
                    whole.locations().stream().filter(LocationInfo::active).count() == 1;
            week.show(
                    only
                            ? place.hours().stream()
                                    .map(span -> new WeekEditor.Line(span.day(), span.from(), span.to()))
                                    .toList()
                            : List.of());
        } else {
            week.show(known.hours().stream()
                    .filter(span -> span.location().equals(place.id()))
                    .map(span -> new WeekEditor.Line(span.day(), span.from(), span.to(), room(span, rooms), ""))
                    .toList());
            pauses.show(known.breaks().stream()
                    .filter(span -> span.location().equals(place.id()))
                    .map(span -> new WeekEditor.Line(span.day(), span.from(), span.to(), null, span.label()))
                    .toList());
        }
        hours.put(place, week);
        breaks.put(place, pauses);
        add(FormParts.section(
                getTranslation("admin.dir.staff.week", place.name()),
                week,
                new H3(getTranslation("admin.dir.staff.breaks")),
                pauses));
    }

    private static @Nullable RoomInfo room(WorkingSpan span, List<RoomInfo> rooms) {
        return rooms.stream()
                .filter(room -> room.id().equals(span.usualRoom()))
                .findFirst()
                .orElse(null);
    }

    private void turn(PractitionerInfo practitioner) {
        var turned = directory.save(with(practitioner, practitioner.version(), !practitioner.active()));
        int ahead = turned.active() ? 0 : directory.ahead(practitioner.id());
        var text = getTranslation(turned.active() ? "admin.dir.used" : "admin.dir.retired.news", practitioner.name());
        page.done.done(
                ahead == 0 ? text : text + " " + getTranslation("admin.dir.staff.ahead", ahead),
                () -> page.attempt(() -> {
                    directory.save(with(turned, turned.version(), practitioner.active()));
                    page.show(practitioner);
                }));
        page.show(practitioner);
    }

    private void save() {
        fields.clear();
        problem.setText("");
        boolean complete = fields.require("name", !name.getValue().isBlank());
        for (var week : hours.values()) {
            complete &= week.complete();
        }
        for (var week : breaks.values()) {
            complete &= week.complete();
        }
        if (!complete) {
            return;
        }
        var working = new ArrayList<WorkingSpan>();
        hours.forEach((place, week) -> week.lines()
                .forEach(line -> working.add(new WorkingSpan(
                        place.id(),
                        line.day(),
                        line.from(),
                        line.to(),
                        line.room() == null ? null : line.room().id()))));
        var pauses = new ArrayList<BreakSpan>();
        breaks.forEach((place, week) -> week.lines()
                .forEach(line ->
                        pauses.add(new BreakSpan(place.id(), line.day(), line.from(), line.to(), line.label()))));
        var info = new PractitionerInfo(
                known == null ? PractitionerId.next() : known.id(),
                known == null ? 0 : known.version(),
                name.getValue().strip(),
                working,
                pauses,
                limit.getValue(),
                known == null || known.active());
        try {
            page.attempt(() -> saved(directory.save(info)));
        } catch (UnacceptableException e) {
            e.problems().forEach(this::complain);
            problem.setText(fields.complain(Spans.without(e, "hours", "breaks")));
        }
    }

    private void complain(FieldProblem each) {
        var field = SPAN.matcher(each.field());
        if (!field.matches()) {
            return;
        }
        int index = Integer.parseInt(field.group(2));
        for (var week : (field.group(1).equals("hours") ? hours : breaks).values()) {
            int size = week.lines().size();
            if (index < size) {
                week.complain(index, field.group(3), each, fields);
                return;
            }
            index -= size;
        }
    }

    private void saved(PractitionerInfo saved) {
        for (var service : whole.services()) {
            boolean gives =
                    services.getValue().stream().anyMatch(chosen -> chosen.id().equals(service.id()));
            if (service.active() && gives != service.practitioners().contains(saved.id())) {
                var by = new HashSet<>(service.practitioners());
                if (gives) {
                    by.add(saved.id());
                } else {
                    by.remove(saved.id());
                }
                directory.save(given(service, by));
            }
        }
        page.done.done(
                getTranslation("admin.dir.saved", saved.name()),
                () -> page.attempt(() -> {
                    directory.save(
                            known == null
                                    ? with(saved, saved.version(), false)
                                    : with(known, saved.version(), known.active()));
                    for (var before : whole.services()) {
                        var now = directory.service(before.id());
                        if (!now.practitioners().equals(before.practitioners())) {
                            directory.save(given(now, before.practitioners()));
                        }
                    }
                    page.show(saved);
                }));
        page.show(saved);
    }

    private static ServiceInfo given(ServiceInfo service, Set<PractitionerId> by) {
        return new ServiceInfo(
                service.id(),
                service.version(),
                service.code(),
                service.name(),
                service.description(),
                service.minutes(),
                service.bufferBefore(),
                service.bufferAfter(),
                service.price(),
                service.onlineBookable(),
                service.active(),
                by,
                service.rooms());
    }

    private static PractitionerInfo with(PractitionerInfo practitioner, long version, boolean active) {
        return new PractitionerInfo(
                practitioner.id(),
                version,
                practitioner.name(),
                practitioner.hours(),
                practitioner.breaks(),
                practitioner.dailyLimit(),
                active);
    }
}
