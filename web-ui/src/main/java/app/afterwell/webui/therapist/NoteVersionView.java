package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Attachments;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.webui.record.RecordPdf;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** One signed version of a note as it was signed, marked if another took its place. */
@Route(value = "sessions/:appointment/versions/:revision", layout = StaffLayout.class)
@RolesAllowed("THERAPIST")
class NoteVersionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String NUMBER = "[1-9]\\d{0,5}";

    private final transient SignedNotes notes;
    private final transient Plans plans;
    private final transient Attachments attachments;
    private final transient RecordPdf pdf;
    private final transient Clock clock;
    private String title = "";

    NoteVersionView(SignedNotes notes, Plans plans, Attachments attachments, RecordPdf pdf, Clock clock) {
        this.notes = notes;
        this.plans = plans;
        this.attachments = attachments;
        this.pdf = pdf;
        this.clock = clock;
        addClassName("session-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var appointment = parameters
                .get("appointment")
                .flatMap(Ids::appointment)
                .orElseThrow(() -> new NotFoundException("the visit"));
        int revision = parameters
                .get("revision")
                .filter(text -> text.matches(NUMBER))
                .map(Integer::valueOf)
                .orElseThrow(() -> new NotFoundException("the version"));
        show(appointment, revision);
    }

    private void show(AppointmentId appointment, int revision) {
        var note = notes.version(appointment, revision);
        title = getTranslation("record.version.title", revision, note.clientName());
        removeAll();
        var signature = note.signature();
        if (signature == null) {
            throw new NotFoundException("version " + revision + " of note " + appointment);
        }
        var page = new SignedNote(note, plans.plan(signature.plan()), clock.instant(), pdf, null);
        page.files(AttachmentList.locked(attachments, appointment, revision));
        add(page);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }
}
