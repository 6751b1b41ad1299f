package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.DayBoard;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.calendar.CalendarDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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

    static String entryOf(DayBoard.Block block) {
        return BLOCK + block.id();
    }

    /**
     * @param owed visits that are done and not paid for
     * @param movable whether the reader may move anything
     * @param stepMinutes on which visits begin at the place
     */
    CalendarDay draw(
            BoardSheet sheet,
            Set<VisitStatus> statuses,
            Hints hints,
            Set<AppointmentId> owed,
            Instant now,
            boolean movable,
            int stepMinutes) {
        var entries = new ArrayList<CalendarDay.Entry>();
        var spans = new ArrayList<Drawn>();
        for (var lane : sheet.lanes()) {
            for (var appointment : lane.appointments()) {
                if (statuses.contains(appointment.status()) && beginsHere(sheet, lane, appointment)) {
                    var drawn = drawn(sheet, lane, appointment.slot());
                    spans.add(drawn);
                    entries.add(entry(lane, drawn, appointment, hints, owed.contains(appointment.id()), movable));
                }
            }
            for (var block : lane.blocks()) {
                var label = block.held() ? texts.get("desk.board.held") : block.label();
                var drawn = drawn(sheet, lane, block.slot());
                spans.add(drawn);
                entries.add(blocked(entryOf(block), lane, drawn, block.slot(), label));
            }
            for (var pause : lane.breaks()) {
                entries.add(blocked(
                        PAUSE + lane.id() + pause.slot().start(),
                        lane,
                        drawn(sheet, lane, pause.slot()),
                        pause.slot(),
                        pause.label()));
            }
            lane.hours().forEach(slot -> spans.add(drawn(sheet, lane, slot)));
            lane.day().open().forEach(slot -> spans.add(drawn(sheet, lane, slot)));
        }
        var from = from(sheet.base(), spans);
        var until = until(sheet.base(), spans);
        var middle = sheet.days().getFirst().whole().start().plus(Duration.ofHours(12));
        return new CalendarDay(
                sheet.base(),
                clock.zone(),
                clock.zoneName(middle),
                texts.get("desk.board.label." + sheet.view(), clock.day(sheet.base()), clock.zoneCity()),
                from,
                until,
                scrollTo(sheet, from, now),
                stepMinutes,
                sheet.lanes().stream().map(lane -> column(sheet, lane)).toList(),
                List.copyOf(entries),
                shades(sheet, from, until));
    }

    /** Where something stands on the calendar. */
    private record Drawn(LocalDateTime start, LocalDateTime end) {}

    /** By the clock on the wall a visit can end before it starts, in the night when the clock is set back. */
    private Drawn drawn(BoardSheet sheet, Lane lane, TimeSlot slot) {
        var start = sheet.onBase(lane, clock.at(slot.start()));
        var end = sheet.onBase(lane, clock.at(slot.end()));
        return new Drawn(start, end.isAfter(start) ? end : start.plus(slot.length()));
    }

    /** In a week, what goes on past midnight stands on its first day alone. */
    private static boolean beginsHere(BoardSheet sheet, Lane lane, AppointmentInfo appointment) {
        return sheet.view() != BoardView.WEEK
                || !appointment.slot().start().isBefore(lane.day().whole().start());
    }

    private CalendarDay.Column column(BoardSheet sheet, Lane lane) {
        return switch (sheet.view()) {
            case THERAPISTS -> new CalendarDay.Column(lane.id(), name(lane), detail(lane), true);
            case ROOMS -> new CalendarDay.Column(lane.id(), name(lane), places(lane), true);
            case WEEK -> {
                var day = lane.day().day();
                yield new CalendarDay.Column(lane.id(), name(lane), detail(lane), day.equals(sheet.base()));
            }
        };
    }

    /** What a column is called. */
    String name(Lane lane) {
        var room = lane.room();
        if (room != null) {
            return room.name();
        }
        var therapist = lane.therapist();
        if (therapist == null) {
            return texts.get("desk.board.no-room");
        }
        return lane.id().equals(lane.day().day().toString())
                ? clock.weekday(lane.day().day())
                : therapist.name();
    }

    private String places(Lane lane) {
        var room = lane.room();
        return room == null || room.lanes() == 1 ? "" : texts.get("desk.board.lanes", room.lanes());
    }

    private CalendarDay.Entry entry(
            Lane lane, Drawn drawn, AppointmentInfo appointment, Hints hints, boolean owed, boolean movable) {
        var status = appointment.status();
        var word = texts.get("vocabulary.VisitStatus." + status);
        var place = lane.therapist() == null ? appointment.practitionerName() : appointment.roomName();
        var time = clock.span(appointment.slot()) + (place == null ? "" : ", " + place);
        boolean over = status.started() || status.frees();
        boolean tall = appointment.slot().length().compareTo(ROOM_FOR_FOUR_LINES) >= 0;
        var state = status == VisitStatus.ARRIVED
                ? texts.get("desk.board.since", word, clock.time(appointment.statusSince()))
                : word;
        boolean fixed = status == VisitStatus.COMPLETED || status.frees();
        return new CalendarDay.Entry(
                entryOf(appointment),
                lane.id(),
                drawn.start(),
                drawn.end(),
                tone(status),
                icon(status),
                word,
                appointment.clientName(),
                over && !tall ? List.of(time) : List.of(time, appointment.serviceName()),
                over || tall ? state : "",
                clock.time(appointment.slot().start()) + " " + (over ? word : appointment.serviceName()),
                texts.get("desk.board.with", appointment.practitionerName()),
                flags(appointment, hints, owed),
                movable && !fixed && status != VisitStatus.IN_SESSION,
                movable && !fixed);
    }

    private List<CalendarDay.Flag> flags(AppointmentInfo appointment, Hints hints, boolean owed) {
        var flags = new ArrayList<CalendarDay.Flag>();
        if (appointment.forced()) {
            flags.add(new CalendarDay.Flag("overlap", texts.get("desk.flag.forced")));
        }
        if (hints.unanswered().contains(appointment.client())
                && !appointment.status().frees()) {
            flags.add(new CalendarDay.Flag("form", texts.get("desk.flag.form")));
        }
        if (owed) {
            flags.add(new CalendarDay.Flag("receipt", texts.get("desk.flag.owed")));
        }
        if (hints.care().contains(appointment.client())) {
            flags.add(new CalendarDay.Flag("care", texts.get("desk.flag.care")));
        }
        return List.copyOf(flags);
    }

    private CalendarDay.Entry blocked(String id, Lane lane, Drawn drawn, TimeSlot slot, String label) {
        return new CalendarDay.Entry(
                id,
                lane.id(),
                drawn.start(),
                drawn.end(),
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

    private String detail(Lane lane) {
        var column = lane.therapist();
        if (column == null || column.working().isEmpty()) {
            var closed = lane.day().closed();
            return closed == null ? texts.get("desk.board.off") : closed;
        }
        var hours = clock.time(column.working().getFirst().start()) + "–"
                + clock.time(column.working().getLast().end());
        return lane.day().rooms().stream()
                .filter(room -> room.id().equals(column.usualRoom()))
                .findFirst()
                .map(room -> hours + ", " + room.name())
                .orElse(hours);
    }

    private List<CalendarDay.Shade> shades(BoardSheet sheet, LocalTime from, LocalTime until) {
        var first = sheet.base().atTime(from);
        var last = until.equals(LocalTime.MIDNIGHT)
                ? sheet.base().plusDays(1).atStartOfDay()
                : sheet.base().atTime(until);
        var shades = new ArrayList<CalendarDay.Shade>();
        for (var lane : sheet.lanes()) {
            var hours = lane.hours().stream()
                    .map(slot -> drawn(sheet, lane, slot))
                    .sorted(Comparator.comparing(Drawn::start))
                    .toList();
            var at = first;
            for (var span : hours) {
                if (at.isBefore(span.start())) {
                    shades.add(new CalendarDay.Shade(lane.id(), at, span.start()));
                }
                at = span.end().isAfter(at) ? span.end() : at;
            }
            if (at.isBefore(last)) {
                shades.add(new CalendarDay.Shade(lane.id(), at, last));
            }
            turnovers(sheet, lane).forEach(shades::add);
        }
        return List.copyOf(shades);
    }

    /** A room stands empty for a while after each visit. */
    private List<CalendarDay.Shade> turnovers(BoardSheet sheet, Lane lane) {
        var room = lane.room();
        if (room == null || room.turnoverMinutes() == 0) {
            return List.of();
        }
        return lane.appointments().stream()
                .filter(appointment -> !appointment.status().frees())
                .map(appointment -> drawn(sheet, lane, appointment.slot()).end())
                .map(end -> new CalendarDay.Shade(lane.id(), end, end.plusMinutes(room.turnoverMinutes())))
                .toList();
    }

    private static LocalTime from(LocalDate base, List<Drawn> spans) {
        return spans.stream()
                .map(Drawn::start)
                .map(start -> start.toLocalDate().isBefore(base) ? LocalTime.MIN : start.toLocalTime())
                .min(Comparator.naturalOrder())
                .map(earliest -> LocalTime.of(earliest.getHour(), 0))
                .orElse(USUAL_FROM);
    }

    private static LocalTime until(LocalDate base, List<Drawn> spans) {
        var latest = spans.stream().map(Drawn::end).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return USUAL_UNTIL;
        }
        var end = latest.get();
        boolean full = end.getMinute() == 0 && end.getSecond() == 0;
        var hour = full ? end : end.plusHours(1);
        return hour.toLocalDate().isAfter(base) ? LocalTime.MIDNIGHT : LocalTime.of(hour.getHour(), 0);
    }

    /** An hour before now on the day itself, the beginning on other days. */
    private LocalTime scrollTo(BoardSheet sheet, LocalTime from, Instant now) {
        var wall = clock.at(now);
        if (!wall.toLocalDate().equals(sheet.base())) {
            return from;
        }
        var earlier = LocalTime.of(Math.max(0, wall.getHour() - 1), 0);
        return earlier.isBefore(from) ? from : earlier;
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
