package app.afterwell.webui.admin.directory;

import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WholeDirectory;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The treatment rooms: how many fit, how long they stand empty between visits, and what they suit. */
@Route(value = "admin/rooms", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class RoomsView extends DirectoryPage {

    private final transient Directory directory;

    RoomsView(Directory directory) {
        super("rooms", "admin/rooms");
        this.directory = directory;
    }

    @Override
    List<Choice> choices() {
        var whole = directory.whole();
        return whole.rooms().stream()
                .map(room -> new Choice(
                        room.id().toString(),
                        room.name(),
                        whole.locations().stream()
                                .filter(place -> place.id().equals(room.location()))
                                .findFirst()
                                .map(LocationInfo::name)
                                .orElse(""),
                        room.active()))
                .toList();
    }

    @Override
    @Nullable
    Div missing() {
        return directory.locations().isEmpty()
                ? first("admin.dir.location-first", "admin/hours", "admin.dir.hours.add")
                : null;
    }

    @Override
    void fill(Div form, @Nullable String id) {
        var whole = directory.whole();
        form.add(new Form(
                whole,
                whole.rooms().stream()
                        .filter(room -> room.id().toString().equals(id))
                        .findFirst()
                        .orElse(null)));
    }

    private final class Form extends Div {

        private final WholeDirectory whole;
        private final @Nullable RoomInfo known;
        private final Fields fields = new Fields(this);
        private final TextField name = fields.add("name", new TextField(getTranslation("admin.dir.name")));
        private final Select<LocationInfo> location = fields.add("location", new Select<>());
        private final IntegerField lanes;
        private final IntegerField turnover;
        private final CheckboxGroup<ServiceInfo> services =
                new CheckboxGroup<>(getTranslation("admin.dir.rooms.services"));
        private final Paragraph problem = new Paragraph();

        Form(WholeDirectory whole, @Nullable RoomInfo known) {
            this.whole = whole;
            this.known = known;
            lanes = fields.add(
                    "lanes",
                    FormParts.number(
                            getTranslation("admin.dir.rooms.lanes"), 1, 20, known == null ? 1 : known.lanes()));
            turnover = fields.add(
                    "turnoverMinutes",
                    FormParts.number(
                            getTranslation("admin.dir.rooms.turnover"),
                            0,
                            240,
                            known == null ? 5 : known.turnoverMinutes()));
            lanes.setHelperText(getTranslation("admin.dir.rooms.lanes.hint"));
            turnover.setHelperText(getTranslation("admin.dir.rooms.turnover.hint"));
            location.setLabel(getTranslation("admin.dir.rooms.location"));
            var places = whole.locations().stream()
                    .filter(place ->
                            place.active() || known != null && place.id().equals(known.location()))
                    .toList();
            location.setItems(places);
            location.setItemLabelGenerator(place -> place == null ? "" : place.name());
            location.setReadOnly(known != null);
            location.setValue(places.stream()
                    .filter(place -> known == null || place.id().equals(known.location()))
                    .findFirst()
                    .orElse(null));
            services.setItems(
                    whole.services().stream().filter(ServiceInfo::active).toList());
            services.setItemLabelGenerator(ServiceInfo::name);
            services.setValue(whole.services().stream()
                    .filter(ServiceInfo::active)
                    .filter(service -> known == null || service.rooms().contains(known.id()))
                    .collect(Collectors.toSet()));
            services.setVisible(!whole.services().isEmpty());
            if (known != null) {
                name.setValue(known.name());
            }
            problem.addClassName("booking-problem");
            problem.getElement().setAttribute("role", "alert");
            var save = FormParts.save(
                    getTranslation(known == null ? "admin.dir.rooms.add" : "admin.dir.save"), this::save);
            var actions = new Div(save);
            actions.addClassName("row");
            if (known != null) {
                actions.add(new Button(
                        getTranslation(known.active() ? "admin.dir.retire" : "admin.dir.use"),
                        event -> attempt(() -> turn(known))));
            }
            add(
                    FormParts.section(
                            known == null ? getTranslation("admin.dir.rooms.new") : known.name(),
                            FormParts.grid(name, location, lanes, turnover),
                            services),
                    problem,
                    actions);
        }

        private void turn(RoomInfo room) {
            var turned = directory.save(with(room, room.version(), !room.active()));
            int ahead = turned.active() ? 0 : directory.ahead(room.id());
            var text = getTranslation(turned.active() ? "admin.dir.used" : "admin.dir.retired.news", room.name());
            done.done(
                    ahead == 0 ? text : text + " " + getTranslation("admin.dir.rooms.ahead", ahead),
                    () -> attempt(() -> {
                        directory.save(with(turned, turned.version(), room.active()));
                        show(room.id().toString());
                    }));
            show(room.id().toString());
        }

        private void save() {
            fields.clear();
            problem.setText("");
            var place = location.getValue();
            boolean complete = fields.require("name", !name.getValue().isBlank());
            complete &= fields.require("location", place != null);
            if (!complete || place == null) {
                return;
            }
            var info = new RoomInfo(
                    known == null ? RoomId.next() : known.id(),
                    known == null ? 0 : known.version(),
                    place.id(),
                    name.getValue().strip(),
                    FormParts.valueOf(lanes),
                    FormParts.valueOf(turnover),
                    known == null || known.active());
            try {
                attempt(() -> {
                    var saved = directory.save(info);
                    suit(saved);
                    done.done(
                            getTranslation("admin.dir.saved", saved.name()),
                            () -> attempt(() -> {
                                directory.save(
                                        known == null
                                                ? with(saved, saved.version(), false)
                                                : with(known, saved.version(), known.active()));
                                whole.services().forEach(service -> putBack(service));
                                show(saved.id().toString());
                            }));
                    show(saved.id().toString());
                });
            } catch (UnacceptableException e) {
                problem.setText(fields.complain(e));
            }
        }

        /** Tells each service whose rooms have changed. */
        private void suit(RoomInfo room) {
            for (var service : whole.services()) {
                boolean suits = services.getValue().stream()
                        .anyMatch(chosen -> chosen.id().equals(service.id()));
                if (service.active() && suits != service.rooms().contains(room.id())) {
                    var rooms = new HashSet<>(service.rooms());
                    if (suits) {
                        rooms.add(room.id());
                    } else {
                        rooms.remove(room.id());
                    }
                    directory.save(in(service, service.version(), rooms));
                }
            }
        }

        private void putBack(ServiceInfo before) {
            var now = directory.service(before.id());
            if (!now.rooms().equals(before.rooms())) {
                directory.save(in(now, now.version(), before.rooms()));
            }
        }

        private static ServiceInfo in(ServiceInfo service, long version, java.util.Set<RoomId> rooms) {
            return new ServiceInfo(
                    service.id(),
                    version,
                    service.code(),
                    service.name(),
                    service.description(),
                    service.minutes(),
                    service.bufferBefore(),
                    service.bufferAfter(),
                    service.price(),
                    service.onlineBookable(),
                    service.active(),
                    service.practitioners(),
                    rooms);
        }

        private static RoomInfo with(RoomInfo room, long version, boolean active) {
            return new RoomInfo(
                    room.id(), version, room.location(), room.name(), room.lanes(), room.turnoverMinutes(), active);
        }
    }
}
