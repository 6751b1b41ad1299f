package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.Calendar;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The note of one visit: written until it is signed, read from then on. */
@Route(value = "sessions/:appointment", layout = StaffLayout.class)
@RolesAllowed("THERAPIST")
class SessionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SessionNotes notes;
    private final transient Plans plans;
    private final transient Protocols protocols;
    private final transient Calendar calendar;
    private final transient LiveUpdates updates;
    private final transient Clock clock;
    private transient Decisions decisions = new Decisions();
    private @Nullable AppointmentId appointment;
    private @Nullable Registration live;
    private String title = "";

    SessionView(
            SessionNotes notes, Plans plans, Protocols protocols, Calendar calendar, LiveUpdates updates, Clock clock) {
        this.notes = notes;
        this.plans = plans;
        this.protocols = protocols;
        this.calendar = calendar;
        this.updates = updates;
        this.clock = clock;
        addClassName("session-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters()
                .get("appointment")
                .flatMap(Ids::appointment)
                .orElseThrow(() -> new NotFoundException("the visit"));
        if (!asked.equals(appointment)) {
            decisions = new Decisions();
        }
        appointment = asked;
        show(asked);
    }

    private void show(AppointmentId visit) {
        var note = notes.open(visit);
        title = getTranslation("session.title", note.clientName());
        removeAll();
        if (live != null) {
            live.remove();
        }
        if (note.status() == NoteStatus.SIGNED && note.signature() != null) {
            add(new SignedNote(note, plans.plan(note.signature().plan()), clock.instant()));
            return;
        }
        var editor = new NoteEditor(note, decisions, notes, calendar, protocols.inForce(), clock, () -> show(visit));
        add(editor);
        live = Registration.combine(
                updates.subscribe(this, LiveUpdates.note(visit), topic -> show(visit)),
                updates.subscribe(this, LiveUpdates.client(note.client()), topic -> editor.lookAgain()));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }
}
