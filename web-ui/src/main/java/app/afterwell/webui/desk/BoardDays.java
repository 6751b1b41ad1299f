package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.RoomInfo;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.calendar.CalendarDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws a location's day on the calendar. */
final class BoardDays {

    private static final String APPOINTMENT = "a:";
    private static final String BLOCK = "b:";
    private static final String PAUSE = "p:";
    private static final LocalTime USUAL_FROM = LocalTime.of(8, 0);
    private static final LocalTime USUAL_UNTIL = LocalTime.of(18, 0);
    private static final Duration ROOM_FOR_FOUR_LINES = Duration.ofMinutes(75);

    /** Looks a text up by its key. */
    interface Texts {
        String get(String key, Object... parameters);
    }

    /**
     * What the desk may know about the clients of a day.
     *
     * @param care those with something on file to be careful about
     * @param unanswered those without a health form
     */
    record Hints(Set<ClientId> care, Set<ClientId> unanswered) {}

    private final Texts texts;
    private final WallClock clock;

    BoardDays(Texts texts, WallClock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    static String entryOf(AppointmentInfo appointment) {
        return APPOINTMENT + appointment.id();
    }

    static @Nullable AppointmentInfo appointment(DayBoard board, String entry) {
        return board.appointments().stream()
                .filter(appointment -> entryOf(appointment).equals(entry))
                .findFirst()
                .orElse(null);
    }

    static DayBoard.@Nullable Block block(DayBoard board, String entry) {
        return board.blocks().stream()
                .filter(block -> entry.equals(BLOCK + block.id()))
                .findFirst()
                .orElse(null);
    }

    /** @param movable whether the reader may move anything */
    CalendarDay draw(DayBoard board, Set<VisitStatus> statuses, Hints hints, Instant now, boolean movable) {
        var rooms = board.rooms().stream().collect(Collectors.toMap(RoomInfo::id, RoomInfo::name));
        var shown = board.appointments().stream()
                .filter(appointment -> statuses.contains(appointment.status()))
                .toList();
        var from = from(board, shown);
        var until = until(board, shown);
        var entries = new ArrayList<CalendarDay.Entry>();
        shown.forEach(appointment -> entries.add(entry(appointment, hints, movable)));
        board.blocks()
                .forEach(block ->
                        entries.add(blocked(BLOCK + block.id(), block.practitioner(), block.slot(), block.label())));
        board.columns()
                .forEach(column -> column.breaks()
                        .forEach(pause -> entries.add(blocked(
                                PAUSE + column.practitioner() + pause.slot().start(),
                                column.practitioner(),
                                pause.slot(),
                                pause.label()))));
        var zoneCity = clock.zoneCity();
        return new CalendarDay(
                board.day(),
                board.zone(),
                clock.zoneName(board.whole().start().plus(Duration.ofHours(12))),
                texts.get("desk.board.label", clock.day(board.day()), zoneCity),
                from,
                until,
                scrollTo(board, from, now),
                board.columns().stream()
                        .map(column -> new CalendarDay.Column(
                                column.practitioner().toString(), column.name(), detail(column, rooms)))
                        .toList(),
                List.copyOf(entries),
                shades(board, from, until));
    }

    private CalendarDay.Entry entry(AppointmentInfo appointment, Hints hints, boolean movable) {
        var status = appointment.status();
        var word = texts.get("vocabulary.VisitStatus." + status);
        var room = appointment.roomName();
        var time = clock.span(appointment.slot()) + (room == null ? "" : ", " + room);
        boolean over = status.started() || status.frees();
        boolean tall = appointment.slot().length().compareTo(ROOM_FOR_FOUR_LINES) >= 0;
        var state = status == VisitStatus.ARRIVED
                ? texts.get("desk.board.since", word, clock.time(appointment.statusSince()))
                : word;
        boolean fixed = status == VisitStatus.COMPLETED || status.frees();
        return new CalendarDay.Entry(
                entryOf(appointment),
                appointment.practitioner().toString(),
                clock.at(appointment.slot().start()),
                end(appointment.slot()),
                tone(status),
                icon(status),
                word,
                appointment.clientName(),
                over && !tall ? List.of(time) : List.of(time, appointment.serviceName()),
                over || tall ? state : "",
                clock.time(appointment.slot().start()) + " " + (over ? word : appointment.serviceName()),
                texts.get("desk.board.with", appointment.practitionerName()),
                flags(appointment, hints),
                movable && !fixed && status != VisitStatus.IN_SESSION,
                movable && !fixed);
    }

    private List<CalendarDay.Flag> flags(AppointmentInfo appointment, Hints hints) {
        var flags = new ArrayList<CalendarDay.Flag>();
        if (appointment.forced()) {
            flags.add(new CalendarDay.Flag("overlap", texts.get("desk.flag.forced")));
        }
        if (hints.unanswered().contains(appointment.client())
                && !appointment.status().frees()) {
            flags.add(new CalendarDay.Flag("form", texts.get("desk.flag.form")));
        }
        if (hints.care().contains(appointment.client())) {
            flags.add(new CalendarDay.Flag("care", texts.get("desk.flag.care")));
        }
        return List.copyOf(flags);
    }

    private CalendarDay.Entry blocked(String id, PractitionerId practitioner, TimeSlot slot, String label) {
        return new CalendarDay.Entry(
                id,
                practitioner.toString(),
                clock.at(slot.start()),
                end(slot),
                "block",
                "block",
                texts.get("desk.board.blocked"),
                label,
                List.of(clock.span(slot)),
                "",
                clock.span(slot),
                "",
                List.of(),
                false,
                false);
    }

    /** By the clock on the wall a visit can end before it starts, in the night when the clock is set back. */
    private LocalDateTime end(TimeSlot slot) {
        var start = clock.at(slot.start());
        var end = clock.at(slot.end());
        return end.isAfter(start) ? end : start.plus(slot.length());
    }

    private String detail(DayBoard.Column column, Map<RoomId, String> rooms) {
        if (column.working().isEmpty()) {
            return texts.get("desk.board.off");
        }
        var hours = clock.time(column.working().getFirst().start()) + "–"
                + clock.time(column.working().getLast().end());
        var room = column.usualRoom() == null ? null : rooms.get(column.usualRoom());
        return room == null ? hours : hours + ", " + room;
    }

    private List<CalendarDay.Shade> shades(DayBoard board, LocalTime from, LocalTime until) {
        var first = board.day().atTime(from);
        var last = until.equals(LocalTime.MIDNIGHT)
                ? board.day().plusDays(1).atStartOfDay()
                : board.day().atTime(until);
        var shades = new ArrayList<CalendarDay.Shade>();
        for (var column : board.columns()) {
            var busy = Stream.concat(
                            column.working().stream(), column.breaks().stream().map(DayBoard.Pause::slot))
                    .sorted(Comparator.comparing(TimeSlot::start))
                    .toList();
            var id = column.practitioner().toString();
            var at = first;
            for (var slot : busy) {
                var start = clock.at(slot.start());
                if (at.isBefore(start)) {
                    shades.add(new CalendarDay.Shade(id, at, start));
                }
                var end = clock.at(slot.end());
                at = end.isAfter(at) ? end : at;
            }
            if (at.isBefore(last)) {
                shades.add(new CalendarDay.Shade(id, at, last));
            }
        }
        return List.copyOf(shades);
    }

    private LocalTime from(DayBoard board, List<AppointmentInfo> shown) {
        return starts(board, shown)
                .map(start -> clock.at(start))
                .map(start -> start.toLocalDate().isBefore(board.day()) ? LocalTime.MIN : start.toLocalTime())
                .min(Comparator.naturalOrder())
                .map(earliest -> LocalTime.of(earliest.getHour(), 0))
                .orElse(USUAL_FROM);
    }

    private LocalTime until(DayBoard board, List<AppointmentInfo> shown) {
        var latest = ends(board, shown).map(end -> clock.at(end)).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return USUAL_UNTIL;
        }
        var end = latest.get();
        boolean full = end.getMinute() == 0 && end.getSecond() == 0;
        var hour = full ? end : end.plusHours(1);
        return hour.toLocalDate().isAfter(board.day()) ? LocalTime.MIDNIGHT : LocalTime.of(hour.getHour(), 0);
    }

    private static Stream<Instant> starts(DayBoard board, List<AppointmentInfo> shown) {
        return Stream.concat(
                slots(board).map(TimeSlot::start),
                shown.stream().map(appointment -> appointment.slot().start()));
    }

    private static Stream<Instant> ends(DayBoard board, List<AppointmentInfo> shown) {
        return Stream.concat(
                slots(board).map(TimeSlot::end),
                shown.stream().map(appointment -> appointment.slot().end()));
    }

    private static Stream<TimeSlot> slots(DayBoard board) {
        return Stream.of(
                        board.open().stream(),
                        board.blocks().stream().map(DayBoard.Block::slot),
                        board.columns().stream().flatMap(column -> column.working().stream()))
                .flatMap(slots -> slots);
    }

    /** An hour before now on the day itself, the beginning on other days. */
    private LocalTime scrollTo(DayBoard board, LocalTime from, Instant now) {
        var wall = clock.at(now);
        if (!wall.toLocalDate().equals(board.day())) {
            return from;
        }
        var earlier = LocalTime.of(Math.max(0, wall.getHour() - 1), 0);
        return earlier.isBefore(from) ? from : earlier;
    }

    /** The clients of a day, each once. */
    static Set<ClientId> clients(DayBoard board) {
        return board.appointments().stream()
                .map(AppointmentInfo::client)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static String tone(VisitStatus status) {
        return switch (status) {
            case BOOKED -> "booked";
            case CONFIRMED -> "confirmed";
            case ARRIVED -> "arrived";
            case IN_SESSION -> "session";
            case COMPLETED -> "done";
            case NO_SHOW -> "no-show";
            case CANCELLED -> "cancelled";
        };
    }

    private static String icon(VisitStatus status) {
        return status == VisitStatus.CANCELLED ? "x" : tone(status);
    }
}
