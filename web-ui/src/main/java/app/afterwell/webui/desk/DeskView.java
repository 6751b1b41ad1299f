package app.afterwell.webui.desk;

import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Availability;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.DayBoard;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.RoomId;
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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The day board: a place's whole day, or a therapist's week, on one screen, and what the desk does with it. */
@Route(value = "desk", layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Calendar calendar;
    private final transient Directory directory;
    private final transient Availability availability;
    private final transient BoardReader reader;
    private final transient Clock clock;
    private final transient BookingDialogs bookings;
    private final transient List<LocationInfo> locations;
    private final @Nullable PractitionerId self;
    private final boolean mayAct;

    private final transient Performer performer = this::perform;
    private final ResourceCalendar board;
    private final BoardBar bar;
    private final MonthGrid month = new MonthGrid(day -> goTo(selected().on(day)));
    private final TherapistFilter therapists =
            new TherapistFilter(whom -> goTo(selected().of(whom)));
    private final StatusFilter filter = new StatusFilter(this::refresh);
    private final LastChange last = new LastChange(undo -> performer.perform(undo::run));
    private final BoardNotices notices;
    private final VisitPopover visits;
    private final @Nullable CallList calls;

    private transient @Nullable Selection selection;
    private transient BoardReader.@Nullable Read shown;

    DeskView(
            CurrentActor current,
            Calendar calendar,
            Directory directory,
            Availability availability,
            BoardReader reader,
            BookingDialogs bookings,
            CheckoutDesk checkout,
            Tasks tasks,
            LiveUpdates updates,
            Clock clock) {
        this.calendar = calendar;
        this.directory = directory;
        this.availability = availability;
        this.reader = reader;
        this.clock = clock;
        this.bookings = bookings;
        locations = directory.locations();
        var actor = current.require();
        self = actor.practitioner().orElse(null);
        mayAct = actor.has(Role.DESK) || actor.has(Role.THERAPIST);
        board = new ResourceCalendar(clock);
        bar = new BoardBar(locations, this::goTo);
        notices = new BoardNotices(day -> goTo(selected().on(day)));
        visits = new VisitPopover(board, clock, mayAct, performer, checkout, bookings, this::askMove);
        calls = mayAct ? new CallList(tasks, this::words, performer) : null;
        addClassName("desk");
        arrange();
        listen(updates);
    }

    private void arrange() {
        var rail = new Aside(bar.choices(), month, therapists, filter);
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", getTranslation("desk.rail"));
        var fold = new Button(Glyph.FILTER.icon(), event -> rail.setClassName("open", !rail.hasClassName("open")));
        fold.setAriaLabel(getTranslation("desk.rail"));
        fold.addClassNames("only", "narrow-only");
        bar.addComponentAsFirst(fold);
        bar.offer(small("desk.print", Glyph.PRINT, this::print));
        if (mayAct) {
            var book = new Button(getTranslation("desk.book"), Glyph.PLUS.icon(), event -> book(null, null, null));
            book.addThemeVariants(ButtonVariant.PRIMARY);
            book.getElement().setAttribute("aria-keyshortcuts", "n");
            bar.offer(small("desk.block", Glyph.BLOCK, this::block), book);
        }
        var main = new Main(bar, notices, board, last, visits);
        main.setId("main");
        main.addClassName("board");
        add(rail, main);
        if (calls != null) {
            add(calls);
        }
    }

    private Button small(String key, Glyph glyph, Runnable action) {
        var button = new Button(glyph.icon(), event -> action.run());
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        button.addClassNames("only", "wide-only");
        return button;
    }

    private void listen(LiveUpdates updates) {
        updates.subscribe(this, LiveUpdates.DAY, topic -> refresh());
        if (calls != null) {
            updates.subscribe(this, LiveUpdates.TASKS, topic -> calls.refresh());
            board.addSlotChosenListener(event -> chosen(event.column(), event.at()));
            board.addEntryMovedListener(event -> moved(event.entry(), event.column(), event.start(), event.end()));
            new DeskKeys(this, () -> book(null, null, null), last::takeBack);
        }
        board.addEntryChosenListener(event -> visits.open(event.entry()));
    }

    private void chosen(String column, LocalDateTime at) {
        var read = shown;
        if (read != null) {
            read.sheet().lane(column).ifPresent(lane -> {
                var who = lane.therapist() == null ? null : lane.therapist().practitioner();
                var room = lane.room() == null ? null : lane.room().id();
                book(who, room, read.sheet().fromBase(lane, at));
            });
        }
    }

    private void moved(String entry, String column, LocalDateTime start, LocalDateTime end) {
        var read = shown;
        var lane = read == null ? null : read.sheet().lane(column).orElse(null);
        if (read == null || lane == null) {
            board.putBack(entry);
            return;
        }
        visits.moved(
                entry,
                lane.therapist() == null ? null : lane.therapist().practitioner(),
                lane.room() == null ? null : lane.room().id(),
                new TimeSlot(
                        words().instant(read.sheet().fromBase(lane, start)),
                        words().instant(read.sheet().fromBase(lane, end))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = Selection.read(event.getLocation().getQueryParameters(), locations);
        refresh();
        if (calls != null) {
            calls.refresh();
        }
        if (selection != null && selection.visit() != null && shown != null) {
            shown.sheet().appointments().stream()
                    .filter(visit -> visit.id().equals(selected().visit()))
                    .findFirst()
                    .ifPresent(visit -> {
                        filter.include(visit.status());
                        board.chooseEntry(BoardDays.entryOf(visit));
                    });
        }
    }

    private void refresh() {
        var wanted = selection;
        if (wanted == null) {
            bar.setVisible(false);
            notices.noPlace();
            return;
        }
        var words = words();
        var today = today();
        var day = day();
        var here = directory.practitioners().stream()
                .filter(each -> each.worksAt(wanted.place().id()))
                .toList();
        var who = wanted.view() == BoardView.WEEK ? whose(wanted, here) : null;
        var monday = day.with(
                TemporalAdjusters.previousOrSame(WeekFields.of(words.locale()).getFirstDayOfWeek()));
        var read = who == null
                ? reader.day(wanted.daily(), day)
                : reader.week(wanted.place().id(), who.id(), monday, today);
        shown = read;
        bar.show(wanted, day, today, heading(words, read), here, who);
        month.show(day, today, closed(wanted.place()), words);
        therapists.show(read.sheet());
        filter.count(read.sheet().appointments());
        notices.show(read.sheet(), wanted.place(), words, day);
        var days = new BoardDays(this::getTranslation, words);
        board.show(days.draw(
                read.sheet(),
                filter.statuses(),
                read.known().hints(),
                read.owed(),
                clock.instant(),
                mayAct,
                wanted.place().rules().stepMinutes()));
        visits.show(read, actions(), words);
    }

    private static String heading(WallClock words, BoardReader.Read read) {
        var days = read.sheet().days();
        return read.sheet().view() == BoardView.WEEK
                ? words.days(days.getFirst().day(), days.getLast().day())
                : words.day(days.getFirst().day());
    }

    /** The one who was asked for, otherwise the reader themselves, otherwise the first; null if nobody works there. */
    private @Nullable PractitionerInfo whose(Selection wanted, List<PractitionerInfo> here) {
        return here.stream()
                .filter(each -> wanted.therapists().contains(each.id()))
                .findFirst()
                .or(() -> here.stream().filter(each -> each.id().equals(self)).findFirst())
                .or(() -> here.stream().findFirst())
                .orElse(null);
    }

    private LocalDate today() {
        return words().at(clock.instant()).toLocalDate();
    }

    /** The day that is shown, or one of the week's. */
    private LocalDate day() {
        var date = selected().date();
        return date == null ? today() : date;
    }

    private boolean perform(Supplier<Change> deed, @Nullable Runnable force) {
        Change done = null;
        try {
            done = deed.get();
            last.show(done);
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
        if (done != null && done.entry() != null) {
            board.bringIntoSight(done.entry());
        }
        return done != null;
    }

    private void book(@Nullable PractitionerId practitioner, @Nullable RoomId room, @Nullable LocalDateTime at) {
        if (selection != null) {
            var date = at == null ? day() : at.toLocalDate();
            bookings.open(selected().place(), dayBoard(date), words(), practitioner, room, at, performer);
        }
    }

    /** All of one day, whatever of it is shown. */
    private DayBoard dayBoard(LocalDate date) {
        var read = shown;
        return read != null && read.sheet().view() != BoardView.WEEK
                ? read.sheet().days().getFirst()
                : reader.day(selected().place().id(), date);
    }

    private void block() {
        if (selection != null) {
            var place = selected().place().id();
            new BlockDialog(
                            dayBoard(day()),
                            words(),
                            clock.instant(),
                            (practitioner, slot, label) ->
                                    performer.perform(() -> actions().block(place, practitioner, slot, label)))
                    .open();
        }
    }

    private void askMove(AppointmentInfo visit, MoveDialog.OnMove onMove) {
        var able = directory.service(visit.service()).practitioners();
        var here = directory.practitioners().stream()
                .filter(each -> each.id().equals(visit.practitioner())
                        || able.contains(each.id()) && each.worksAt(visit.location()))
                .toList();
        new MoveDialog(visit, words(), here, availability, onMove).open();
    }

    private void print() {
        var read = shown;
        if (read != null) {
            var words = words();
            var heading = heading(words, read);
            var title = read.sheet().view() == BoardView.WEEK
                    ? heading + ", "
                            + read.sheet()
                                    .days()
                                    .getFirst()
                                    .columns()
                                    .getFirst()
                                    .name()
                    : heading;
            var days = new BoardDays(this::getTranslation, words);
            getUI().ifPresent(ui -> new DaySheet(
                            read.sheet(), selected().place().name(), title, words, days, clock.instant())
                    .print(ui));
        }
    }

    private BoardActions actions() {
        return bookings.actions(this::getTranslation, getLocale());
    }

    private Selection selected() {
        if (selection == null) {
            throw new IllegalStateException("nothing is shown yet");
        }
        return selection;
    }

    private void goTo(Selection to) {
        getUI().ifPresent(ui -> ui.navigate(DeskView.class, to.query()));
    }

    /** How the place's times are written; with no place yet, the first thing the owner adds one. */
    private WallClock words() {
        return selection == null
                ? WallClock.of(ZoneOffset.UTC, getLocale())
                : WallClock.of(selection.place(), getLocale());
    }

    private static Set<DayOfWeek> closed(LocationInfo place) {
        var closed = EnumSet.allOf(DayOfWeek.class);
        closed.removeAll(place.hours().stream().map(WeeklySpan::day).collect(Collectors.toSet()));
        return place.hours().isEmpty() ? Set.of() : closed;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("desk.title"));
    }
}
