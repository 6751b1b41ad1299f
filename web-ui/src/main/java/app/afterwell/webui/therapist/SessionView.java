package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Attachments;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.Snippets;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.Calendar;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CurrentActor;
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
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The note of one visit: written until it is signed, read from then on. */
@Route(value = "sessions/:appointment", layout = StaffLayout.class)
@RolesAllowed("THERAPIST")
class SessionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SessionNotes notes;
    private final transient Snippets snippets;
    private final transient Attachments attachments;
    private final transient CurrentActor actor;
    private final transient AuthenticationContext signedIn;
    private final transient SignedPages signed;
    private final transient Protocols protocols;
    private final transient Calendar calendar;
    private final transient LiveUpdates updates;
    private final transient Clock clock;
    private @Nullable AppointmentId appointment;
    private @Nullable Registration live;
    private String title = "";

    SessionView(
            SessionNotes notes,
            Snippets snippets,
            Attachments attachments,
            SignedPages signed,
            Protocols protocols,
            Calendar calendar,
            LiveUpdates updates,
            CurrentActor actor,
            AuthenticationContext signedIn,
            Clock clock) {
        this.notes = notes;
        this.snippets = snippets;
        this.attachments = attachments;
        this.actor = actor;
        this.signedIn = signedIn;
        this.signed = signed;
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
        appointment = asked;
        show(asked);
    }

    private void show(AppointmentId visit) {
        removeAll();
        if (live != null) {
            live.remove();
        }
        NoteView note;
        try {
            note = notes.open(visit);
        } catch (AccessDeniedException e) {
            title = getTranslation("record.closed.short");
            add(signed.closed(visit, () -> show(visit)));
            return;
        }
        title = getTranslation("session.title", note.clientName());
        if (note.status() == NoteStatus.SIGNED && note.signature() != null) {
            var page = signed.signed(note, () -> show(visit));
            if (page instanceof SignedNote read) {
                read.files(AttachmentList.locked(attachments, visit));
            }
            add(page);
            return;
        }
        var keeper = new NoteKeeper(
                actor.require().userId(), signedIn.getPrincipalName().orElse(""), visit);
        var editor = new NoteEditor(
                note,
                keeper,
                snippets,
                new AttachmentList(attachments, visit),
                notes,
                calendar,
                protocols.inForce(),
                clock,
                () -> show(visit));
        signed.amendment(note, () -> show(visit)).ifPresent(editor::amends);
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
