package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.DayBoard;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.calendar.ResourceCalendar;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens what stands on the board close up, and does what is asked for there or by moving it. */
class VisitPopover extends Popover {

    private static final String TIE = "this.target = document.getElementById($0)";

    private final ResourceCalendar board;
    private final transient Clock time;
    private final boolean mayAct;
    private final Performer performer;
    private transient @Nullable DayBoard day;
    private transient DeskClients.@Nullable Known known;
    private transient @Nullable BoardActions actions;
    private @Nullable String open;

    VisitPopover(ResourceCalendar board, Clock time, boolean mayAct, Performer performer) {
        this.time = time;
        this.board = board;
        this.mayAct = mayAct;
        this.performer = performer;
        addClassName("visit");
        setPosition(PopoverPosition.END_TOP);
        setOpenOnClick(false);
        setAutofocus(true);
        setWidth("380px");
        getElement().setAttribute("accessible-name-ref", "visit-name");
        addOpenedChangeListener(event -> {
            if (!event.isOpened() && open != null) {
                board.focusEntry(open);
                open = null;
            }
        });
    }

    /** Takes in how the day stands now; what is open shows it, or closes if it has gone. */
    void show(DayBoard read, DeskClients.Known about, BoardActions deeds, WallClock clock) {
        day = read;
        known = about;
        actions = deeds;
        if (open != null && isOpened() && !fill(open, clock)) {
            close();
        }
    }

    void open(String entry, WallClock clock) {
        if (fill(entry, clock)) {
            open = entry;
            getElement().executeJs(TIE, ResourceCalendar.ANCHOR_ID);
            open();
        }
    }

    /** Somebody dragged an entry or carried it by keys. */
    void moved(String entry, PractitionerId practitioner, TimeSlot to) {
        var visit = day == null ? null : BoardDays.appointment(day, entry);
        if (visit == null || !move(visit, to, practitioner, null)) {
            board.putBack(entry);
        }
    }

    private boolean move(AppointmentInfo visit, TimeSlot to, PractitionerId practitioner, @Nullable String reason) {
        var deeds = actions;
        if (deeds == null) {
            return false;
        }
        return performer.perform(
                () -> deeds.move(visit, to, practitioner, reason),
                () -> new ReasonDialog(why -> move(visit, to, practitioner, why)).open());
    }

    private boolean fill(String entry, WallClock clock) {
        if (day == null || known == null || actions == null) {
            return false;
        }
        var visit = BoardDays.appointment(day, entry);
        var block = BoardDays.block(day, entry);
        if (visit != null) {
            removeAll();
            add(new VisitCard(
                    visit,
                    known.phone(visit.client()),
                    known.care(visit.client()),
                    clock,
                    time.instant(),
                    this::close,
                    mayAct ? new Deeds(entry, actions) : null));
        } else if (block != null && mayAct) {
            removeAll();
            var board = day;
            var deeds = actions;
            add(new BlockCard(block, clock, this::close, () -> perform(() -> deeds.unblock(board, block))));
        } else {
            return false;
        }
        return true;
    }

    private void perform(Supplier<Change> deed) {
        close();
        performer.perform(deed);
    }

    private final class Deeds implements VisitCard.Deeds {

        private final String entry;
        private final BoardActions actions;

        Deeds(String entry, BoardActions actions) {
            this.entry = entry;
            this.actions = actions;
        }

        @Override
        public void set(AppointmentInfo visit, VisitStatus status) {
            perform(() -> actions.status(visit, status));
        }

        @Override
        public void noShow(AppointmentInfo visit) {
            perform(() -> actions.noShow(visit, getTranslation("desk.reason.no-show")));
        }

        @Override
        public void cancel(AppointmentInfo visit, String reason) {
            perform(() -> actions.cancel(visit, reason));
        }

        @Override
        public void startMove(AppointmentInfo visit) {
            close();
            board.startMove(entry);
        }
    }
}
