package app.afterwell.webui.desk;

import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.FindSlots;
import app.afterwell.booking.FreeSlot;
import app.afterwell.booking.LastVisit;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What, when, with whom and where; filled in from the client's last visit, so that mostly nothing is left to do. */
class AppointmentForm extends Div {

    private static final int SHORTEST_REASON = 3;

    private final DayBoard board;
    private final WallClock clock;
    private final List<ServiceInfo> services;
    private final Function<FindSlots, List<FreeSlot>> freeTimes;
    private final boolean practitionerGiven;
    private final Select<ServiceInfo> service = new Select<>();
    private final TimePicker start = new TimePicker();
    private final TimePicker end = new TimePicker();
    private final Select<RoomInfo> room = new Select<>();
    private final Select<DayBoard.Column> practitioner = new Select<>();
    private final TextField notes = new TextField();
    private final TextField reason = new TextField();
    private final Map<String, HasValidation> fields;
    private final LocalTime earliest;
    private boolean roomChosen;
    private boolean timeChosen;

    /**
     * @param freeTimes answers which times are free
     * @param at the time of the slot, or the earliest that may be proposed
     * @param chosen whether that time was chosen
     */
    AppointmentForm(
            DayBoard board,
            WallClock clock,
            List<ServiceInfo> services,
            Function<FindSlots, List<FreeSlot>> freeTimes,
            @Nullable PractitionerId given,
            @Nullable RoomId givenRoom,
            LocalTime at,
            boolean chosen,
            Runnable onChange) {
        this.board = board;
        this.clock = clock;
        this.services = services;
        this.freeTimes = freeTimes;
        earliest = at;
        timeChosen = chosen;
        practitionerGiven = given != null;
        fields = Map.of(
                "service",
                service,
                "start",
                start,
                "length",
                end,
                "room",
                room,
                "practitioner",
                practitioner,
                "notes",
                notes,
                "overrideReason",
                reason);
        addClassName("appointment-form");
        label();
        start.setValue(at);
        practitioner.setItems(board.columns());
        practitioner.setItemLabelGenerator(DayBoard.Column::name);
        practitioner.setValue(column(given)
                .or(this::firstFree)
                .or(() -> board.columns().stream().findFirst())
                .orElse(null));
        offerServices(null);
        proposeStart();
        room.getListDataView()
                .getItems()
                .filter(item -> item.id().equals(givenRoom))
                .findFirst()
                .ifPresent(item -> {
                    room.setValue(item);
                    roomChosen = true;
                });
        service.addValueChangeListener(event -> {
            setLength(null);
            proposeStart();
        });
        start.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                timeIsSaid();
            }
            keepLength(event.getOldValue());
        });
        end.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                timeIsSaid();
            }
        });
        practitioner.addValueChangeListener(event -> {
            practitioner.setHelperText("");
            offerServices(service.getValue());
            proposeStart();
        });
        room.addValueChangeListener(event -> roomChosen |= event.isFromClient());
        Runnable changed = () -> {
            offerRooms();
            onChange.run();
        };
        service.addValueChangeListener(event -> changed.run());
        start.addValueChangeListener(event -> changed.run());
        end.addValueChangeListener(event -> changed.run());
        practitioner.addValueChangeListener(event -> changed.run());
        add(service, start, end, room, practitioner, notes, reason);
    }

    private void label() {
        service.setLabel(getTranslation("booking.service"));
        service.setItemLabelGenerator(
                item -> item == null ? "" : getTranslation("booking.service.item", item.name(), item.minutes()));
        start.setLabel(getTranslation("booking.start"));
        end.setLabel(getTranslation("booking.end"));
        clock.offer(start);
        clock.offer(end);
        room.setLabel(getTranslation("booking.room"));
        room.setItemLabelGenerator(item -> item == null ? "" : item.name());
        practitioner.setLabel(getTranslation("booking.practitioner"));
        notes.setLabel(getTranslation("booking.notes"));
        reason.setLabel(getTranslation("booking.force"));
        reason.setHelperText(getTranslation("booking.force.hint"));
        reason.setVisible(false);
        service.addClassName("wide");
        practitioner.addClassName("wide");
        notes.addClassNames("wide", "private");
        reason.addClassName("wide");
    }

    /** Takes the defaults from the client's last visit; what that practitioner cannot give stays as it is. */
    void propose(@Nullable LastVisit last) {
        service.setHelperText("");
        if (last == null) {
            return;
        }
        if (!practitionerGiven) {
            column(last.practitioner())
                    .or(() -> services.stream()
                            .filter(item -> item.id().equals(last.service()))
                            .findFirst()
                            .flatMap(item -> firstFree(item, last.slot().length())))
                    .ifPresent(practitioner::setValue);
        }
        service.getListDataView()
                .getItems()
                .filter(item -> item.id().equals(last.service()))
                .findFirst()
                .ifPresent(item -> {
                    service.setValue(item);
                    setLength(last.slot().length());
                    proposeStart();
                    service.setHelperText(getTranslation(
                            "booking.service.last",
                            clock.date(clock.at(last.slot().start()).toLocalDate())));
                });
    }

    /** What is to be booked, or nothing where a field says what is missing. */
    Optional<BookAppointment> command(ClientId client) {
        fields.values().forEach(field -> field.setInvalid(false));
        var what = service.getValue();
        var who = practitioner.getValue();
        var slot = slot();
        require("service", what != null);
        require("practitioner", who != null);
        require("start", start.getValue() != null);
        require("length", end.getValue() != null && (start.getValue() == null || slot != null));
        boolean reasoned = !reason.isVisible()
                || reason.isEmpty()
                || reason.getValue().strip().length() >= SHORTEST_REASON;
        require("overrideReason", reasoned);
        if (what == null || who == null || slot == null || !reasoned) {
            return Optional.empty();
        }
        var where = roomChosen ? room.getValue() : null;
        return Optional.of(new BookAppointment(
                client,
                what.id(),
                who.practitioner(),
                slot.start(),
                slot.length(),
                where == null ? null : where.id(),
                board.location(),
                textOf(notes),
                reason.isVisible() ? textOf(reason) : null));
    }

    /** Says at the field what stands in the way; gives whether everything could be said at a field. */
    boolean complain(UnacceptableException refusal) {
        refusal.problems().stream()
                .filter(problem -> fields.containsKey(problem.field()))
                .forEach(problem -> complain(problem.field(), problem.message()));
        return !refusal.problems().isEmpty()
                && refusal.problems().stream().allMatch(problem -> fields.containsKey(problem.field()));
    }

    void complain(String name, String message) {
        var field = fields.get(name);
        if (field != null) {
            field.setErrorMessage(message);
            field.setInvalid(true);
        }
    }

    /** Lets staff say why it shall be so nevertheless. */
    void askReason() {
        reason.setVisible(true);
    }

    /** Whether what is filled in could begin then: at the time that was said, or at any that is not too early. */
    boolean mayBegin(FreeSlot free) {
        var from = timeChosen ? start.getValue() : earliest;
        if (from == null) {
            return false;
        }
        var begins = free.slot().start();
        var first = clock.instant(board.day().atTime(from));
        return timeChosen ? begins.equals(first) : !begins.isBefore(first);
    }

    /** With that practitioner, with the reason why; the service stays, because they give it. */
    void take(FreeSlot free, String why) {
        column(free.practitioner()).ifPresent(column -> {
            timeChosen = true;
            practitioner.setValue(column);
            start.setValue(clock.at(free.slot().start()).toLocalTime());
            practitioner.setHelperText(why);
        });
    }

    /** Another start with the same length. */
    void startAt(LocalDateTime at) {
        timeIsSaid();
        start.setValue(at.toLocalTime());
        start.setInvalid(false);
    }

    /** From now on nothing proposes another; what was said of the therapist was said of another time. */
    private void timeIsSaid() {
        timeChosen = true;
        practitioner.setHelperText("");
    }

    @Nullable
    ServiceInfo service() {
        return service.getValue();
    }

    DayBoard.@Nullable Column practitioner() {
        return practitioner.getValue();
    }

    /** The time that is filled in; null while it is none. */
    @Nullable
    TimeSlot slot() {
        if (start.getValue() == null || end.getValue() == null) {
            return null;
        }
        var from = clock.instant(board.day().atTime(start.getValue()));
        var midnight = end.getValue().equals(LocalTime.MIDNIGHT);
        var to = clock.instant((midnight ? board.day().plusDays(1) : board.day()).atTime(end.getValue()));
        return from.isBefore(to) ? new TimeSlot(from, to) : null;
    }

    /** When that day what is filled in could begin, as things stand now. */
    List<FreeSlot> free() {
        var what = service.getValue();
        var who = practitioner.getValue();
        var slot = slot();
        return what == null || who == null || slot == null ? List.of() : free(what, who.practitioner(), slot.length());
    }

    private List<FreeSlot> free(ServiceInfo what, @Nullable PractitionerId who, Duration length) {
        return freeTimes.apply(new FindSlots(what.id(), board.day(), board.day(), who, board.location(), length));
    }

    /** Until somebody has said when: the first time at which that practitioner is free for as long. */
    private void proposeStart() {
        if (timeChosen || service.getValue() == null || slot() == null) {
            return;
        }
        var first = free().stream().filter(this::mayBegin).findFirst();
        first.map(each -> clock.at(each.slot().start()).toLocalTime()).ifPresent(start::setValue);
        practitioner.setHelperText(first.isPresent() ? "" : getTranslation("booking.practitioner.full"));
    }

    /** Of those on the board, who is free first for the first service that one of them gives. */
    private Optional<DayBoard.Column> firstFree() {
        return services.stream()
                .filter(each -> board.columns().stream()
                        .anyMatch(column -> each.practitioners().contains(column.practitioner())))
                .findFirst()
                .flatMap(what -> firstFree(what, what.length()));
    }

    private Optional<DayBoard.Column> firstFree(ServiceInfo what, Duration length) {
        return free(what, null, length).stream()
                .filter(this::mayBegin)
                .flatMap(each -> column(each.practitioner()).stream())
                .findFirst();
    }

    private Optional<DayBoard.Column> column(@Nullable PractitionerId whose) {
        return board.columns().stream()
                .filter(column -> column.practitioner().equals(whose))
                .findFirst();
    }

    private void offerServices(@Nullable ServiceInfo wanted) {
        var who = practitioner.getValue();
        var slot = slot();
        var offered = Proposals.services(services, who == null ? null : who.practitioner());
        service.setItems(offered);
        service.setValue(offered.stream()
                .filter(item -> Objects.equals(item, wanted))
                .findFirst()
                .orElseGet(() -> offered.stream().findFirst().orElse(null)));
        setLength(slot != null && Objects.equals(service.getValue(), wanted) ? slot.length() : null);
        offerRooms();
    }

    private void offerRooms() {
        var what = service.getValue();
        var who = practitioner.getValue();
        if (what == null) {
            return;
        }
        var before = room.getValue();
        var rooms = Proposals.rooms(board, what, who == null ? null : who.usualRoom());
        room.setItems(rooms);
        room.setValue(roomChosen && rooms.contains(before) ? before : freeRoom(rooms));
    }

    /** The one that the clinic would take, and where it would refuse that time, one that nobody is in. */
    private @Nullable RoomInfo freeRoom(List<RoomInfo> rooms) {
        var slot = slot();
        if (slot == null) {
            return null;
        }
        return free().stream()
                .filter(each -> each.slot().equals(slot))
                .flatMap(each -> rooms.stream().filter(one -> one.id().equals(each.room())))
                .findFirst()
                .or(() -> Proposals.room(board, rooms, slot))
                .orElse(null);
    }

    private void setLength(@Nullable Duration length) {
        var what = service.getValue();
        if (what != null && start.getValue() != null) {
            end.setValue(start.getValue().plus(length == null ? what.length() : length));
        }
    }

    private void keepLength(@Nullable LocalTime before) {
        if (before != null && end.getValue() != null && start.getValue() != null) {
            end.setValue(start.getValue().plus(Duration.between(before, end.getValue())));
        }
    }

    private void require(String field, boolean there) {
        if (!there) {
            complain(field, getTranslation("booking.required." + field));
        }
    }

    private static @Nullable String textOf(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
