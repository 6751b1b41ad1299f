package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.CancelledBy;
import app.afterwell.booking.FreeSlot;
import app.afterwell.booking.PaymentMethod;
import app.afterwell.booking.Settlement;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
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
    private final transient Performer performer;
    private final transient CheckoutDesk checkout;
    private final transient BookingDialogs bookings;
    private final transient Mover mover;
    private transient BoardReader.@Nullable Read shown;
    private transient @Nullable BoardActions actions;
    private transient @Nullable WallClock clock;
    private @Nullable String open;

    /** Asks where a visit shall go. */
    interface Mover {
        void ask(AppointmentInfo visit, MoveDialog.OnMove onMove);
    }

    VisitPopover(
            ResourceCalendar board,
            Clock time,
            boolean mayAct,
            Performer performer,
            CheckoutDesk checkout,
            BookingDialogs bookings,
            Mover mover) {
        this.time = time;
        this.board = board;
        this.mayAct = mayAct;
        this.performer = performer;
        this.checkout = checkout;
        this.bookings = bookings;
        this.mover = mover;
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
    void show(BoardReader.Read read, BoardActions deeds, WallClock words) {
        shown = read;
        actions = deeds;
        clock = words;
        if (open != null && isOpened() && !fill(open)) {
            close();
        }
    }

    void open(String entry) {
        if (fill(entry)) {
            open = entry;
            getElement().executeJs(TIE, ResourceCalendar.ANCHOR_ID);
            open();
        }
    }

    /**
     * Somebody dragged an entry or carried it by keys.
     *
     * @param practitioner null to keep them
     * @param room null to keep it where it is free
     */
    void moved(String entry, @Nullable PractitionerId practitioner, @Nullable RoomId room, TimeSlot to) {
        var visit = shown == null ? null : shown.sheet().appointment(entry);
        if (visit == null || !move(visit, to, practitioner == null ? visit.practitioner() : practitioner, room, null)) {
            board.putBack(entry);
        }
    }

    private boolean move(
            AppointmentInfo visit,
            TimeSlot to,
            PractitionerId practitioner,
            @Nullable RoomId room,
            @Nullable String reason) {
        var deeds = actions;
        if (deeds == null) {
            return false;
        }
        return performer.perform(
                () -> deeds.move(visit, to, practitioner, room, reason),
                () -> new ReasonDialog(why -> move(visit, to, practitioner, room, why)).open());
    }

    private boolean fill(String entry) {
        var read = shown;
        var deeds = actions;
        var words = clock;
        if (read == null || deeds == null || words == null) {
            return false;
        }
        var visit = read.sheet().appointment(entry);
        var block = read.sheet().block(entry);
        if (visit != null) {
            var acts = mayAct ? new Deeds(deeds, words) : null;
            removeAll();
            add(new VisitCard(
                    visit,
                    read.known().phone(visit.client()),
                    read.known().care(visit.client()),
                    words,
                    time.instant(),
                    this::close,
                    visit.status() == VisitStatus.COMPLETED ? checkout.part(visit, words, acts) : null,
                    acts));
            add(bookings.extras(visit, words, performer, this::close, mayAct));
        } else if (block != null && mayAct) {
            removeAll();
            var place = read.sheet().days().getFirst();
            add(new BlockCard(block, words, this::close, () -> perform(() -> deeds.unblock(place, block))));
        } else {
            return false;
        }
        return true;
    }

    private void perform(Supplier<Change> deed) {
        close();
        performer.perform(deed);
    }

    private final class Deeds implements VisitCard.Deeds, CheckoutPart.Deeds {

        private final BoardActions actions;
        private final WallClock words;

        Deeds(BoardActions actions, WallClock words) {
            this.actions = actions;
            this.words = words;
        }

        @Override
        public void set(AppointmentInfo visit, VisitStatus status) {
            if (status == VisitStatus.COMPLETED) {
                // It stays open: now the desk sees what is owed.
                performer.perform(() -> actions.status(visit, status));
            } else {
                perform(() -> actions.status(visit, status));
            }
        }

        @Override
        public void noShow(AppointmentInfo visit, String reason) {
            perform(() -> actions.noShow(visit, reason));
        }

        @Override
        public void cancel(AppointmentInfo visit, CancelledBy by, String reason) {
            perform(() -> actions.cancel(visit, by, reason));
        }

        @Override
        public void startMove(AppointmentInfo visit) {
            close();
            mover.ask(visit, (to, practitioner) -> move(visit, to, practitioner, null, null));
        }

        @Override
        public void settle(AppointmentInfo visit, PaymentMethod method) {
            performer.perform(() -> checkout.settle(visit, method, VisitPopover.this::getTranslation));
        }

        @Override
        public void takeBack(AppointmentInfo visit, Settlement settlement) {
            performer.perform(() -> checkout.takeBack(visit, settlement, VisitPopover.this::getTranslation));
        }

        @Override
        public void receipt(AppointmentInfo visit, Settlement settlement) {
            getUI().ifPresent(ui -> checkout.printReceipt(visit, settlement, words, ui));
        }

        @Override
        public void next(AppointmentInfo visit, FreeSlot slot) {
            performer.perform(() -> actions.book(
                    NextVisits.again(visit, slot),
                    visit.clientName(),
                    words.at(visit.slot().start()).toLocalDate()));
        }
    }
}
