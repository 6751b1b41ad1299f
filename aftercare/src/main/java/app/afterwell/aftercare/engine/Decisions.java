package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.DecidedPlan.Overruled;
import app.afterwell.aftercare.engine.Draft.Entry;
import app.afterwell.aftercare.engine.Draft.Verdict;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UnacceptableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies what the therapist decided to what the engine said. */
final class Decisions {

    private final Planner planner;
    private final Map<String, CompiledItem> items;

    /** Problems of one kind are told together; the gravest kind is told. */
    private final List<FieldProblem> absolute = new ArrayList<>();

    private final List<FieldProblem> reasonMissing = new ArrayList<>();
    private final List<FieldProblem> open = new ArrayList<>();
    private final List<Overruled> overruled = new ArrayList<>();

    Decisions(Planner planner, Map<String, CompiledItem> items) {
        this.planner = planner;
        this.items = items;
    }

    DecidedPlan apply(
            SessionFindings session, @Nullable SafetyProfile safety, History history, List<Decision> decisions) {
        refuseNonsense(decisions);
        Draft said = planner.draft(planner.facts(session, safety, history));
        PlanResult before = planner.assemble(said);
        Draft decided = withAdded(said, session, safety, history, decisions);

        var kept = new ArrayList<Entry>(decided.entries.size());
        for (Entry entry : decided.entries) {
            int index = decisionOn(entry, decisions);
            if (decide(entry, index < 0 ? null : decisions.get(index), index)) {
                kept.add(entry);
            }
        }
        requireReasonsForShape(decisions);
        refuse();
        decided.entries.clear();
        decided.entries.addAll(kept);
        // Prompts are what the session says; a decision changes none.
        PlanResult after = planner.assemble(decided);
        return new DecidedPlan(
                before,
                new PlanResult(
                        after.protocol(),
                        reshaped(after.offered(), decisions),
                        after.later(),
                        after.review(),
                        after.withheld(),
                        after.checkIns(),
                        before.prompts()),
                List.copyOf(overruled));
    }

    /** A dose or an order that is not the protocol's says why. */
    private void requireReasonsForShape(List<Decision> decisions) {
        for (int i = 0; i < decisions.size(); i++) {
            var decision = decisions.get(i);
            if (decision.reshapes() && isBlank(decision.reason())) {
                reasonMissing.add(new FieldProblem(
                        field(i, "reason"), "required", "Say why \"" + decision.item() + "\" is changed."));
            }
        }
    }

    private static List<PlanResult.PlanItem> reshaped(List<PlanResult.PlanItem> offered, List<Decision> decisions) {
        var items = new ArrayList<>(offered);
        for (Decision decision : decisions) {
            var dose = decision.dose();
            if (dose != null) {
                items.replaceAll(item -> item.item().equals(decision.item()) ? item.withDose(dose) : item);
            }
        }
        decisions.stream()
                .filter(decision -> decision.place() != null)
                .sorted(Comparator.comparing(decision -> Objects.requireNonNullElse(decision.place(), 0)))
                .forEach(decision -> move(items, decision));
        return items;
    }

    private static void move(List<PlanResult.PlanItem> items, Decision decision) {
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at).item().equals(decision.item())) {
                var item = items.remove(at);
                int place = Objects.requireNonNullElse(decision.place(), at);
                items.add(Math.clamp(place, 0, items.size()), item);
                return;
            }
        }
    }

    private void refuseNonsense(List<Decision> decisions) {
        var unknown = new ArrayList<FieldProblem>();
        var twice = new ArrayList<FieldProblem>();
        record Target(String item, @Nullable BodyArea area) {}
        Set<Target> targets = new HashSet<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            CompiledItem item = items.get(decision.item());
            if (item == null) {
                unknown.add(new FieldProblem(
                        field(i, "item"), "unknown-code", "The protocol has no item \"" + decision.item() + "\"."));
            } else if (decision.area() != null
                    && (item.regions & 1 << decision.area().region().ordinal()) == 0) {
                unknown.add(new FieldProblem(
                        field(i, "area"),
                        "unknown-code",
                        "\"" + decision.item() + "\" is not done on "
                                + decision.area().region() + "."));
            }
            if (!targets.add(new Target(decision.item(), decision.area()))) {
                twice.add(new FieldProblem(
                        field(i, "decision"), "contradictory", "\"" + decision.item() + "\" is decided twice."));
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnacceptableException("unknown-code", unknown.getFirst().message(), unknown);
        }
        if (!twice.isEmpty()) {
            throw new UnacceptableException("contradictory", twice.getFirst().message(), twice);
        }
    }

    private static String field(int index, String name) {
        return "decisions[" + index + "]." + name;
    }

    /**
     * What is added and no rule offers is judged as if the therapist had picked it for that area. Whatever else that
     * brings up is left out again, but nothing gets a milder verdict than before.
     */
    private Draft withAdded(
            Draft said,
            SessionFindings session,
            @Nullable SafetyProfile safety,
            History history,
            List<Decision> decisions) {
        List<Decision> added = decisions.stream()
                .filter(decision -> decision.kind() != Decision.Kind.DROP && !isThere(said, decision))
                .toList();
        if (added.isEmpty()) {
            return said;
        }
        var picks = new HashSet<>(session.picks());
        var areas = new ArrayList<>(session.areas());
        for (Decision decision : added) {
            picks.add(decision.item());
            if (decision.area() != null && said.facts.indexOf(decision.area()) < 0) {
                areas.add(new WorkedArea(decision.area(), Set.of(), Set.of(), null, null));
            }
        }
        var widened = new SessionFindings(
                session.date(),
                session.minutes(),
                areas,
                session.painBefore(),
                session.painAfter(),
                session.goals(),
                picks);
        Draft judged = planner.draft(planner.facts(widened, safety, history));
        var result = new Draft(judged.facts);
        for (CompiledItem item : items.values()) {
            for (Entry entry : said.entries) {
                if (entry.item == item) {
                    result.entries.add(worse(entry, find(judged, entry), judged.facts));
                }
            }
            for (Entry entry : judged.entries) {
                if (entry.item == item && find(said, entry) == null && isAdded(entry, added)) {
                    result.entries.add(entry);
                }
            }
        }
        return result;
    }

    private static boolean isThere(Draft draft, Decision decision) {
        return draft.entries.stream().anyMatch(entry -> matches(decision, entry));
    }

    private static boolean isAdded(Entry entry, List<Decision> added) {
        return added.stream().anyMatch(decision -> matches(decision, entry));
    }

    private static boolean matches(Decision decision, Entry entry) {
        return decision.item().equals(entry.item.code)
                && (decision.area() == null || decision.area().equals(entry.area));
    }

    private static @Nullable Entry find(Draft draft, Entry wanted) {
        for (Entry entry : draft.entries) {
            if (entry.isSamePlace(wanted)) {
                return entry;
            }
        }
        return null;
    }

    private static Entry worse(Entry said, @Nullable Entry judged, Facts facts) {
        Entry graver = judged != null && judged.verdict.compareTo(said.verdict) > 0 ? judged : said;
        int index = said.area == null ? said.index : facts.indexOf(said.area);
        return new Entry(said.item, index, said.area, graver.verdict, graver.absolute, graver.against);
    }

    /** The decision on an entry's own area goes before one on all of the item; -1 if there is none. */
    private static int decisionOn(Entry entry, List<Decision> decisions) {
        int general = -1;
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            if (matches(decision, entry)) {
                if (decision.area() != null) {
                    return i;
                }
                general = i;
            }
        }
        return general;
    }

    /** Whether the entry stays in the record of the plan. */
    private boolean decide(Entry entry, @Nullable Decision decision, int index) {
        return switch (entry.verdict) {
            case OFFERED -> {
                if (decision == null) {
                    yield true;
                }
                entry.forced = decision.kind() == Decision.Kind.ADD;
                yield decision.kind() != Decision.Kind.DROP;
            }
            case REVIEW -> {
                if (decision == null) {
                    open.add(new FieldProblem(
                            "decisions", "review-open", "Keep or drop \"" + entry.item.code + "\"" + at(entry) + "."));
                    yield true;
                }
                if (decision.kind() == Decision.Kind.DROP) {
                    yield false;
                }
                if (decision.kind() == Decision.Kind.ADD && isBlank(decision.reason())) {
                    reasonMissing.add(missing(entry, index));
                    yield true;
                }
                letThrough(entry, decision, false);
                yield true;
            }
            case WITHHELD -> {
                if (decision == null || decision.kind() == Decision.Kind.DROP) {
                    yield true;
                }
                if (entry.absolute) {
                    absolute.add(new FieldProblem(
                            field(index, "item"),
                            "absolute",
                            "\"" + entry.item.code + "\"" + at(entry) + " cannot be added: "
                                    + entry.against.getFirst().rule() + "."));
                } else if (isBlank(decision.reason())) {
                    reasonMissing.add(missing(entry, index));
                } else {
                    letThrough(entry, decision, true);
                }
                yield true;
            }
        };
    }

    private void letThrough(Entry entry, Decision decision, boolean withheld) {
        entry.verdict = Verdict.OFFERED;
        entry.confirmed = true;
        entry.forced = withheld || decision.kind() == Decision.Kind.ADD;
        overruled.add(new Overruled(
                entry.item.code,
                entry.area == null ? List.of() : List.of(entry.area),
                entry.against.stream().map(Because::rule).toList(),
                withheld,
                decision.reason() == null ? "" : decision.reason().strip()));
    }

    private static FieldProblem missing(Entry entry, int index) {
        return new FieldProblem(
                field(index, "reason"), "required", "Say why \"" + entry.item.code + "\"" + at(entry) + " is added.");
    }

    private static String at(Entry entry) {
        return entry.area == null ? "" : " on " + entry.area.region() + " " + entry.area.side();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void refuse() {
        if (!absolute.isEmpty()) {
            throw new UnacceptableException("absolute", absolute.getFirst().message(), absolute);
        }
        if (!reasonMissing.isEmpty()) {
            throw new UnacceptableException(
                    "reason-missing", reasonMissing.getFirst().message(), reasonMissing);
        }
        if (!open.isEmpty()) {
            throw new UnacceptableException("review-open", open.getFirst().message(), open);
        }
    }
}
