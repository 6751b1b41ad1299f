package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.FreeSlot;
import app.afterwell.booking.PaymentMethod;
import app.afterwell.booking.Settlement;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a visit at the desk: what is owed and how it was settled, and the next visit with one tap. */
class CheckoutPart extends Div {

    /** What the desk does there. */
    interface Deeds {
        void settle(AppointmentInfo visit, PaymentMethod method);

        void takeBack(AppointmentInfo visit, Settlement settlement);

        void receipt(AppointmentInfo visit, Settlement settlement);

        void next(AppointmentInfo visit, FreeSlot slot);
    }

    private final transient AppointmentInfo visit;
    private final transient WallClock clock;
    private final transient @Nullable Deeds deeds;

    /**
     * @param settled how it was settled; null while it is not
     * @param others what else the client owes
     * @param deeds null for somebody who may only look
     */
    CheckoutPart(
            AppointmentInfo visit,
            @Nullable Settlement settled,
            List<Settlement> others,
            NextVisits.Proposal next,
            WallClock clock,
            @Nullable Deeds deeds) {
        this.visit = visit;
        this.clock = clock;
        this.deeds = deeds;
        addClassName("checkout");
        add(
                payment(settled, others),
                next(next, settled != null || visit.price().minor() == 0));
    }

    private Component payment(@Nullable Settlement settled, List<Settlement> others) {
        var part = new Section();
        var amount = Amounts.words(visit.price(), clock.locale());
        boolean owed = settled == null || settled.method() == PaymentMethod.OPEN;
        var title = new H3(getTranslation(owed ? "desk.checkout.owed" : "desk.checkout.paid", amount));
        part.add(title);
        if (settled != null) {
            var said = new Paragraph(
                    (owed ? Glyph.CLOCK : Glyph.CHECK).small(),
                    new Span(getTranslation(
                            "desk.checkout.by." + settled.method(), clock.moment(settled.at()), settled.by())));
            said.addClassName("said");
            part.add(said);
        }
        others.stream()
                .filter(other -> !other.appointment().equals(visit.id()))
                .forEach(other -> part.add(new Paragraph(getTranslation(
                        "desk.checkout.other",
                        Amounts.words(other.amount(), clock.locale()),
                        clock.moment(other.at())))));
        if (deeds != null) {
            part.add(buttons(deeds, settled, owed));
        }
        return part;
    }

    private Component buttons(Deeds to, @Nullable Settlement settled, boolean owed) {
        var row = new Div();
        row.addClassName("row");
        if (owed) {
            row.add(button("desk.checkout.CASH", () -> to.settle(visit, PaymentMethod.CASH)));
            row.add(button("desk.checkout.CARD", () -> to.settle(visit, PaymentMethod.CARD)));
        }
        if (settled == null) {
            row.add(button("desk.checkout.OPEN", () -> to.settle(visit, PaymentMethod.OPEN)));
        } else {
            row.add(button("desk.checkout.receipt", () -> to.receipt(visit, settled)));
            var back = button("desk.checkout.back", () -> to.takeBack(visit, settled));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            row.add(back);
        }
        return row;
    }

    private Component next(NextVisits.Proposal next, boolean first) {
        var part = new Section(new H3(getTranslation("desk.checkout.next")));
        var booked = next.booked();
        if (booked != null) {
            var there = clock.in(booked.zone());
            part.add(new Paragraph(getTranslation(
                    "desk.checkout.next.booked",
                    there.shortDay(there.at(booked.slot().start()).toLocalDate()),
                    there.time(booked.slot().start()),
                    booked.practitionerName())));
            return part;
        }
        part.add(new Paragraph(reason(next)));
        var to = deeds;
        if (to != null && !next.slots().isEmpty()) {
            var row = new Div();
            row.addClassName("row");
            for (var slot : next.slots()) {
                var day = clock.at(slot.slot().start()).toLocalDate();
                var button = button(
                        getTranslation(
                                "desk.checkout.next.book",
                                clock.shortDay(day),
                                clock.time(slot.slot().start())),
                        slot,
                        to);
                if (first && slot.equals(next.slots().getFirst())) {
                    button.addThemeVariants(ButtonVariant.PRIMARY);
                }
                row.add(button);
            }
            part.add(row);
        }
        return part;
    }

    private String reason(NextVisits.Proposal next) {
        if (next.slots().isEmpty()) {
            return getTranslation("desk.checkout.next.none");
        }
        var plan = next.planUntil();
        var why = getTranslation(next.rhythm() ? "desk.checkout.next.rhythm" : "desk.checkout.next.usual", next.days());
        return plan == null ? why : why + " " + getTranslation("desk.checkout.next.plan", clock.shortDay(plan));
    }

    private Button button(String text, FreeSlot slot, Deeds to) {
        var button = new Button(text, event -> to.next(visit, slot));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(getTranslation(key), event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
