package app.afterwell.aftercare.note;

import app.afterwell.aftercare.plan.CareAccess;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What can still be said about a note that is signed: an addendum beside it, or a new version in its place. */
@Service
@Validated
@Transactional
@PreAuthorize("hasRole('THERAPIST')")
public class SignedNotes {

    private final SessionNoteRows notes;
    private final Drafts drafts;
    private final Files files;
    private final NoteViews views;
    private final Visits visits;
    private final CareAccess access;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    SignedNotes(
            SessionNoteRows notes,
            Drafts drafts,
            Files files,
            NoteViews views,
            Visits visits,
            CareAccess access,
            AuditTrail audit,
            JdbcClient sql,
            Clock clock) {
        this.notes = notes;
        this.drafts = drafts;
        this.files = files;
        this.views = views;
        this.visits = visits;
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** A version of a note, as it was signed; the first is 1. */
    public NoteView version(AppointmentId appointment, int revision) {
        var visit = visit(appointment);
        var reader = access.requireTherapistReading(visit.client());
        var note = notes.revision(appointment.value(), revision)
                .filter(SessionNote::isSigned)
                .orElseThrow(() -> new NotFoundException("version " + revision + " of note " + appointment));
        audit.record("note.read", "note:" + note.id(), visit.client(), reader.reason());
        return views.of(visit, note);
    }

    /**
     * Adds to a signed note without changing it. While a new version is being written, it is added to the signed one.
     *
     * @throws ConflictException {@code note-not-signed}
     */
    public NoteView add(@Valid AddAddendum command) {
        var visit = visit(command.appointment());
        var who = access.requireTherapistOf(visit.client());
        NoteLock.take(sql, visit.id());
        var note = requireSigned(visit);
        drafts.addAddendum(note.id(), command, who, clock.instant());
        audit.record("note.addendum", "note:" + note.id(), visit.client(), null);
        return views.of(visit, note);
    }

    /**
     * Begins a new version of a signed note. The signed one stays in force, and readable, until the new one is signed;
     * asked again meanwhile, the version that was begun goes on.
     *
     * @throws ConflictException {@code note-not-signed}
     */
    public NoteView amend(@Valid AmendNote command) {
        var visit = visit(command.appointment());
        var who = access.requireTherapistOf(visit.client());
        NoteLock.take(sql, visit.id());
        var newest = notes.newest(visit.id().value());
        if (newest.isPresent() && !newest.get().isSigned() && newest.get().amends() != null) {
            return views.of(visit, newest.get());
        }
        var note = requireSigned(visit);
        var amendment = notes.save(new SessionNote(note, command.reason(), who, clock.instant()));
        notes.flush();
        files.carryOver(note.id(), amendment.id());
        audit.record("note.amend", "note:" + note.id(), visit.client(), null);
        return views.of(visit, amendment);
    }

    /**
     * Lets go of a version that was begun and not signed; the signed one was in force all the time. Let go of twice is
     * let go of once. What was written is kept as a copy beside the note if it differs from what is signed.
     */
    public NoteView dropAmendment(AppointmentId appointment) {
        var visit = visit(appointment);
        var who = access.requireTherapistOf(visit.client());
        NoteLock.take(sql, visit.id());
        var signed = requireSigned(visit);
        notes.newest(appointment.value())
                .filter(newest -> !newest.isSigned() && newest.amends() != null)
                .ifPresent(begun -> {
                    if (!begun.says(signed.draft())) {
                        drafts.keepCopy(visit.id(), begun.number(), begun.draft(), who, clock.instant());
                    }
                    files.of(begun.id()).forEach(file -> files.detach(begun.id(), file.id()));
                    notes.delete(begun);
                    notes.flush();
                    audit.record("note.amend.drop", "note:" + signed.id(), visit.client(), null);
                });
        return views.of(visit, signed);
    }

    private SessionNote requireSigned(Visit visit) {
        return notes.newestSigned(visit.id().value())
                .orElseThrow(() -> new ConflictException("note-not-signed", "This note can still be written."));
    }

    private Visit visit(AppointmentId appointment) {
        return visits.visit(appointment).orElseThrow(() -> new NotFoundException("visit " + appointment));
    }
}
