package app.afterwell.webui.desk;

import app.afterwell.booking.BookParty;
import app.afterwell.booking.CancelledBy;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.Parties;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.intake.ClientView;
import app.afterwell.intake.Clients;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books clients who come together: one time, one room, a therapist for each. */
class PartyDialog extends Dialog {

    private static final int MOST = 6;

    private final Clients clients;
    private final Parties parties;
    private final DayBoard board;
    private final WallClock words;
    private final List<ServiceInfo> services;
    private final Performer performer;
    private final TimePicker start = new TimePicker();
    private final TextField notes = new TextField();
    private final Div people = new Div();
    private final List<Person> members = new ArrayList<>();
    private final Paragraph problem = new Paragraph();

    PartyDialog(
            Clients clients,
            Parties parties,
            List<ServiceInfo> services,
            DayBoard board,
            WallClock words,
            LocalTime at,
            Performer performer) {
        this.clients = clients;
        this.parties = parties;
        this.board = board;
        this.words = words;
        this.services = services;
        this.performer = performer;
        addClassName("party");
        setHeaderTitle(getTranslation("party.title", words.day(board.day())));
        setWidth("820px");
        start.setLabel(getTranslation("booking.start"));
        words.offer(start);
        start.setValue(at);
        notes.setLabel(getTranslation("booking.notes"));
        notes.setMaxLength(500);
        notes.addClassName("private");
        people.addClassName("party-people");
        member();
        member();
        var more = new Button(getTranslation("party.more"), event -> {
            if (members.size() < MOST) {
                member();
            }
        });
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        problem.addClassName("booking-problem");
        problem.getElement().setAttribute("role", "alert");
        var body = new Div(start, people, more, notes, problem);
        body.addClassName("stack");
        add(body);
        var book = new Button(getTranslation("party.book"), event -> submit());
        book.addThemeVariants(ButtonVariant.PRIMARY);
        var leave = new Button(getTranslation("booking.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().add(leave, book);
    }

    private void member() {
        var person = new Person(members.size());
        members.add(person);
        people.add(person);
    }

    private void submit() {
        problem.setText("");
        var at = start.getValue();
        var wanted = members.stream().map(Person::member).toList();
        if (at == null || wanted.stream().anyMatch(member -> member == null)) {
            problem.setText(getTranslation("party.required"));
            return;
        }
        var complete = new ArrayList<BookParty.Member>();
        wanted.forEach(member -> {
            if (member != null) {
                complete.add(member);
            }
        });
        try {
            var booked = parties.book(new BookParty(
                    board.location(),
                    words.instant(board.day().atTime(at)),
                    null,
                    notes.getValue().isBlank() ? null : notes.getValue().strip(),
                    complete));
            close();
            var first = booked.getFirst();
            performer.perform(() -> new Change(
                    getTranslation(
                            "party.did.book",
                            booked.size(),
                            words.time(first.slot().start()),
                            first.roomName() == null ? "" : first.roomName()),
                    () -> {
                        parties.cancel(first.id(), CancelledBy.CLINIC, getTranslation("desk.reason.mistake"));
                        return new Change(getTranslation("party.undid.book"), null);
                    }));
        } catch (RuntimeException e) {
            if (!Refusals.isOne(e)) {
                throw e;
            }
            problem.setText(Refusals.words(e, this::getTranslation));
        }
    }

    /** One of those who come. */
    private final class Person extends Div {

        private final Select<ServiceInfo> service = new Select<>();
        private final Select<DayBoard.Column> practitioner = new Select<>();
        private @Nullable ClientView client;

        Person(int index) {
            addClassName("stack");
            var lookup = new ClientLookup(clients, words, chosen -> client = chosen, PartyDialog.this::submit);
            service.setLabel(getTranslation("booking.service"));
            service.setItemLabelGenerator(
                    item -> item == null ? "" : getTranslation("booking.service.item", item.name(), item.minutes()));
            practitioner.setLabel(getTranslation("booking.practitioner"));
            practitioner.setItemLabelGenerator(column -> column == null ? "" : column.name());
            practitioner.setItems(board.columns());
            practitioner.addValueChangeListener(event -> offer());
            if (index < board.columns().size()) {
                practitioner.setValue(board.columns().get(index));
            }
            add(new H3(getTranslation("party.person", index + 1)), lookup, practitioner, service);
        }

        private void offer() {
            var before = service.getValue();
            var who = practitioner.getValue();
            var offered = Proposals.services(services, who == null ? null : who.practitioner());
            service.setItems(offered);
            service.setValue(
                    offered.contains(before)
                            ? before
                            : offered.stream().findFirst().orElse(null));
        }

        BookParty.@Nullable Member member() {
            var who = client;
            var what = service.getValue();
            var by = practitioner.getValue();
            return who == null || what == null || by == null
                    ? null
                    : new BookParty.Member(who.id(), what.id(), by.practitioner());
        }
    }
}
