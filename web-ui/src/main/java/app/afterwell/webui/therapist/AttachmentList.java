package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Attachment;
import app.afterwell.aftercare.note.Attachments;
import app.afterwell.domain.AppointmentId;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;

/** Photos and papers of a note: added, looked at and, as long as the note is a draft, taken away with undo. */
class AttachmentList extends Section {

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int KILO = 1024;

    private final transient Attachments attachments;
    private final AppointmentId appointment;
    private final boolean locked;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph undo = new Paragraph();

    /** Those of a note that is still written. */
    AttachmentList(Attachments attachments, AppointmentId appointment) {
        this(attachments, appointment, false);
        show();
        add(undo, upload());
    }

    /** Those of a signed note: to be looked at; nothing is shown where there are none. */
    static AttachmentList locked(Attachments attachments, AppointmentId appointment) {
        return locked(attachments, appointment, attachments.of(appointment));
    }

    /** Those of one signed version. */
    static AttachmentList locked(Attachments attachments, AppointmentId appointment, int revision) {
        return locked(attachments, appointment, attachments.of(appointment, revision));
    }

    private static AttachmentList locked(Attachments attachments, AppointmentId appointment, List<Attachment> those) {
        var files = new AttachmentList(attachments, appointment, true);
        files.show(those);
        files.setVisible(files.list.isVisible());
        return files;
    }

    private AttachmentList(Attachments attachments, AppointmentId appointment, boolean locked) {
        this.locked = locked;
        this.attachments = attachments;
        this.appointment = appointment;
        addClassNames("attachments", "private");
        list.addClassName("files");
        undo.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("session.files")), list);
    }

    private Upload upload() {
        var upload = new Upload(UploadHandler.inMemory((about, bytes) -> take(about.fileName(), bytes)));
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "application/pdf");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new Button(getTranslation("session.files.add"), Glyph.PLUS.small()));
        upload.setDropLabel(new Span(getTranslation("session.files.drop")));
        upload.addFileRejectedListener(
                event -> Says.problem(this, "file-rejected", getTranslation("session.files.rejected")));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void take(String name, byte[] bytes) {
        if (Says.problem(this, () -> attachments.add(appointment, name, bytes))) {
            show();
        }
    }

    private void show() {
        show(attachments.of(appointment));
    }

    private void show(List<Attachment> those) {
        list.removeAll();
        those.forEach(file -> list.add(row(file)));
        list.setVisible(list.getChildren().findAny().isPresent());
    }

    private ListItem row(Attachment file) {
        var address = "note-files/" + appointment + "/" + file.id();
        var open = new Anchor(address, file.name());
        open.setRouterIgnore(true);
        open.setTarget(AnchorTarget.BLANK);
        var about = new Span(getTranslation("session.files.about", Math.max(1, file.bytes() / KILO), file.addedBy()));
        about.addClassName("small");
        var remove = new Button(Glyph.X.icon(), event -> remove(file));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("session.snippets.remove", file.name()));
        var row = new ListItem();
        if (file.isImage()) {
            row.add(new Image(address, ""));
        } else {
            row.add(Glyph.NOTE.icon());
        }
        row.add(new Div(open, about));
        if (!locked) {
            row.add(remove);
        }
        return row;
    }

    private void remove(Attachment file) {
        if (!Says.problem(this, () -> attachments.remove(appointment, file.id()))) {
            return;
        }
        var back = new Button(getTranslation("session.plan.undo"), event -> {
            if (Says.problem(this, () -> attachments.putBack(appointment, file.id()))) {
                undo.removeAll();
                show();
            }
        });
        back.addThemeVariants(ButtonVariant.LUMO_SMALL);
        undo.removeAll();
        undo.add(new Span(getTranslation("session.snippets.removed", file.name()) + " "), back);
        show();
    }
}
