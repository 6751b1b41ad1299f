package app.afterwell.webui.desk;

import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.TimeSlot;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.calendar.ResourceCalendar;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The day board: a place's whole day on one screen, and what the desk does with it. */
@Route(value = "desk", layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Calendar calendar;
    private final transient Clock clock;
    private final transient DeskClients clients;
    private final transient BookingDialogs bookings;
    private final transient List<LocationInfo> locations;
    private final boolean mayAct;

    private final transient Performer performer = this::perform;
    private final ResourceCalendar board;
    private final BoardBar bar;
    private final MonthGrid month = new MonthGrid(this::goTo);
    private final StatusFilter filter = new StatusFilter(this::refresh);
    private final LastChange last = new LastChange(undo -> performer.perform(undo::run));
    private final VisitPopover visits;
    private final @Nullable CallList calls;

    private @Nullable LocationInfo location;
    private @Nullable LocalDate date;
    private transient @Nullable DayBoard shown;

    DeskView(
            CurrentActor current,
            Calendar calendar,
            Directory directory,
            DeskClients clients,
            BookingDialogs bookings,
            Tasks tasks,
            LiveUpdates updates,
            Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
        this.clients = clients;
        this.bookings = bookings;
        locations = directory.locations();
        var actor = current.require();
        mayAct = actor.has(Role.DESK) || actor.has(Role.THERAPIST);
        board = new ResourceCalendar(clock);
        bar = new BoardBar(locations, this::goTo);
        visits = new VisitPopover(board, clock, mayAct, performer);
        calls = mayAct ? new CallList(tasks, this::words, performer) : null;
        addClassName("desk");
        arrange();
        listen(updates);
    }

    private void arrange() {
        var rail = new Aside(month, filter);
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", getTranslation("desk.rail"));
        var fold = new Button(Glyph.FILTER.icon(), event -> rail.setClassName("open", !rail.hasClassName("open")));
        fold.setAriaLabel(getTranslation("desk.rail"));
        fold.addClassNames("only", "narrow-only");
        bar.addComponentAsFirst(fold);
        if (mayAct) {
            var block = new Button(getTranslation("desk.block"), Glyph.BLOCK.icon(), event -> block());
            block.addClassName("wide-only");
            var book = new Button(getTranslation("desk.book"), Glyph.PLUS.icon(), event -> book(null, null));
            book.addThemeVariants(ButtonVariant.PRIMARY);
            book.getElement().setAttribute("aria-keyshortcuts", "n");
            bar.offer(block, book);
        }
        var main = new Main(bar, board, last, visits);
        main.setId("main");
        main.addClassName("board");
        add(rail, main);
        if (calls != null) {
            add(calls);
        }
    }

    private void listen(LiveUpdates updates) {
        updates.subscribe(this, LiveUpdates.DAY, topic -> refresh());
        if (calls != null) {
            updates.subscribe(this, LiveUpdates.TASKS, topic -> calls.refresh());
            board.addSlotChosenListener(event -> book(PractitionerId.of(event.column()), event.at()));
            board.addEntryMovedListener(event -> visits.moved(
                    event.entry(),
                    PractitionerId.of(event.column()),
                    new TimeSlot(words().instant(event.start()), words().instant(event.end()))));
            new DeskKeys(this, () -> book(null, null), last::takeBack);
        }
        board.addEntryChosenListener(event -> visits.open(event.entry(), words()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var code = parameters.getSingleParameter("location");
        location = locations.stream()
                .filter(place -> code.filter(text -> text.equals(place.code())
                                || text.equals(place.id().toString()))
                        .isPresent())
                .findFirst()
                .or(() -> locations.stream().findFirst())
                .orElse(null);
        date = parameters.getSingleParameter("date").flatMap(DeskView::day).orElse(null);
        refresh();
        if (calls != null) {
            calls.refresh();
        }
    }

    private void refresh() {
        var place = location;
        if (place == null) {
            bar.setVisible(false);
            return;
        }
        var words = words();
        var today = words.at(clock.instant()).toLocalDate();
        var day = date == null ? today : date;
        var read = calendar.day(place.id(), day);
        shown = read;
        var known = clients.of(BoardDays.clients(read));
        bar.show(place, day, today, words);
        month.show(day, today, closed(place), words);
        filter.count(read);
        board.show(new BoardDays(this::getTranslation, words)
                .draw(read, filter.statuses(), known.hints(), clock.instant(), mayAct));
        visits.show(read, known, new BoardActions(calendar, this::getTranslation, getLocale()), words);
    }

    private boolean perform(Supplier<Change> deed, @Nullable Runnable force) {
        boolean done = false;
        try {
            last.show(deed.get());
            done = true;
        } catch (RuntimeException e) {
            if (!Refusals.isOne(e)) {
                throw e;
            }
            last.refuse(Refusals.words(e, this::getTranslation), Refusals.mayForce(e) ? force : null);
        }
        refresh();
        if (calls != null) {
            calls.refresh();
        }
        return done;
    }

    private void book(@Nullable PractitionerId practitioner, @Nullable LocalDateTime at) {
        if (location != null && shown != null) {
            bookings.open(location, shown, words(), practitioner, at, performer);
        }
    }

    private void block() {
        if (location != null && shown != null) {
            var place = location.id();
            var actions = new BoardActions(calendar, this::getTranslation, getLocale());
            new BlockDialog(
                            shown,
                            words(),
                            clock.instant(),
                            (practitioner, slot, label) ->
                                    performer.perform(() -> actions.block(place, practitioner, slot, label)))
                    .open();
        }
    }

    private void goTo(LocalDate day) {
        if (location != null) {
            goTo(location, day);
        }
    }

    private void goTo(LocationInfo place, LocalDate day) {
        getUI().ifPresent(ui -> ui.navigate(
                DeskView.class, QueryParameters.simple(Map.of("location", place.code(), "date", day.toString()))));
    }

    /** How the place's times are written; with no place yet, the first thing the owner adds one. */
    private WallClock words() {
        return location == null ? WallClock.of(ZoneOffset.UTC, getLocale()) : WallClock.of(location, getLocale());
    }

    private static Set<DayOfWeek> closed(LocationInfo place) {
        var closed = EnumSet.allOf(DayOfWeek.class);
        closed.removeAll(place.hours().stream().map(WeeklySpan::day).collect(Collectors.toSet()));
        return place.hours().isEmpty() ? Set.of() : closed;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("desk.title"));
    }
}
