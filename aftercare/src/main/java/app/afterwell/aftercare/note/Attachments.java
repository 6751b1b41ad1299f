package app.afterwell.aftercare.note;

import app.afterwell.aftercare.plan.CareAccess;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos and papers that belong to a note: added and taken away in the draft, locked with the signature. */
@Service
@Transactional
@PreAuthorize("hasRole('THERAPIST')")
public class Attachments {

    /** The most files that a note may have. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 120;

    private final SessionNoteRows notes;
    private final Files files;
    private final Visits visits;
    private final CareAccess access;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Attachments(
            SessionNoteRows notes,
            Files files,
            Visits visits,
            CareAccess access,
            AuditTrail audit,
            JdbcClient sql,
            Clock clock) {
        this.notes = notes;
        this.files = files;
        this.visits = visits;
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Those of the newest version of the note, in the order in which they came; of the newest signed one for whoever only
     * broke the glass.
     */
    @Transactional(readOnly = true)
    public List<Attachment> of(AppointmentId appointment) {
        return seen(visit(appointment));
    }

    /** Those that were signed with a version of the note, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Attachment> of(AppointmentId appointment, int revision) {
        var visit = visit(appointment);
        access.requireTherapistReading(visit.client());
        return files.signed(visit).stream()
                .filter(signed -> signed.revision() == revision)
                .map(Files.Signed::file)
                .toList();
    }

    /**
     * Adds a photo (JPEG, PNG) or a PDF to the draft, without what the file tells of its origin.
     *
     * @param name as the file was called; what it is is decided by its content
     * @throws UnacceptableException {@code file-size}, {@code file-type}, {@code file-broken}, {@code file-count}
     * @throws ConflictException {@code note-signed}
     */
    public Attachment add(AppointmentId appointment, String name, byte[] content) {
        var visit = visit(appointment);
        var who = access.requireTherapistOf(visit.client());
        var clean = CleanFile.of(content);
        var note = draft(visit, who);
        if (files.of(note.id()).size() >= MOST) {
            throw new UnacceptableException("file-count", "A note has room for 20 files.");
        }
        var file = new Attachment(
                AttachmentId.next(),
                plain(name),
                clean.mediaType(),
                clean.content().length,
                hash(clean.content()),
                clock.instant(),
                who.displayName());
        files.store(file, clean.content(), visit, who);
        files.attach(note.id(), file.id(), visit);
        audit.record("attachment.add", "note:" + note.id(), visit.client(), null);
        return file;
    }

    /**
     * Takes a file out of the draft; until the note is signed it can be put back.
     *
     * @throws ConflictException {@code note-signed}
     */
    public void remove(AppointmentId appointment, AttachmentId file) {
        var visit = visit(appointment);
        var who = access.requireTherapistOf(visit.client());
        var note = draft(visit, who);
        files.detach(note.id(), file);
        audit.record("attachment.remove", "note:" + note.id(), visit.client(), null);
    }

    /**
     * Puts a file back that was taken out of the draft.
     *
     * @throws ConflictException {@code note-signed}
     */
    public void putBack(AppointmentId appointment, AttachmentId file) {
        var visit = visit(appointment);
        var who = access.requireTherapistOf(visit.client());
        files.attach(draft(visit, who).id(), file, visit);
    }

    /** The file itself; each look is in the audit trail. */
    public Attachment.Content read(AppointmentId appointment, AttachmentId file) {
        var visit = visit(appointment);
        var reader = access.requireTherapistReading(visit.client());
        if (reader.brokeGlass()
                && files.signed(visit).stream()
                        .noneMatch(known -> known.file().id().equals(file))) {
            throw new NotFoundException("file " + file);
        }
        var content = files.content(visit, file).orElseThrow(() -> new NotFoundException("file " + file));
        audit.record("attachment.read", "note:" + appointment, visit.client(), reader.reason());
        return content;
    }

    private List<Attachment> seen(Visit visit) {
        var reader = access.requireTherapistReading(visit.client());
        var note = reader.brokeGlass()
                ? notes.newestSigned(visit.id().value())
                : notes.newest(visit.id().value());
        return note.map(known -> files.of(known.id())).orElse(List.of());
    }

    private SessionNote draft(Visit visit, Actor who) {
        NoteLock.take(sql, visit.id());
        var note = notes.newest(visit.id().value()).orElseGet(() -> {
            var begun = notes.save(new SessionNote(visit, Drafts.empty(visit), who, clock.instant()));
            notes.flush();
            return begun;
        });
        if (note.isSigned()) {
            throw new ConflictException("note-signed", "This note is signed. Amend it to change its files.");
        }
        return note;
    }

    private Visit visit(AppointmentId appointment) {
        return visits.visit(appointment).orElseThrow(() -> new NotFoundException("visit " + appointment));
    }

    /** A name without folders and control characters. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"]", "")
                .strip();
        var kept = last.substring(0, Math.min(last.length(), LONGEST_NAME));
        return kept.isEmpty() ? "file" : kept;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
