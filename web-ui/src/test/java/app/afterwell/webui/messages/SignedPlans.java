package app.afterwell.webui.messages;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Finding;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import testsupport.TestActor;

/** Signs a note about a tight leg. */
final class SignedPlans {

    private SignedPlans() {}

    static PlanView sign(SessionNotes notes, PractitionerId practitioner, AppointmentId treated, int pressure) {
        return TestActor.therapist(practitioner).call(() -> {
            var draft = new NoteDraft(
                    new SessionFindings(
                            LocalDate.parse("2026-11-22"),
                            60,
                            List.of(new WorkedArea(
                                    new BodyArea(Region.HAMSTRINGS, Side.LEFT),
                                    Set.of(Finding.TIGHTNESS),
                                    Set.of(Technique.SWEDISH),
                                    new Pressure(pressure),
                                    null)),
                            new PainScore(6),
                            new PainScore(3),
                            Set.of(),
                            Set.of()),
                    new NoteText("Tight.", "", "", ""));
            var saved = notes.save(new SaveDraft(treated, 0, draft));
            var drops = saved.preview().plan().review().stream()
                    .map(item -> new Decision(item.item(), null, Decision.Kind.DROP, null))
                    .toList();
            return notes.sign(new SignNote(
                            treated, saved.version(), saved.preview().digest(), drops))
                    .plan();
        });
    }
}
