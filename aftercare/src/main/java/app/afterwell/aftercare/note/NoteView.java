package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.plan.PlanDifference;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UserId;
import app.afterwell.domain.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session note as the therapist who treats the client sees it.
 *
 * @param id null as long as nothing was saved
 * @param version to send with the next save; 0 as long as nothing was saved
 * @param preview the plan as it would be signed now; for a signed note, as the engine made it when it was signed
 * @param safety the client's safety profile (for a signed note as it was then); null if none is on file
 * @param lastPlan how the aftercare of the last visit went; null if there was none
 * @param lastNote the last signed note before this one, to copy from
 * @param copies drafts that were refused because the note had changed meanwhile; newest first
 * @param revision which version of the note this is, from 1
 * @param amendment what this version amends; null for the first
 * @param addenda to any version, oldest first
 * @param versions all that were signed, oldest first
 */
public record NoteView(
        @Nullable NoteId id,
        Visit visit,
        ClientId client,
        String clientName,
        int version,
        NoteStatus status,
        NoteDraft draft,
        @Nullable Instant savedAt,
        Preview preview,
        @Nullable SafetyProfile safety,
        int earlierVisits,
        @Nullable PlanSummary lastPlan,
        @Nullable PastNote lastNote,
        List<ConflictCopy> copies,
        @Nullable Signature signature,
        int revision,
        @Nullable Amendment amendment,
        List<Addendum> addenda,
        List<Version> versions) {

    public NoteView {
        copies = List.copyOf(copies);
        addenda = List.copyOf(addenda);
        versions = List.copyOf(versions);
    }

    /** A draft that came too late, kept word for word. */
    public record ConflictCopy(NoteId id, String savedBy, Instant savedAt, NoteDraft draft) {}

    /**
     * What a version amends.
     *
     * @param note the version before it
     * @param difference of the plans
     */
    public record Amendment(NoteId note, @Nullable String reason, PlanDifference difference) {}

    /** Something written to a signed note afterwards. */
    public record Addendum(String by, Instant at, String reason, String text) {}

    /**
     * A version that was signed.
     *
     * @param reason why it amended the one before it; null for the first
     */
    public record Version(
            int revision,
            String by,
            Instant at,
            String hash,
            @Nullable String reason) {}

    /** The last signed note. */
    public record PastNote(NoteId id, Instant visitStart, NoteDraft draft) {}

    /**
     * Who signed and what came of it.
     *
     * @param hash SHA-256 of what was signed, in hexadecimal
     * @param decisions what the therapist decided about the engine's plan
     */
    public record Signature(UserId by, String name, Instant at, String hash, PlanId plan, List<Decision> decisions) {

        public Signature {
            decisions = List.copyOf(decisions);
        }
    }
}
