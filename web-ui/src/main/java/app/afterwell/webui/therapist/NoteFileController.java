package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.AttachmentId;
import app.afterwell.aftercare.note.Attachments;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the photos and papers of a note, to who may see the note. */
@RestController
class NoteFileController {

    private final Attachments attachments;

    NoteFileController(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A photo is shown, a PDF is downloaded; neither can run anything in this origin. */
    @GetMapping("/note-files/{appointment}/{file}")
    ResponseEntity<byte[]> read(@PathVariable UUID appointment, @PathVariable UUID file) {
        var content = attachments.read(new AppointmentId(appointment), new AttachmentId(file));
        var how = content.about().isImage() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.about().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(content.about().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(content.bytes());
    }

    @ExceptionHandler(NotFoundException.class)
    ResponseEntity<Void> notThere() {
        return ResponseEntity.notFound().build();
    }
}
