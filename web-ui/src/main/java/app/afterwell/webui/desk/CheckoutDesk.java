package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Checkouts;
import app.afterwell.booking.Directory;
import app.afterwell.booking.PaymentMethod;
import app.afterwell.booking.Settlement;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles visits at the desk, each deed with its words and its way back. */
@Component
class CheckoutDesk {

    private final Checkouts checkouts;
    private final NextVisits nextVisits;
    private final Directory directory;

    CheckoutDesk(Checkouts checkouts, NextVisits nextVisits, Directory directory) {
        this.checkouts = checkouts;
        this.nextVisits = nextVisits;
        this.directory = directory;
    }

    /** @param deeds null for somebody who may only look */
    CheckoutPart part(AppointmentInfo visit, WallClock clock, CheckoutPart.@Nullable Deeds deeds) {
        return new CheckoutPart(
                visit,
                checkouts.of(List.of(visit.id())).get(visit.id()),
                checkouts.openOf(visit.client()),
                nextVisits.after(visit),
                clock,
                deeds);
    }

    Change settle(AppointmentInfo visit, PaymentMethod method, BoardDays.Texts texts) {
        var before = checkouts.of(List.of(visit.id())).get(visit.id());
        var settled = checkouts.settle(visit.id(), method);
        return new Change(texts.get("desk.did.settle." + method, visit.clientName()), () -> {
            checkouts.takeBack(settled);
            if (before != null) {
                checkouts.settle(visit.id(), before.method());
            }
            return new Change(texts.get("desk.undid.settle", visit.clientName()), null);
        });
    }

    Change takeBack(AppointmentInfo visit, Settlement settlement, BoardDays.Texts texts) {
        checkouts.takeBack(settlement);
        return new Change(
                texts.get("desk.undid.settle", visit.clientName()), () -> settle(visit, settlement.method(), texts));
    }

    void printReceipt(AppointmentInfo visit, Settlement settlement, WallClock clock, UI ui) {
        new Receipt(visit, settlement, directory.location(visit.location()), clock).print(ui);
    }
}
