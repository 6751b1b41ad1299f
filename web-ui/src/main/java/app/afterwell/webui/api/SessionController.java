package app.afterwell.webui.api;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.ExpectedBand;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.note.AddAddendum;
import app.afterwell.aftercare.note.AmendNote;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.aftercare.note.NoteView;
import app.afterwell.aftercare.note.NoteView.Signature;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.note.Signed;
import app.afterwell.aftercare.note.SignedNotes;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.webui.api.NoteBody.Structured;
import app.afterwell.webui.api.NoteBody.Text;
import com.vaadin.flow.i18n.I18NProvider;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The note of a visit: written, previewed, signed. */
@RestController
@RequestMapping("/api/v1/sessions/{appointment}/note")
@Tag(name = "Session notes")
class SessionController {

    private final SessionNotes notes;
    private final SignedNotes signed;
    private final I18NProvider texts;

    SessionController(SessionNotes notes, SignedNotes signed, I18NProvider texts) {
        this.notes = notes;
        this.signed = signed;
        this.texts = texts;
    }

    @Operation(summary = "The note, with the plan as it would be signed now; version 0 if nothing was saved yet")
    @GetMapping
    NoteJson open(@PathVariable AppointmentId appointment) {
        return NoteJson.of(notes.open(appointment));
    }

    @Operation(
            summary = "Save the draft",
            description = "409 stale-version if it was changed meanwhile; what was sent is then kept under copies.")
    @PutMapping
    NoteJson save(@PathVariable AppointmentId appointment, @RequestBody @Valid PutNote body) {
        var draft = NoteBody.draft(body.structured(), body.text());
        return NoteJson.of(notes.save(new SaveDraft(appointment, body.version(), draft)));
    }

    @Operation(summary = "Sign: locks the note, issues the plan and its follow-up, all or nothing")
    @PostMapping("/sign")
    SignedJson sign(@PathVariable AppointmentId appointment, @RequestBody @Valid SignBody body) {
        List<DecisionJson> decisions = body.decisions() == null ? List.of() : body.decisions();
        return SignedJson.of(
                notes.sign(new SignNote(
                        appointment,
                        body.version(),
                        body.digest(),
                        decisions.stream().map(DecisionJson::toDecision).toList())),
                texts);
    }

    @Operation(summary = "Add to a signed note; the note itself stays as it is")
    @PostMapping("/addenda")
    @ResponseStatus(HttpStatus.CREATED)
    NoteJson add(@PathVariable AppointmentId appointment, @RequestBody @Valid AddendumBody body) {
        return NoteJson.of(signed.add(new AddAddendum(appointment, body.reason(), body.text())));
    }

    @Operation(
            summary = "Begin a new version of a signed note",
            description = "It is written and signed like the first; until then the signed one stays in force.")
    @PostMapping("/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    NoteJson amend(@PathVariable AppointmentId appointment, @RequestBody @Valid AmendmentBody body) {
        return NoteJson.of(signed.amend(new AmendNote(appointment, body.reason())));
    }

    @Operation(summary = "A version of the note, as it was signed; the first is 1")
    @GetMapping("/versions/{revision}")
    NoteJson version(@PathVariable AppointmentId appointment, @PathVariable int revision) {
        return NoteJson.of(signed.version(appointment, revision));
    }

    record AddendumBody(
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = NoteText.MAX) String text) {}

    record AmendmentBody(@NotBlank @Size(max = 500) String reason) {}

    /** @param version on which the draft stands; 0 the first time */
    record PutNote(
            @NotNull @Min(0) Integer version,
            @Nullable @Valid Structured structured,
            @Nullable @Valid Text text) {}

    /** @param digest of the plan that was shown */
    record SignBody(
            @NotNull Integer version,
            @NotBlank String digest,
            @Nullable @Size(max = 200) List<@NotNull @Valid DecisionJson> decisions) {}

    /** @param area left out: all of the item */
    record DecisionJson(
            @NotBlank String item,
            @Nullable @Valid AreaJson area,
            @NotNull Decision.Kind decision,
            @Nullable @Size(max = 500) String reason) {

        static DecisionJson of(Decision decision) {
            var area = decision.area();
            return new DecisionJson(
                    decision.item(),
                    area == null ? null : new AreaJson(area.region(), area.side()),
                    decision.kind(),
                    decision.reason());
        }

        Decision toDecision() {
            return new Decision(item, area == null ? null : new BodyArea(area.region(), area.side()), decision, reason);
        }
    }

    record AreaJson(@NotNull Region region, @NotNull Side side) {}

    /**
     * A note.
     *
     * @param plan as it would be signed now; of a signed note, as the engine made it then
     * @param digest of that plan, to be sent with the signature
     * @param care what to be careful about in this session
     * @param copies drafts that came too late, newest first
     * @param revision which version of the note this is, from 1
     * @param amendment what this version amends, and how the plans differ
     * @param versions all that were signed
     */
    record NoteJson(
            @Nullable NoteId id,
            AppointmentId appointment,
            ClientId client,
            int version,
            NoteStatus status,
            LocalDate date,
            Structured structured,
            Text text,
            @Nullable Instant savedAt,
            PlanResult plan,
            String digest,
            List<CareWarning> care,
            ExpectedBand band,
            List<BodyArea> pressureReasonsMissing,
            List<CopyJson> copies,
            @Nullable SignatureJson signature,
            int revision,
            NoteView.@Nullable Amendment amendment,
            List<NoteView.Addendum> addenda,
            List<NoteView.Version> versions) {

        static NoteJson of(NoteView note) {
            return new NoteJson(
                    note.id(),
                    note.visit().id(),
                    note.client(),
                    note.version(),
                    note.status(),
                    note.draft().session().date(),
                    Structured.of(note.draft().session()),
                    Text.of(note.draft().text()),
                    note.savedAt(),
                    note.preview().plan(),
                    note.preview().digest(),
                    note.preview().care(),
                    note.preview().band(),
                    note.preview().pressureReasonsMissing(),
                    note.copies().stream().map(CopyJson::of).toList(),
                    note.signature() == null ? null : SignatureJson.of(note.signature()),
                    note.revision(),
                    note.amendment(),
                    note.addenda(),
                    note.versions());
        }
    }

    /** A draft that came too late. */
    record CopyJson(NoteId id, String savedBy, Instant savedAt, Structured structured, Text text) {

        static CopyJson of(NoteView.ConflictCopy copy) {
            return new CopyJson(
                    copy.id(),
                    copy.savedBy(),
                    copy.savedAt(),
                    Structured.of(copy.draft().session()),
                    Text.of(copy.draft().text()));
        }
    }

    /** Who signed. */
    record SignatureJson(String by, Instant at, String hash, String plan, List<DecisionJson> decisions) {

        static SignatureJson of(Signature signature) {
            return new SignatureJson(
                    signature.name(),
                    signature.at(),
                    signature.hash(),
                    signature.plan().toString(),
                    signature.decisions().stream().map(DecisionJson::of).toList());
        }
    }

    /** What a signature made. */
    record SignedJson(NoteJson note, PlanView plan, List<TaskJson> tasks) {

        static SignedJson of(Signed signed, I18NProvider texts) {
            return new SignedJson(
                    NoteJson.of(signed.note()),
                    signed.plan(),
                    signed.tasks().stream()
                            .map(task -> TaskJson.of(task, texts))
                            .toList());
        }
    }
}
