package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.PaymentMethod;
import app.afterwell.booking.Settlement;
import app.afterwell.webui.components.Printout;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** A receipt on paper: what was given when and by whom, and how it was settled. */
class Receipt extends Printout {

    Receipt(AppointmentInfo visit, Settlement settlement, LocationInfo place, WallClock clock) {
        addClassName("receipt");
        boolean paid = settlement.method() != PaymentMethod.OPEN;
        add(new H1(getTranslation(paid ? "desk.receipt.title" : "desk.receipt.open", settlement.number())));
        add(new Paragraph(place.name()));
        add(new Paragraph(place.address()));
        add(new Paragraph(place.phone()));
        var facts = new DescriptionList();
        fact(facts, "client", visit.clientName());
        fact(
                facts,
                "visit",
                getTranslation(
                        "desk.client.visit",
                        clock.date(clock.at(visit.slot().start()).toLocalDate()),
                        clock.span(visit.slot())));
        fact(
                facts,
                "service",
                getTranslation(
                        "desk.client.visit.what", visit.serviceName(), visit.practitionerName(), visit.locationName()));
        fact(facts, "amount", Amounts.words(settlement.amount(), clock.locale()));
        fact(
                facts,
                "settled",
                getTranslation(
                        "desk.checkout.by." + settlement.method(), clock.moment(settlement.at()), settlement.by()));
        add(facts);
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(getTranslation("desk.receipt." + key)),
                new DescriptionList.Description(value));
    }
}
