package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.CancelledBy;
import app.afterwell.booking.Parties;
import app.afterwell.booking.Series;
import app.afterwell.domain.VisitStatus;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Collectors;

/** What else is known about a visit and can be done with it: where it stood before, who comes along, what returns. */
class VisitExtras extends Div {

    /** Whom it asks. */
    record Services(Calendar calendar, Series series, Parties parties) {}

    private final Services services;
    private final AppointmentInfo visit;
    private final WallClock words;
    private final Performer performer;
    private final Runnable onClose;

    /** @param mayAct whether the reader may change anything */
    VisitExtras(
            Services services,
            AppointmentInfo visit,
            WallClock words,
            Performer performer,
            Runnable onClose,
            boolean mayAct) {
        this.services = services;
        this.visit = visit;
        this.words = words;
        this.performer = performer;
        this.onClose = onClose;
        addClassName("visit-extras");
        history();
        if (visit.party() != null) {
            var others = services.parties().of(visit.id()).stream()
                    .filter(other -> !other.id().equals(visit.id()))
                    .map(AppointmentInfo::clientName)
                    .collect(Collectors.joining(", "));
            var text = new Paragraph(getTranslation("party.with", others));
            text.addClassName("private");
            add(text);
        }
        boolean open = visit.status() == VisitStatus.BOOKED || visit.status() == VisitStatus.CONFIRMED;
        if (mayAct && !visit.status().frees()) {
            var row = new Div();
            row.addClassName("others");
            row.add(quiet("series.repeat.do", () -> dialog().repeat()));
            if (open && visit.series() != null) {
                row.add(quiet("series.move.following", () -> dialog().moveFollowing()));
                row.add(quiet("series.cancel.following", this::cancelFollowing));
            }
            if (open && visit.party() != null) {
                row.add(quiet("party.cancel", this::cancelParty));
            }
            add(row);
        }
    }

    private void history() {
        var moves = services.calendar().history(visit.id());
        if (moves.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        moves.forEach(past -> list.add(new ListItem(getTranslation(
                "desk.visit.moved.from",
                words.moment(past.slot().start()),
                past.practitionerName(),
                past.movedBy(),
                words.moment(past.movedAt())))));
        list.addClassName("visit-moves");
        var label = new Paragraph(getTranslation("desk.visit.moved", moves.size()));
        label.addClassName("label");
        add(label, list);
    }

    private SeriesDialog dialog() {
        onClose.run();
        var dialog = new SeriesDialog(services.series(), visit, words, performer);
        dialog.open();
        return dialog;
    }

    private void cancelFollowing() {
        onClose.run();
        performer.perform(() -> SeriesDialog.cancelFollowing(
                services.series(),
                services.calendar(),
                visit,
                getTranslation("desk.reason.client"),
                this::getTranslation));
    }

    private void cancelParty() {
        onClose.run();
        performer.perform(() -> {
            var cancelled =
                    services.parties().cancel(visit.id(), CancelledBy.CLIENT, getTranslation("desk.reason.client"));
            return new Change(getTranslation("party.did.cancel", cancelled.size()), () -> {
                services.calendar()
                        .takeBack(cancelled.stream().map(AppointmentInfo::id).toList());
                return new Change(getTranslation("party.undid.cancel"), null);
            });
        });
    }

    private Button quiet(String key, Runnable action) {
        var button = new Button(getTranslation(key), event -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
