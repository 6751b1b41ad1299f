package app.afterwell.webui.api;

import app.afterwell.aftercare.note.ChartPage;
import app.afterwell.aftercare.note.Charts;
import app.afterwell.aftercare.note.Integrity;
import app.afterwell.aftercare.note.IntegrityReport;
import app.afterwell.aftercare.note.NoteHit;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.aftercare.plan.OpenRecord;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.record.RecordPdf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A client's record: read in parts, searched, taken along as a document, opened for a reason, and checked. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Record")
class RecordController {

    private static final Duration SHOWN = Duration.ofDays(90);

    private final Charts charts;
    private final SignedNotes notes;
    private final BreakGlass glass;
    private final Integrity integrity;
    private final RecordPdf pdf;
    private final Clock clock;

    RecordController(
            Charts charts, SignedNotes notes, BreakGlass glass, Integrity integrity, RecordPdf pdf, Clock clock) {
        this.charts = charts;
        this.notes = notes;
        this.glass = glass;
        this.integrity = integrity;
        this.pdf = pdf;
        this.clock = clock;
    }

    @Operation(
            summary = "A part of a client's chart, visits newest first",
            description = "The next part begins at the time that this one gives as older.")
    @GetMapping("/clients/{client}/chart")
    ChartPage chart(
            @PathVariable ClientId client,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
        return charts.page(client, before, size);
    }

    @Operation(summary = "Find words in a client's notes and addenda")
    @GetMapping("/clients/{client}/chart/search")
    List<NoteHit> search(@PathVariable ClientId client, @RequestParam @Size(max = 200) String q) {
        return charts.search(client, q);
    }

    @Operation(summary = "The whole chart as a PDF")
    @GetMapping(path = "/clients/{client}/chart/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> chartPdf(@PathVariable ClientId client, Locale locale) {
        return document(pdf.ofChart(client, locale), "chart-" + client + ".pdf");
    }

    @Operation(summary = "A signed note with its versions and addenda as a PDF")
    @GetMapping(path = "/sessions/{appointment}/note/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> notePdf(@PathVariable AppointmentId appointment, Locale locale) {
        return document(pdf.ofNote(appointment, locale), "note-" + appointment + ".pdf");
    }

    private static ResponseEntity<byte[]> document(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }

    @Operation(
            summary = "Let go of a new version that was begun",
            description = "The signed one was in force all the time. What was written is kept under copies.")
    @DeleteMapping("/sessions/{appointment}/note/amendments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropAmendment(@PathVariable AppointmentId appointment) {
        notes.dropAmendment(appointment);
    }

    @Operation(
            summary = "Open the record of a client whom you do not treat",
            description = "To read, for four hours. Who did and why is shown to the owner.")
    @PostMapping("/clients/{client}/break-glass")
    @ResponseStatus(HttpStatus.CREATED)
    BreakGlass.Standing open(@PathVariable ClientId client, @RequestBody @Valid ReasonBody body) {
        return glass.open(new OpenRecord(client, body.reason()));
    }

    @Operation(summary = "Who opened whose record in the last 90 days, and why")
    @GetMapping("/break-glass")
    List<BreakGlass.Opened> opened() {
        return glass.since(clock.instant().minus(SHOWN));
    }

    @Operation(summary = "What the last check of all signed notes found; 204 if there was none yet")
    @GetMapping("/integrity")
    ResponseEntity<IntegrityReport> lastCheck() {
        return integrity
                .last()
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Operation(summary = "Check all signed notes against their hashes now")
    @PostMapping("/integrity")
    IntegrityReport check() {
        return integrity.checkNow();
    }

    record ReasonBody(@NotBlank @Size(min = 10, max = 500) String reason) {}
}
