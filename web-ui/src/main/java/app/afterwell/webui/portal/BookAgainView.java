package app.afterwell.webui.portal;

import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.FreeSlot;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One time that could suit the client, to be booked by a tap, and a few others. */
@Route(value = "portal/book", layout = PortalLayout.class)
@RolesAllowed("CLIENT")
class BookAgainView extends PortalPage {

    private final transient TimesToCome times;
    private final transient Calendar calendar;
    private final transient PortalClient clients;
    private final transient ClientCard client;

    BookAgainView(TimesToCome times, Calendar calendar, PortalClient clients) {
        super("pt-book");
        this.times = times;
        this.calendar = calendar;
        this.clients = clients;
        client = clients.card();
        propose(null);
    }

    /** @param news what has just come of it; null for nothing */
    private void propose(@Nullable String news) {
        removeAll();
        add(intro(getTranslation("portal.book.title")));
        if (news != null) {
            var said = new Paragraph(news);
            said.addClassName("pt-book-news");
            said.getElement().setAttribute("role", "status");
            add(said);
        }
        var free = times.of(client.id());
        if (free.isEmpty()) {
            var none = new Section(new Paragraph(getTranslation("portal.book.none")));
            none.addClassName("pt-sheet");
            clients.clinic(client.id())
                    .ifPresent(clinic -> none.add(call(clinic, getTranslation("portal.call", clinic.phoneText()))));
            add(none);
            return;
        }
        var best = free.getFirst();
        var kicker = new Paragraph(getTranslation("portal.book.proposed"));
        kicker.addClassName("pt-kicker");
        var when = new H2(start(best));
        when.addClassName("pt-lead-title");
        var text = new Div(kicker, when, new Paragraph(what(best)), muted(best.place()));
        text.addClassName("pt-stack-s");
        var book = button(best, "portal.book.this");
        book.addClassNames("pt-btn-primary", "pt-btn-wide");
        var sheet = new Section(text, book);
        sheet.addClassName("pt-sheet");
        add(sheet);
        if (free.size() > 1) {
            add(others(free.subList(1, free.size())));
        }
    }

    private Section others(List<TimesToCome.Time> free) {
        var rows = new UnorderedList();
        rows.addClassName("pt-rows");
        for (var time : free) {
            var text = new Div();
            text.getElement().appendChild(new Element("strong").setText(start(time)));
            var with = new Span(getTranslation("portal.book.with", time.slot().practitionerName()));
            with.addClassNames("pt-muted", "pt-blk");
            text.add(with);
            var book = button(time, "portal.book.other");
            book.addClassName("pt-btn-s");
            book.getElement().setAttribute("aria-label", getTranslation("portal.book.other.of", start(time)));
            var row = new ListItem(text, book);
            row.addClassName("pt-line");
            rows.add(row);
        }
        var section = new Section(new H2(getTranslation("portal.book.others")), rows);
        section.addClassName("pt-stack");
        return section;
    }

    private NativeButton button(TimesToCome.Time time, String key) {
        var book = new NativeButton(getTranslation(key), event -> book(time));
        book.addClassName("pt-btn");
        return book;
    }

    private void book(TimesToCome.Time time) {
        FreeSlot slot = time.slot();
        try {
            show(
                    calendar.book(BookAppointment.of(
                                    client.id(),
                                    time.service().id(),
                                    slot.practitioner(),
                                    slot.slot().start()))
                            .id(),
                    time);
        } catch (ConflictException | UnacceptableException e) {
            propose(getTranslation("portal.book.gone"));
        }
    }

    private void show(AppointmentId booked, TimesToCome.Time time) {
        removeAll();
        add(intro(getTranslation("portal.book.done")));
        var state = new Paragraph(PortalIcon.CHECK.create(), new Span(getTranslation("portal.book.booked")));
        state.addClassNames("pt-state", "pt-state-ok");
        var when = new H2(start(time));
        when.addClassName("pt-lead-title");
        var text = new Div(state, when, new Paragraph(what(time)), muted(time.place()));
        text.addClassName("pt-stack-s");
        text.getElement().setAttribute("role", "status");
        var all = new Anchor("portal/appointments", getTranslation("portal.book.all"));
        all.addClassName("pt-btn");
        var back = new NativeButton(getTranslation("portal.book.back"), event -> takeBack(booked));
        back.addClassName("pt-btn");
        var buttons = new Div(all, back);
        buttons.addClassName("pt-btns");
        var hint = muted(getTranslation("portal.book.confirmed"));
        hint.addClassName("pt-small");
        var sheet = new Section(text, buttons, hint);
        sheet.addClassName("pt-sheet");
        add(sheet);
    }

    private void takeBack(AppointmentId booked) {
        try {
            calendar.cancel(booked, getTranslation("portal.book.reason"));
            propose(getTranslation("portal.book.taken-back"));
        } catch (ConflictException | UnacceptableException e) {
            propose(getTranslation("portal.book.kept"));
        }
    }

    private String what(TimesToCome.Time time) {
        return getTranslation(
                "portal.visits.what",
                time.service().name(),
                time.slot().slot().length().toMinutes(),
                time.slot().practitionerName());
    }

    private String start(TimesToCome.Time time) {
        return start(time.slot().slot().start(), time.slot().zone(), client.zone());
    }
}
