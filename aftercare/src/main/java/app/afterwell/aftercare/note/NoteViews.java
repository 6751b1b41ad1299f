package app.afterwell.aftercare.note;

import app.afterwell.aftercare.note.NoteView.Amendment;
import app.afterwell.aftercare.note.NoteView.Signature;
import app.afterwell.aftercare.plan.IssuedPlans;
import app.afterwell.aftercare.plan.PlanDifference;
import app.afterwell.aftercare.plan.Summaries;
import app.afterwell.aftercare.plan.Summaries.Past;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Visit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a therapist sees of a note; whoever asks has checked that they may. */
@Component
class NoteViews {

    private final SessionNoteRows notes;
    private final Drafts drafts;
    private final IssuedPlans issued;
    private final Summaries summaries;
    private final Protocols protocols;
    private final SafetyProfiles profiles;
    private final ClientDirectory clients;

    NoteViews(
            SessionNoteRows notes,
            Drafts drafts,
            IssuedPlans issued,
            Summaries summaries,
            Protocols protocols,
            SafetyProfiles profiles,
            ClientDirectory clients) {
        this.notes = notes;
        this.drafts = drafts;
        this.issued = issued;
        this.summaries = summaries;
        this.protocols = protocols;
        this.profiles = profiles;
        this.clients = clients;
    }

    NoteView of(Visit visit, @Nullable SessionNote note) {
        var past = past(visit);
        var draft = note == null ? Drafts.empty(visit) : note.draft();
        boolean signed = note != null && note.isSigned();
        @Nullable SafetyProfile safety = safety(visit);
        @Nullable Signature signature = null;
        Preview preview;
        if (note != null && signed) {
            var part = note.signedPart();
            var basis = issued.basis(part.plan());
            safety = basis.safety();
            preview = Previews.of(
                    protocols.version(basis.protocolVersion()),
                    basis.said(),
                    part.digest(),
                    basis.session(),
                    basis.safety(),
                    basis.history(),
                    issued.decisions(part.plan()),
                    basis.decided(),
                    Previews.lastOutcome(past.last()));
            signature = new Signature(
                    part.by(), part.name(), part.at(), part.hash(), part.plan(), issued.decisions(part.plan()));
        } else {
            preview = Previews.of(
                    protocols.inForce(),
                    draft.session(),
                    safety,
                    past.history(),
                    draft.decisions(),
                    Previews.lastOutcome(past.last()));
        }
        return new NoteView(
                note == null ? null : note.id(),
                visit,
                visit.client(),
                name(visit),
                note == null ? 0 : note.number(),
                note == null ? NoteStatus.DRAFT : note.status(),
                draft,
                note == null ? null : note.savedAt(),
                preview,
                safety,
                past.history().earlierPlans(),
                past.last(),
                drafts.lastSigned(visit.client(), visit),
                drafts.copies(visit.id()),
                signature,
                note == null ? 1 : note.revision(),
                note == null ? null : amendment(note, preview),
                note == null ? List.of() : drafts.addenda(visit.id()),
                note == null ? List.of() : drafts.signedVersions(visit.id()));
    }

    /** What changes against the version that is in force. */
    private @Nullable Amendment amendment(SessionNote note, Preview preview) {
        var amended = note.amends();
        if (amended == null) {
            return null;
        }
        var before = notes.findById(amended.value()).orElseThrow().signedPart().plan();
        var after = note.isSigned() ? issued.basis(note.signedPart().plan()).decided() : preview.plan();
        return new Amendment(
                amended,
                note.amendmentReason(),
                PlanDifference.between(issued.basis(before).decided(), after));
    }

    private String name(Visit visit) {
        var card = clients.cards(Set.of(visit.client())).get(visit.client());
        return card == null ? "" : card.name();
    }

    /** What came before this visit. */
    Past past(Visit visit) {
        return summaries.before(
                visit.client(),
                visit.slot().start(),
                visit.slot().start().atZone(visit.zone()).toLocalDate());
    }

    /** What came before each of these visits, in one query. */
    Map<AppointmentId, Past> past(Collection<Visit> visits) {
        return summaries.beforeEach(visits.stream()
                .collect(Collectors.toMap(
                        Visit::id,
                        visit -> new Summaries.Before(
                                visit.client(),
                                visit.slot().start(),
                                visit.slot().start().atZone(visit.zone()).toLocalDate()))));
    }

    @Nullable
    SafetyProfile safety(Visit visit) {
        return profiles.of(visit.client()).orElse(null);
    }
}
