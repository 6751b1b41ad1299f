package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.History;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over notes that were signed in the past, with what came of them; each plan is made by the engine. */
@Service
@Transactional
@PreAuthorize("hasRole('OWNER')")
public class CareImport {

    /**
     * A note that was signed in the past. Review items that {@code decisions} leave open are dropped.
     *
     * @param slot when the visit was
     * @param zone of the location
     * @param clientZone where the client lives
     * @param history null to work it out from the notes of the same client in the same import
     */
    public record PastNote(
            AppointmentId appointment,
            ClientId client,
            PractitionerId practitioner,
            TimeSlot slot,
            ZoneId zone,
            ZoneId clientZone,
            NoteDraft draft,
            UserId signer,
            String signerName,
            Instant signedAt,
            @Nullable SafetyProfile safety,
            @Nullable History history,
            List<Decision> decisions,
            List<PastAnswer> answers,
            List<PastTick> ticks) {

        public PastNote {
            decisions = List.copyOf(decisions);
            answers = List.copyOf(answers);
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * An answer to a check-in.
     *
     * @param afterHours the question it answers (24, 48 or 72); null if it came unasked
     * @param after how long after the visit's end it came
     * @param openTask whether the task it raised is still open
     */
    public record PastAnswer(
            @Nullable Integer afterHours,
            Duration after,
            PainScore pain,
            List<BodyArea> areas,
            Set<Symptom> symptoms,
            @Nullable String note,
            boolean openTask) {}

    /**
     * An item done on a day of the plan; ignored where the plan does not have it on that day.
     *
     * @param item code, or {@code *} for every item of that day
     */
    public record PastTick(String item, int day) {}

    /** What came in. Questions whose time is still to come are planned. */
    public record Imported(int notes, int plans, int checkIns, int ticks, int tasks) {}

    public Imported load(List<PastNote> notes) {
        throw new UnsupportedOperationException();
    }
}
