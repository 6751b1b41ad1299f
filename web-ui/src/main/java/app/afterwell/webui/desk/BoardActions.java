package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.BlockTime;
import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.MoveAppointment;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a day, each deed with its words and its way back. */
final class BoardActions {

    private final Calendar calendar;
    private final BoardDays.Texts texts;
    private final Locale locale;

    BoardActions(Calendar calendar, BoardDays.Texts texts, Locale locale) {
        this.calendar = calendar;
        this.texts = texts;
        this.locale = locale;
    }

    Change book(BookAppointment command) {
        var booked = calendar.book(command);
        var text = texts.get("desk.did.book", booked.clientName(), time(booked), booked.practitionerName());
        return new Change(text, () -> {
            calendar.cancel(booked.id(), texts.get("desk.reason.mistake"));
            return new Change(texts.get("desk.undid.book", booked.clientName()), null);
        });
    }

    Change move(AppointmentInfo before, TimeSlot to, PractitionerId practitioner, @Nullable String reason) {
        var moved = calendar.move(new MoveAppointment(
                before.id(), before.version(), to.start(), to.length(), practitioner, null, reason));
        boolean sameStart = moved.slot().start().equals(before.slot().start());
        var text = sameStart && moved.practitioner().equals(before.practitioner())
                ? texts.get(
                        "desk.did.stretch",
                        moved.clientName(),
                        clock(moved).time(moved.slot().end()))
                : texts.get("desk.did.move", moved.clientName(), time(moved), moved.practitionerName());
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

    Change status(AppointmentInfo before, VisitStatus status) {
        var after = calendar.setStatus(before.id(), status);
        return changed(after, before.status());
    }

    Change cancel(AppointmentInfo before, String reason) {
        return changed(calendar.cancel(before.id(), reason), before.status());
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
