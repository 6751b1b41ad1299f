package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.ChangeNote;
import app.afterwell.aftercare.note.NoteChange;
import app.afterwell.aftercare.note.NoteParts;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way by which a browser brings the changes of a note that its page could not send: a session's cookie and its CSRF
 * token are enough, the page's own state on the server may be gone.
 */
@RestController
@RequestMapping("/note-keeper")
class NoteKeeperController {

    private final SessionNotes notes;
    private final CurrentActor actor;

    NoteKeeperController(SessionNotes notes, CurrentActor actor) {
        this.notes = notes;
        this.actor = actor;
    }

    /** Who is signed in, and what a request that changes something must carry. */
    @GetMapping("/session")
    Who session(CsrfToken csrf) {
        return new Who(actor.require().userId().toString(), csrf.getHeaderName(), csrf.getToken());
    }

    @PutMapping("/{appointment}")
    Kept keep(@PathVariable UUID appointment, @RequestBody Changes changes) {
        var changed = notes.change(new ChangeNote(new AppointmentId(appointment), changes.changes()));
        return new Kept(NoteParts.of(changed.note().draft()), changed.copied());
    }

    @ExceptionHandler(ConflictException.class)
    ResponseEntity<Void> conflict(ConflictException e) {
        return refused(HttpStatus.CONFLICT, e.code());
    }

    @ExceptionHandler(NotFoundException.class)
    ResponseEntity<Void> notThere(NotFoundException e) {
        return refused(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler({UnacceptableException.class, ConstraintViolationException.class})
    ResponseEntity<Void> unacceptable(RuntimeException e) {
        return refused(
                HttpStatus.UNPROCESSABLE_CONTENT, e instanceof UnacceptableException said ? said.code() : "invalid");
    }

    private static ResponseEntity<Void> refused(HttpStatus status, String code) {
        return ResponseEntity.status(status).header("X-Refused", code).build();
    }

    record Who(String user, String header, String token) {}

    record Changes(List<NoteChange> changes) {}

    /**
     * What is stored now.
     *
     * @param copied whether a part had been changed elsewhere too, so that this device's text is kept as a copy
     */
    record Kept(Map<String, String> parts, boolean copied) {}
}
