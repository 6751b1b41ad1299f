package app.afterwell.webui.desk;

import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.FindSlots;
import app.afterwell.booking.FreeSlot;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.intake.ClientView;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Books: the slot is chosen, a name is typed, Enter does it. Nothing that was typed is lost when it is refused. */
class BookingDialog extends Dialog {

    private static final int ALTERNATIVES = 3;

    /** Every five minutes is the shortest step. */
    private static final int STARTS_OF_A_DAY = 300;

    /**
     * Where and when the dialog was opened.
     *
     * @param start the time that was chosen, or the earliest that may be proposed
     * @param chosen whether it was chosen
     */
    record Slot(
            LocationInfo place,
            DayBoard board,
            WallClock words,
            @Nullable PractitionerId practitioner,
            @Nullable RoomId room,
            LocalTime start,
            boolean chosen) {}

    private final BookingDialogs.Services services;
    private final Slot opened;
    private final Performer performer;
    private final ClientLookup lookup;
    private final NewClientForm newClient;
    private final Button toNew = new Button();
    private final AppointmentForm appointment;
    private final Div alternatives = new Div();
    private final Div care = new Div();
    private final Div form = new Div();
    private final Paragraph price = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Button book = new Button();
    private @Nullable ClientView client;
    private boolean asNew;

    BookingDialog(BookingDialogs.Services services, Slot opened, Performer performer) {
        this.services = services;
        this.opened = opened;
        this.performer = performer;
        lookup = new ClientLookup(services.clients(), opened.words(), this::chosen, this::submit);
        newClient = new NewClientForm(opened.place(), getLocale());
        appointment = new AppointmentForm(
                opened.board(),
                opened.words(),
                services.directory().services(),
                this::freeTimes,
                opened.practitioner(),
                opened.room(),
                opened.start(),
                opened.chosen(),
                this::retitle);
        addClassName("booking");
        setWidth("920px");
        add(columns());
        head();
        foot();
        chosen(null);
    }

    private Component columns() {
        toNew.setIcon(Glyph.NEW.icon());
        toNew.addClickListener(event -> beginNew());
        newClient.setVisible(false);
        var who = new Div(lookup, toNew, newClient);
        who.addClassName("booking-who");
        alternatives.addClassName("alternatives");
        alternatives.setVisible(false);
        care.add(Glyph.CARE.small(), new Span(getTranslation("booking.care")));
        care.addClassNames("notice", "warn");
        form.add(Glyph.FORM.small(), new Span(getTranslation("booking.form")));
        form.addClassName("notice");
        problem.addClassName("booking-problem");
        problem.getElement().setAttribute("role", "alert");
        var anybody = new Button(getTranslation("booking.anybody"), event -> takeAnybody());
        anybody.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var what = new Div(appointment, anybody, alternatives, care, form, problem);
        what.addClassName("booking-what");
        var columns = new Div(who, what);
        columns.addClassName("booking-columns");
        return columns;
    }

    private List<FreeSlot> freeTimes(FindSlots search) {
        try {
            return services.availability().free(search).slots();
        } catch (UnacceptableException goneMeanwhile) {
            // a service or therapist taken off the list while the dialog is open; booking them says so at its field
            return List.of();
        }
    }

    private void head() {
        var close = new Button(Glyph.X.icon(), event -> close());
        close.setAriaLabel(getTranslation("booking.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("only");
        var words = opened.words();
        var where = new Span(getTranslation(
                "booking.where", words.day(opened.board().day()), opened.place().name(), words.zoneCity()));
        where.addClassName("muted");
        getHeader().add(where, close);
    }

    private void foot() {
        price.addClassName("price");
        var leave = new Button(getTranslation("booking.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        book.addThemeVariants(ButtonVariant.PRIMARY);
        book.addClickListener(event -> submit());
        var together = new Button(getTranslation("party.do"), event -> {
            close();
            new PartyDialog(
                            services.clients(),
                            services.parties(),
                            services.directory().services(),
                            opened.board(),
                            opened.words(),
                            opened.start(),
                            performer)
                    .open();
        });
        together.addThemeVariants(ButtonVariant.TERTIARY);
        together.addClassName("wide-only");
        getFooter().add(price, together, leave, book);
    }

    private void chosen(@Nullable ClientView chosen) {
        client = chosen;
        if (chosen != null) {
            asNew = false;
            newClient.setVisible(false);
            appointment.propose(services.calendar().lastOf(chosen.id()).orElse(null));
        }
        var hints =
                chosen == null ? null : services.known().of(Set.of(chosen.id())).hints();
        care.setVisible(hints != null && !hints.care().isEmpty());
        form.setVisible(hints != null && !hints.unanswered().isEmpty());
        var typed = lookup.typed().strip();
        toNew.setText(typed.isEmpty() ? getTranslation("booking.new") : getTranslation("booking.new.of", typed));
        toNew.setVisible(!asNew);
        retitle();
    }

    private void beginNew() {
        asNew = true;
        client = null;
        toNew.setVisible(false);
        care.setVisible(false);
        form.setVisible(true);
        newClient.setVisible(true);
        newClient.begin(lookup.typed());
        appointment.propose(null);
        retitle();
    }

    private void retitle() {
        problem.setText("");
        alternatives.setVisible(false);
        var slot = appointment.slot();
        var time = slot == null ? "" : opened.words().time(slot.start());
        var who = appointment.practitioner();
        setHeaderTitle(getTranslation("booking.title", time, who == null ? "" : who.name()));
        var name = client != null ? client.name() : asNew ? newClient.typedName() : "";
        book.setText(
                name.isBlank()
                        ? getTranslation("booking.do")
                        : getTranslation("booking.do.for", name.split("\\s+")[0], time));
        var service = appointment.service();
        price.setText(
                service == null
                        ? ""
                        : money(service.price().minor(), service.price().currency()));
    }

    private String money(long minor, String currency) {
        var format = NumberFormat.getCurrencyInstance(opened.words().locale());
        format.setCurrency(Currency.getInstance(currency));
        return format.format(minor / Math.pow(10, format.getCurrency().getDefaultFractionDigits()));
    }

    private void submit() {
        if (client == null && !asNew) {
            lookup.complain(getTranslation("booking.required.client"));
            return;
        }
        problem.setText("");
        try {
            var known = client == null ? ClientId.next() : client.id();
            appointment.command(known).ifPresent(draft -> book(client == null ? forNewClient(draft) : draft));
        } catch (UnacceptableException refused) {
            if (!newClient.complain(refused) && !appointment.complain(refused)) {
                problem.setText(Refusals.words(refused, this::getTranslation));
            }
            offerForce(refused);
        } catch (ConflictException refused) {
            appointment.complain("start", Refusals.words(refused, this::getTranslation));
            offerForce(refused);
            offerOthers();
        }
    }

    private void book(BookAppointment command) {
        var change = new BoardActions(services.calendar(), services.parties(), this::getTranslation, getLocale())
                .book(
                        command,
                        Objects.requireNonNull(client).name(),
                        opened.board().day());
        close();
        performer.perform(() -> change);
    }

    /** Adds the client; from then on they are a known one, whatever becomes of the booking. */
    private BookAppointment forNewClient(BookAppointment draft) {
        newClient.clear();
        var added = services.clients().add(newClient.details());
        client = services.clients().get(added);
        asNew = false;
        return new BookAppointment(
                added,
                draft.service(),
                draft.practitioner(),
                draft.start(),
                draft.length(),
                draft.room(),
                draft.location(),
                draft.notes(),
                draft.overrideReason());
    }

    private void offerForce(RuntimeException refused) {
        if (Refusals.mayForce(refused)) {
            appointment.askReason();
        }
    }

    /** Takes whoever is free and whose turn it is, and says why. */
    private void takeAnybody() {
        var service = appointment.service();
        var slot = appointment.slot();
        if (service == null || slot == null) {
            return;
        }
        var day = opened.board().day();
        var search = new FindSlots(service.id(), day, day, null, opened.place().id(), slot.length());
        try {
            services
                    .availability()
                    .withAnybody(search, client == null ? null : client.id(), 0, STARTS_OF_A_DAY)
                    .stream()
                    .filter(choice -> appointment.mayBegin(choice.slot()))
                    .findFirst()
                    .ifPresentOrElse(
                            taken -> appointment.take(
                                    taken.slot(),
                                    getTranslation("booking.anybody." + taken.why(), taken.free(), taken.visits())),
                            () -> problem.setText(getTranslation("booking.anybody.none")));
        } catch (UnacceptableException refused) {
            if (!appointment.complain(refused)) {
                problem.setText(Refusals.words(refused, this::getTranslation));
            }
        }
    }

    /** The free starts that are nearest to the one that was refused. */
    private void offerOthers() {
        var slot = appointment.slot();
        if (slot == null) {
            return;
        }
        var free = appointment.free();
        alternatives.removeAll();
        alternatives.add(new Span(getTranslation(free.isEmpty() ? "booking.free.none" : "booking.free")));
        nearest(free, slot.start()).forEach(other -> {
            var at = opened.words().at(other.slot().start());
            var button = new Button(opened.words().time(other.slot().start()), event -> appointment.startAt(at));
            button.addThemeVariants(ButtonVariant.SMALL);
            alternatives.add(button);
        });
        alternatives.setVisible(true);
    }

    private static List<FreeSlot> nearest(List<FreeSlot> free, Instant wanted) {
        return free.stream()
                .sorted(Comparator.comparing(
                        other -> Duration.between(wanted, other.slot().start()).abs()))
                .limit(ALTERNATIVES)
                .sorted(Comparator.comparing(other -> other.slot().start()))
                .toList();
    }
}
