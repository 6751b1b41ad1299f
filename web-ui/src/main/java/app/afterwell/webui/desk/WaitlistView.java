package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Directory;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.Waitlist;
import app.afterwell.booking.WaitlistEntry;
import app.afterwell.booking.WaitlistOffer;
import app.afterwell.booking.WaitlistWish;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Role;
import app.afterwell.intake.Clients;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who would come if a time were free, and what is offered to them just now. */
@Route(value = "waitlist", layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class WaitlistView extends Main implements HasDynamicTitle {

    private final transient Waitlist waitlist;
    private final transient Directory directory;
    private final transient Clients clients;
    private final transient Clock clock;
    private final transient WallClock words;
    private final boolean mayAct;
    private final LastChange last = new LastChange(undo -> perform(undo::run));
    private final Div list = new Div();
    private transient @Nullable List<WaitlistEntry> shown;

    WaitlistView(
            CurrentActor current,
            Waitlist waitlist,
            Directory directory,
            Clients clients,
            LiveUpdates updates,
            Clock clock) {
        this.waitlist = waitlist;
        this.directory = directory;
        this.clients = clients;
        this.clock = clock;
        var actor = current.require();
        mayAct = actor.has(Role.DESK) || actor.has(Role.THERAPIST);
        words = WallClock.of(directory.locations(), getLocale());
        setId("main");
        addClassNames("clients-page", "waitlist-page");
        var head = new Div(new H1(getTranslation("waitlist.title")));
        head.addClassName("head");
        if (mayAct && !directory.services().isEmpty()) {
            var add = new Button(getTranslation("waitlist.add"), Glyph.PLUS.icon(), event -> join());
            add.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(add);
        }
        last.addClassName("waitlist-last");
        add(head, last, list);
        updates.subscribe(this, LiveUpdates.DAY, topic -> show());
        show();
    }

    /** Makes the list, unless it is there already: it would be taken from under a finger or the focus for nothing. */
    private void show() {
        var all = waitlist.entries();
        if (all.equals(shown)) {
            return;
        }
        shown = all;
        list.removeAll();
        if (all.isEmpty()) {
            var none = new Paragraph(getTranslation("waitlist.none"));
            none.addClassName("read");
            list.add(none);
            return;
        }
        var items = new UnorderedList();
        items.addClassName("waitlist");
        all.forEach(entry -> items.add(item(entry)));
        list.add(items);
    }

    private ListItem item(WaitlistEntry entry) {
        var name = new Anchor("clients/" + entry.wish().client(), entry.clientName());
        name.addClassNames("private", "name");
        var wish = new Span(wish(entry.wish(), entry.serviceName()));
        var since = new Span(getTranslation("waitlist.since", words.moment(entry.since())));
        since.addClassName("muted");
        var text = new Div(new Div(name), new Div(wish), new Div(since));
        if (entry.wish().notes() != null) {
            var notes = new Span(getTranslation("desk.visit.notes", entry.wish().notes()));
            notes.addClassNames("muted", "private");
            text.add(new Div(notes));
        }
        var item = new ListItem(text);
        if (entry.offer() != null) {
            item.add(offered(entry, entry.offer()));
        }
        if (mayAct) {
            var leave = new Button(Glyph.X.small(), event -> perform(() -> leave(entry)));
            leave.setAriaLabel(getTranslation("waitlist.leave", entry.clientName()));
            leave.setTooltipText(getTranslation("waitlist.leave.short"));
            leave.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            leave.addClassName("only");
            item.add(leave);
        }
        return item;
    }

    private String wish(WaitlistWish wish, String service) {
        var parts = new ArrayList<String>();
        parts.add(service);
        parts.add(
                wish.practitioners().isEmpty()
                        ? getTranslation("waitlist.anybody")
                        : directory.practitioners().stream()
                                .filter(each -> wish.practitioners().contains(each.id()))
                                .map(PractitionerInfo::name)
                                .collect(Collectors.joining(" / ")));
        parts.add(
                wish.days().isEmpty()
                        ? getTranslation("waitlist.any-day")
                        : wish.days().stream().sorted().map(this::name).collect(Collectors.joining(" ")));
        boolean allDay = wish.from().equals(LocalTime.MIDNIGHT) && wish.to().equals(LocalTime.MIDNIGHT);
        if (!allDay) {
            parts.add(wish.from() + "–" + (wish.to().equals(LocalTime.MIDNIGHT) ? "24:00" : wish.to()));
        }
        parts.add(getTranslation("waitlist.until", words.date(wish.last())));
        return String.join(", ", parts);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale());
    }

    private Component offered(WaitlistEntry entry, WaitlistOffer offer) {
        var there = words.in(offer.zone());
        var text = new Span(getTranslation(
                "waitlist.offered",
                there.day(there.at(offer.slot().start()).toLocalDate()),
                there.span(offer.slot()),
                offer.practitionerName(),
                there.moment(offer.until())));
        var box = new Div(Glyph.CLOCK.small(), text);
        box.addClassNames("notice", "waitlist-offer");
        if (mayAct) {
            var accept = new Button(getTranslation("waitlist.accept"), event -> perform(() -> accept(entry, offer)));
            accept.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
            var decline = new Button(getTranslation("waitlist.decline"), event -> perform(() -> decline(entry, offer)));
            decline.addThemeVariants(ButtonVariant.SMALL);
            var row = new Div(accept, decline);
            row.addClassName("row");
            box.add(row);
        }
        return box;
    }

    private Change accept(WaitlistEntry entry, WaitlistOffer offer) {
        AppointmentInfo booked = waitlist.accept(offer.id());
        var there = words.in(booked.zone());
        return new Change(
                getTranslation(
                        "desk.did.book",
                        entry.clientName(),
                        there.moment(booked.slot().start()),
                        booked.practitionerName()),
                null);
    }

    private Change decline(WaitlistEntry entry, WaitlistOffer offer) {
        waitlist.decline(offer.id());
        return new Change(getTranslation("waitlist.declined", entry.clientName()), null);
    }

    private Change leave(WaitlistEntry entry) {
        waitlist.leave(entry.id());
        return new Change(getTranslation("waitlist.left", entry.clientName()), () -> {
            waitlist.comeBack(entry.id());
            return new Change(getTranslation("waitlist.back", entry.clientName()), null);
        });
    }

    private void join() {
        new WaitlistDialog(clients, directory, words, clock.instant(), (name, wish) -> {
                    var id = waitlist.join(wish);
                    perform(() -> new Change(getTranslation("waitlist.joined", name), () -> {
                        waitlist.leave(id);
                        return new Change(getTranslation("waitlist.left", name), null);
                    }));
                })
                .open();
    }

    private void perform(Supplier<Change> deed) {
        try {
            last.show(deed.get());
        } catch (RuntimeException e) {
            if (!Refusals.isOne(e)) {
                throw e;
            }
            last.refuse(Refusals.words(e, this::getTranslation), null);
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("waitlist.title"));
    }
}
