package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.SafetyProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** The number of this version, from 1. */
    public int version() {
        throw new UnsupportedOperationException();
    }

    /** Whether a clinical lead has approved it. */
    public boolean approved() {
        throw new UnsupportedOperationException();
    }

    /** The whole catalogue in the protocol's order, items that the clinic has not switched on included. */
    public List<CatalogueItem> items() {
        throw new UnsupportedOperationException();
    }

    /** The item of that code; empty if the catalogue has none. */
    public Optional<CatalogueItem> item(String code) {
        throw new UnsupportedOperationException();
    }

    /** What a therapist reads for a prompt of that code, such as {@code check-pressure}; empty if there is none. */
    public Optional<String> promptText(String prompt) {
        throw new UnsupportedOperationException();
    }

    /** The highest pressure, 1 to 5, that an area may get without a reason; 5 if no rule sets one. */
    public int pressureLimit(@Nullable SafetyProfile safety, BodyArea area) {
        throw new UnsupportedOperationException();
    }

    /**
     * The plan as the therapist decided it. What is added and was not offered goes through the same safety.
     *
     * @throws app.afterwell.domain.UnacceptableException {@code review-open} while an item under review is undecided,
     *     {@code absolute} if an absolute rule stands against an added item, {@code reason-missing} if a withheld item
     *     is added without a reason, {@code unknown-code} if the catalogue has no such item
     */
    public DecidedPlan applyDecisions(
            SessionFindings session, @Nullable SafetyProfile safety, History history, List<Decision> decisions) {
        throw new UnsupportedOperationException();
    }

    /** A hash of all that a plan says: equal content, equal digest. What is signed is what was shown. */
    public static String digest(PlanResult plan) {
        throw new UnsupportedOperationException();
    }
}
