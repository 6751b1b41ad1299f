package app.afterwell.aftercare.engine;

import app.afterwell.domain.Outcome;
import app.afterwell.domain.SafetyProfile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the clinic's protocol, made ready to decide. Immutable, free of side effects and safe to share between
 * threads: the same input gives the same output in the same order.
 */
public final class CompiledProtocol {

    CompiledProtocol() {}

    /**
     * The plan that follows from a session.
     *
     * @param safety null if none is on file
     */
    public PlanResult plan(SessionFindings session, @Nullable SafetyProfile safety, History history) {
        throw new UnsupportedOperationException();
    }

    /** What to be careful about before a session on {@code day}, gravest first. */
    public List<CareWarning> beforeSession(
            @Nullable SafetyProfile safety, @Nullable Outcome lastOutcome, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** The pain to be expected after a session. */
    public ExpectedBand band(SessionFindings session, @Nullable SafetyProfile safety, History history) {
        throw new UnsupportedOperationException();
    }

    /**
     * What an answer comes to.
     *
     * @param earlier the answers to the same plan before it, oldest first
     */
    public TriageResult triage(
            CheckInAnswer answer,
            List<CheckInAnswer> earlier,
            SessionFindings session,
            @Nullable SafetyProfile safety,
            History history) {
        throw new UnsupportedOperationException();
    }
}
