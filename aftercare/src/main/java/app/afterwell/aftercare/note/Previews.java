package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.CatalogueItem;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UnacceptableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the engine makes of a draft, put together for the therapist. */
final class Previews {

    private Previews() {}

    static Preview of(
            CompiledProtocol protocol,
            SessionFindings session,
            @Nullable SafetyProfile safety,
            History history,
            List<Decision> decisions,
            @Nullable Outcome lastOutcome) {
        var plan = protocol.plan(session, safety, history);
        var standing = standing(plan, decisions);
        return of(
                protocol,
                plan,
                CompiledProtocol.digest(plan),
                session,
                safety,
                history,
                standing,
                decided(protocol, plan, session, safety, history, standing),
                lastOutcome);
    }

    /** What became of a decision when the note went on: those about items that the plan does not have are left out. */
    private static List<Decision> standing(PlanResult plan, List<Decision> decisions) {
        var review = plan.review().stream().map(row -> row.item()).collect(Collectors.toSet());
        var offered = plan.offered().stream().map(row -> row.item()).collect(Collectors.toSet());
        var later = plan.later().stream().map(row -> row.item()).collect(Collectors.toSet());
        var withheld = plan.withheld().stream().map(row -> row.item()).collect(Collectors.toSet());
        return decisions.stream()
                .filter(decision -> switch (decision.kind()) {
                    case KEEP ->
                        review.contains(decision.item()) || decision.reshapes() && offered.contains(decision.item());
                    case DROP -> review.contains(decision.item()) || offered.contains(decision.item());
                    case ADD -> later.contains(decision.item()) || withheld.contains(decision.item());
                })
                .toList();
    }

    private static PlanResult decided(
            CompiledProtocol protocol,
            PlanResult plan,
            SessionFindings session,
            @Nullable SafetyProfile safety,
            History history,
            List<Decision> standing) {
        var known = standing.stream().map(Decision::item).collect(Collectors.toSet());
        var all = new ArrayList<>(standing);
        plan.review().stream()
                .map(row -> row.item())
                .filter(item -> !known.contains(item))
                .distinct()
                .forEach(item -> all.add(new Decision(item, null, Decision.Kind.DROP, null)));
        try {
            return protocol.applyDecisions(session, safety, history, all).decided();
        } catch (UnacceptableException e) {
            return plan;
        }
    }

    /** The same for a plan that was decided before. */
    static Preview of(
            CompiledProtocol protocol,
            PlanResult plan,
            String digest,
            SessionFindings session,
            @Nullable SafetyProfile safety,
            History history,
            List<Decision> decisions,
            PlanResult decided,
            @Nullable Outcome lastOutcome) {
        return new Preview(
                plan,
                digest,
                protocol.beforeSession(safety, lastOutcome, session.date()),
                protocol.band(session, safety, history),
                titles(protocol, plan),
                decisions,
                decided,
                pressureReasonsMissing(protocol, session, safety));
    }

    /** What the last answer to the last plan came to; a new red flag there is a reason to wait. */
    static @Nullable Outcome lastOutcome(@Nullable PlanSummary last) {
        return last == null || last.curve().points().isEmpty()
                ? null
                : last.curve().points().getLast().outcome();
    }

    private static Map<String, String> titles(CompiledProtocol protocol, PlanResult plan) {
        var titles = new HashMap<String, String>();
        Stream.of(
                        plan.offered().stream().map(row -> row.item()),
                        plan.later().stream().map(row -> row.item()),
                        plan.review().stream().map(row -> row.item()),
                        plan.withheld().stream().map(row -> row.item()))
                .flatMap(items -> items)
                .distinct()
                .forEach(item -> titles.put(
                        item, protocol.item(item).map(CatalogueItem::title).orElse(item)));
        return titles;
    }

    private static List<BodyArea> pressureReasonsMissing(
            CompiledProtocol protocol, SessionFindings session, @Nullable SafetyProfile safety) {
        return session.areas().stream()
                .filter(worked -> tooStrong(protocol, worked, safety))
                .filter(worked -> worked.pressureReason() == null
                        || worked.pressureReason().isBlank())
                .map(WorkedArea::area)
                .toList();
    }

    private static boolean tooStrong(CompiledProtocol protocol, WorkedArea worked, @Nullable SafetyProfile safety) {
        var pressure = worked.pressure();
        return pressure != null && pressure.level() > protocol.pressureLimit(safety, worked.area());
    }
}
