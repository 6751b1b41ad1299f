package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.Actor;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.Ids;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.UserId;
import app.afterwell.domain.Visit;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of the note of a visit: a draft until it is signed, then never changed again. */
@Entity
@Table(name = "session_note")
class SessionNote {

    @Id
    private UUID id;

    private UUID appointmentId;
    private UUID clientId;
    private UUID practitionerId;
    private int revision;
    private @Nullable UUID amends;
    private @Nullable String amendmentReason;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NoteStatus status;

    private LocalDate visitDay;

    @JdbcTypeCode(SqlTypes.JSON)
    private String session;

    private String subjective;
    private String objective;
    private String assessment;
    private String planText;

    @JdbcTypeCode(SqlTypes.JSON)
    private String decisions;

    @JdbcTypeCode(SqlTypes.JSON)
    private String strokes;

    private Instant createdAt;
    private Instant savedAt;
    private UUID savedBy;
    private @Nullable Instant signedAt;
    private @Nullable UUID signedBy;
    private @Nullable String signedName;
    private @Nullable String contentHash;
    private @Nullable String digest;
    private @Nullable String requestHash;
    private @Nullable UUID planId;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SessionNote() {}

    @SuppressWarnings("NullAway.Init") // write sets the rest
    SessionNote(Visit visit, NoteDraft draft, Actor by, Instant at) {
        id = Ids.next();
        appointmentId = visit.id().value();
        clientId = visit.client().value();
        practitionerId = visit.practitioner().value();
        revision = 1;
        status = NoteStatus.DRAFT;
        visitDay = draft.session().date();
        createdAt = at;
        set(draft, by, at);
    }

    /** Begins a version that amends a signed one. */
    @SuppressWarnings("NullAway.Init") // write sets the rest
    SessionNote(SessionNote signed, String reason, Actor by, Instant at) {
        id = Ids.next();
        appointmentId = signed.appointmentId;
        clientId = signed.clientId;
        practitionerId = signed.practitionerId;
        revision = signed.revision + 1;
        amends = signed.id;
        amendmentReason = reason;
        status = NoteStatus.DRAFT;
        visitDay = signed.visitDay;
        createdAt = at;
        set(signed.draft(), by, at);
    }

    int revision() {
        return revision;
    }

    /** The version that this one amends; null if it is the first. */
    @Nullable
    NoteId amends() {
        return amends == null ? null : new NoteId(amends);
    }

    @Nullable
    String amendmentReason() {
        return amendmentReason;
    }

    NoteId id() {
        return new NoteId(id);
    }

    AppointmentId appointment() {
        return new AppointmentId(appointmentId);
    }

    ClientId client() {
        return new ClientId(clientId);
    }

    PractitionerId practitioner() {
        return new PractitionerId(practitionerId);
    }

    /** What a caller must send to change this version; 0 is kept for "nothing saved yet". */
    int number() {
        return Objects.requireNonNullElse(version, 0) + 1;
    }

    boolean isSigned() {
        return status == NoteStatus.SIGNED;
    }

    NoteStatus status() {
        return status;
    }

    Instant savedAt() {
        return savedAt;
    }

    NoteDraft draft() {
        return new NoteDraft(
                CareJson.read(session, SessionFindings.class),
                new NoteText(subjective, objective, assessment, planText),
                CareJson.readList(decisions, Decision.class),
                CareJson.readList(strokes, PenStroke.class));
    }

    boolean says(NoteDraft draft) {
        return draft().equals(draft);
    }

    void write(NoteDraft draft, Actor by, Instant at) {
        if (isSigned()) {
            throw new ConflictException("note-signed", "This note is signed. Write an addendum instead.");
        }
        set(draft, by, at);
    }

    private void set(NoteDraft draft, Actor by, Instant at) {
        session = CareJson.write(draft.session());
        subjective = draft.text().subjective();
        objective = draft.text().objective();
        assessment = draft.text().assessment();
        planText = draft.text().plan();
        decisions = CareJson.write(draft.decisions());
        strokes = CareJson.write(draft.strokes());
        savedAt = at;
        savedBy = by.userId().value();
    }

    /**
     * Locks the note for good.
     *
     * @param shown digest of the plan that the therapist saw
     * @param request names the request, so that the same one again is known
     * @param hash of all that is signed
     */
    void sign(Actor by, Instant at, PlanId plan, String shown, String request, String hash) {
        if (isSigned()) {
            throw new ConflictException("note-signed", "This note is signed already.");
        }
        status = NoteStatus.SIGNED;
        signedAt = at;
        signedBy = by.userId().value();
        signedName = by.displayName();
        planId = plan.value();
        digest = shown;
        requestHash = request;
        contentHash = hash;
    }

    boolean wasSignedBy(String request) {
        return isSigned() && request.equals(requestHash);
    }

    /** What a signature would cover. */
    Signing.Version toSign(List<Attachment> files) {
        return new Signing.Version(revision, amends, amendmentReason, draft(), files);
    }

    /** Who signed, when, what, and which plan came of it. */
    record SignedPart(UserId by, String name, Instant at, String hash, String digest, PlanId plan) {}

    SignedPart signedPart() {
        if (signedAt == null
                || signedBy == null
                || signedName == null
                || contentHash == null
                || digest == null
                || planId == null) {
            throw new IllegalStateException("not signed yet");
        }
        return new SignedPart(new UserId(signedBy), signedName, signedAt, contentHash, digest, new PlanId(planId));
    }
}
