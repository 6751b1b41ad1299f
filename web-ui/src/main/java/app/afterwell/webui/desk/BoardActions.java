package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.BlockTime;
import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.CancelledBy;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.MoveAppointment;
import app.afterwell.booking.Parties;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a day, each deed with its words and its way back. */
final class BoardActions {

    private final Calendar calendar;
    private final Parties parties;
    private final BoardDays.Texts texts;
    private final Locale locale;

    BoardActions(Calendar calendar, Parties parties, BoardDays.Texts texts, Locale locale) {
        this.calendar = calendar;
        this.parties = parties;
        this.texts = texts;
        this.locale = locale;
    }

    /**
     * @param client their name
     * @param shown the day on the board; another one is said
     */
    Change book(BookAppointment command, String client, LocalDate shown) {
        var booked = calendar.book(command).named(client);
        return new Change(
                booked(booked, shown),
                () -> {
                    calendar.cancel(booked.id(), CancelledBy.CLINIC, texts.get("desk.reason.mistake"));
                    return new Change(texts.get("desk.undid.book", booked.clientName()), null);
                },
                BoardDays.entryOf(booked));
    }

    Change move(
            AppointmentInfo before,
            TimeSlot to,
            PractitionerId practitioner,
            @Nullable RoomId room,
            @Nullable String reason) {
        if (before.party() != null && reason == null && sameButTime(before, to, practitioner)) {
            return moveTogether(before, to.start(), room);
        }
        var moved = calendar.move(new MoveAppointment(
                before.id(), before.version(), to.start(), to.length(), practitioner, room, reason));
        var text = said(before, moved);
        return new Change(text, () -> {
            var back = calendar.move(new MoveAppointment(
                    moved.id(),
                    moved.version(),
                    before.slot().start(),
                    before.slot().length(),
                    before.practitioner(),
                    before.room(),
                    before.overrideReason()));
            return new Change(texts.get("desk.undid.move", back.clientName(), time(back)), null);
        });
    }

    /** Whom it is with and how long it takes stay as they are, so that those who come together stay together. */
    private static boolean sameButTime(AppointmentInfo before, TimeSlot to, PractitionerId practitioner) {
        return practitioner.equals(before.practitioner())
                && to.length().equals(before.slot().length());
    }

    private Change moveTogether(AppointmentInfo before, Instant start, @Nullable RoomId room) {
        var all = parties.move(before.id(), before.version(), start, room);
        var moved = all.stream()
                .filter(each -> each.id().equals(before.id()))
                .findFirst()
                .orElseThrow();
        var words = clock(moved);
        return new Change(
                texts.get(
                        "party.did.move",
                        all.size(),
                        words.shortDay(words.at(start).toLocalDate()),
                        time(moved),
                        moved.roomName() == null ? moved.locationName() : moved.roomName()),
                () -> {
                    var back = parties.move(
                            moved.id(), moved.version(), before.slot().start(), before.room());
                    return new Change(texts.get("party.undid.move", back.size(), time(before)), null);
                });
    }

    private String booked(AppointmentInfo booked, LocalDate shown) {
        var words = clock(booked);
        var day = words.at(booked.slot().start()).toLocalDate();
        return day.equals(shown)
                ? texts.get("desk.did.book", booked.clientName(), time(booked), booked.practitionerName())
                : texts.get(
                        "desk.did.book.day",
                        booked.clientName(),
                        words.shortDay(day),
                        time(booked),
                        booked.practitionerName());
    }

    private String said(AppointmentInfo before, AppointmentInfo moved) {
        var words = clock(moved);
        var day = words.at(moved.slot().start()).toLocalDate();
        boolean same = moved.practitioner().equals(before.practitioner());
        if (same && moved.slot().equals(before.slot())) {
            return texts.get("desk.did.move.room", moved.clientName(), String.valueOf(moved.roomName()));
        }
        if (same && moved.slot().start().equals(before.slot().start())) {
            return texts.get(
                    "desk.did.stretch",
                    moved.clientName(),
                    words.time(moved.slot().end()));
        }
        return day.equals(words.at(before.slot().start()).toLocalDate())
                ? texts.get("desk.did.move", moved.clientName(), time(moved), moved.practitionerName())
                : texts.get(
                        "desk.did.move.day",
                        moved.clientName(),
                        words.shortDay(day),
                        time(moved),
                        moved.practitionerName());
    }

    Change status(AppointmentInfo before, VisitStatus status) {
        var after = calendar.setStatus(before.id(), status);
        return changed(after, before.status());
    }

    Change cancel(AppointmentInfo before, CancelledBy by, String reason) {
        return changed(calendar.cancel(before.id(), by, reason), before.status());
    }

    Change noShow(AppointmentInfo before, String reason) {
        return changed(calendar.noShow(before.id(), reason), before.status());
    }

    Change block(LocationId location, PractitionerId practitioner, TimeSlot slot, String label) {
        var id = calendar.block(new BlockTime(location, practitioner, slot, label));
        return new Change(texts.get("desk.did.block", label), () -> unblock(location, id, practitioner, slot, label));
    }

    Change unblock(DayBoard board, DayBoard.Block block) {
        return unblock(board.location(), block.id(), block.practitioner(), block.slot(), block.label());
    }

    private Change unblock(LocationId location, UUID id, PractitionerId practitioner, TimeSlot slot, String label) {
        calendar.unblock(id);
        return new Change(texts.get("desk.did.unblock", label), () -> block(location, practitioner, slot, label));
    }

    private Change changed(AppointmentInfo after, VisitStatus before) {
        var text = texts.get("desk.did." + after.status(), after.clientName(), time(after));
        AppointmentId id = after.id();
        // Whoever had arrived and was cancelled can only come back as booked.
        var back = after.status().frees() && before.started() ? VisitStatus.BOOKED : before;
        return new Change(text, () -> {
            var again = calendar.setStatus(id, back);
            return new Change(
                    texts.get(
                            "desk.undid.status",
                            again.clientName(),
                            texts.get("vocabulary.VisitStatus." + again.status())),
                    null);
        });
    }

    private WallClock clock(AppointmentInfo appointment) {
        return WallClock.of(appointment.zone(), locale);
    }

    private String time(AppointmentInfo appointment) {
        return clock(appointment).time(appointment.slot().start());
    }
}
