package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Briefing;
import app.afterwell.aftercare.note.Briefings;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.UnsignedNote;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Calendar;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.messages.Messages;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** My day: who is next, what to take care of, and the notes that are still owed. */
@Route(value = "day", layout = StaffLayout.class)
@RolesAllowed("THERAPIST")
class DayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** How long after its end a visit may still be going on. */
    private static final Duration OVERRUN = Duration.ofMinutes(30);

    private static final Duration A_DAY = Duration.ofHours(26);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final transient Actor actor;
    private final transient Calendar calendar;
    private final transient Briefings briefings;
    private final transient SessionNotes notes;
    private final transient Protocols protocols;
    private final transient Messages messages;
    private final transient Clock clock;
    private @Nullable AppointmentId chosen;
    private transient @Nullable List<?> facts;

    DayView(
            CurrentActor current,
            Calendar calendar,
            Briefings briefings,
            SessionNotes notes,
            Protocols protocols,
            Messages messages,
            LiveUpdates updates,
            Clock clock) {
        this.actor = current.require();
        this.calendar = calendar;
        this.briefings = briefings;
        this.notes = notes;
        this.protocols = protocols;
        this.messages = messages;
        this.clock = clock;
        addClassNames("day", "touch");
        updates.subscribe(this, LiveUpdates.DAY, topic -> show());
        updates.subscribe(this, LiveUpdates.TASKS, topic -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("visit")
                .flatMap(Ids::appointment)
                .orElse(null);
        show();
    }

    /** Makes the page, unless it says all this already: it would be taken from under a finger or the focus for nothing. */
    private void show() {
        var now = clock.instant();
        var visits = visitsOf(now);
        var shown = visits.stream()
                .filter(visit -> visit.id().equals(chosen))
                .findFirst()
                .or(() -> next(visits, now));
        var known = briefings.of(visits.stream().map(AppointmentInfo::id).toList());
        var unsigned = notes.unsigned();
        int unreached =
                shown.map(visit -> unreached(known.get(visit.id()), now)).orElse(0);
        var toSay = List.of(visits, shown, known, unsigned, unreached, now.truncatedTo(ChronoUnit.MINUTES));
        if (!toSay.equals(facts)) {
            facts = toSay;
            make(visits, shown, known, unsigned, unreached, now);
        }
    }

    private void make(
            List<AppointmentInfo> visits,
            Optional<AppointmentInfo> shown,
            Map<AppointmentId, Briefing> known,
            List<UnsignedNote> unsigned,
            int unreached,
            Instant now) {
        removeAll();
        var words = new DayWords(
                visits.isEmpty() ? ZoneId.systemDefault() : visits.getFirst().zone(), getLocale());
        var agenda = new Aside(
                new Agenda(visits, known, shown.map(AppointmentInfo::id).orElse(null), words, now),
                new NotesToSign(unsigned, getLocale(), now));
        agenda.addClassName("agenda");
        agenda.getElement().setAttribute("aria-label", getTranslation("day.aside"));
        add(agenda);
        add(shown.<Main>map(visit -> new NextVisit(
                        visit,
                        known.get(visit.id()),
                        this::promptText,
                        words,
                        now,
                        unreached,
                        () -> markArrived(visit.id())))
                .orElseGet(() -> nobody(visits.isEmpty())));
    }

    /** The visits of today by the clock of their own location. */
    private List<AppointmentInfo> visitsOf(Instant now) {
        return actor.practitioner()
                .map(practitioner -> calendar
                        .appointments(new AppointmentFilter(
                                now.minus(A_DAY), now.plus(A_DAY), practitioner, null, null, Set.of(), 0, 200))
                        .items()
                        .stream()
                        .filter(visit -> visit.status() != VisitStatus.CANCELLED)
                        .filter(visit -> visit.slot()
                                .start()
                                .atZone(visit.zone())
                                .toLocalDate()
                                .equals(now.atZone(visit.zone()).toLocalDate()))
                        .toList())
                .orElse(List.of());
    }

    /** Who is on the table, else who is here, else who comes next. */
    private static Optional<AppointmentInfo> next(List<AppointmentInfo> visits, Instant now) {
        var order = List.of(VisitStatus.IN_SESSION, VisitStatus.ARRIVED, VisitStatus.CONFIRMED, VisitStatus.BOOKED);
        return visits.stream()
                .filter(visit -> order.contains(visit.status()))
                // Somebody who left long ago and was never marked so is next only if nobody else is.
                .min(Comparator.comparing((AppointmentInfo visit) ->
                                visit.slot().end().plus(OVERRUN).isBefore(now))
                        .thenComparing(visit -> Math.min(2, order.indexOf(visit.status())))
                        .thenComparing(visit -> visit.slot().start()));
    }

    /** How many messages did not reach the client since they were here. */
    private int unreached(@Nullable Briefing briefing, Instant now) {
        if (briefing == null) {
            return 0;
        }
        var last = briefing.lastPlan();
        return messages.failed(briefing.client(), last == null ? now.minus(A_MONTH) : last.issuedAt());
    }

    private void markArrived(AppointmentId visit) {
        if (Says.problem(this, () -> calendar.setStatus(visit, VisitStatus.ARRIVED))) {
            show();
        }
    }

    private String promptText(String prompt) {
        return protocols.inForce().promptText(prompt).orElse(prompt);
    }

    private Main nobody(boolean free) {
        var main = new Main(
                new H1(getTranslation(free ? "day.free.title" : "day.done.title")),
                new Paragraph(getTranslation(free ? "day.free.text" : "day.done.text")));
        main.addClassName("next-up");
        main.setId("main");
        return main;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("day.title"));
    }
}
