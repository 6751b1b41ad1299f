package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.CatalogueItem;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.SafetyProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            @Nullable Outcome lastOutcome) {
        var plan = protocol.plan(session, safety, history);
        return of(protocol, plan, CompiledProtocol.digest(plan), session, safety, history, lastOutcome);
    }

    /** The same for a plan that was decided before. */
    static Preview of(
            CompiledProtocol protocol,
            PlanResult plan,
            String digest,
            SessionFindings session,
            @Nullable SafetyProfile safety,
            History history,
            @Nullable Outcome lastOutcome) {
        return new Preview(
                plan,
                digest,
                protocol.beforeSession(safety, lastOutcome, session.date()),
                protocol.band(session, safety, history),
                titles(protocol, plan),
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
