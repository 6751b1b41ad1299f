package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a client's chart, visits newest first.
 *
 * @param older where the next part begins; null if this is the last
 * @param visits with their notes and plans
 */
public record ChartPage(List<Entry> visits, @Nullable Instant older) {

    public ChartPage {
        visits = List.copyOf(visits);
    }

    /**
     * One visit.
     *
     * @param note null if none is written, or not for the one who asks
     * @param plan in force; null if there is none
     */
    public record Entry(
            Visit visit, @Nullable NoteLine note, @Nullable PlanSummary plan) {}

    /**
     * A note in short: the version in force, or the draft as long as none is signed.
     *
     * @param amending whether a new version is being written
     * @param versions all that were signed, oldest first
     * @param addenda to any version, oldest first
     */
    public record NoteLine(
            NoteId id,
            NoteStatus status,
            int revision,
            SessionFindings session,
            boolean amending,
            List<NoteView.Version> versions,
            List<NoteView.Addendum> addenda) {

        public NoteLine {
            versions = List.copyOf(versions);
            addenda = List.copyOf(addenda);
        }
    }
}
