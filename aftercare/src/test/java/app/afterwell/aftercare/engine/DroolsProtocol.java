package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.CompiledItem.Rule;
import app.afterwell.aftercare.engine.Draft.Entry;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSessionsPool;

/**
 * A protocol as Drools rules, for comparison with the engine: one rule for each offer, pick, safety row, exclusion,
 * conditional step and prompt, generated from the protocol's definition. Drools decides which of them hold; what a rules
 * engine is not made for, order and limits, is plain Java ({@link DroolsPlan}).
 *
 * <p>It is meant to look good: the facts carry the engine's own masks, so that a constraint is one method call, and
 * sessions come from a pool.
 */
final class DroolsProtocol {

    private static final int FIRST = 40;
    private static final int UNWORKED = 30;
    private static final int PARTS = 20;
    private static final int UNWORKED_PARTS = 10;

    final ProtocolDefinition written;
    final CompiledItem[] items;
    final Map<Region, Long> reach = new EnumMap<>(Region.class);
    final Rule oneTool;
    final Rule[][] prompts;
    private final KieSessionsPool sessions;
    private final StringBuilder drl = new StringBuilder(1 << 16);
    private int rules;

    /** The protocol, approved, as rules. */
    DroolsProtocol(ProtocolDefinition written) {
        this.written = written;
        written.reach().forEach((region, near) -> reach.put(region, Masks.of(near)));
        items = new CompiledItem[written.items().size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = new CompiledItem(written.items().get(i), i, written.relative());
        }
        var first = written.oneToolFirst();
        oneTool = Rule.of(first.rule(), first.when(), first.sources(), first.evidence());
        prompts = written.prompts().stream()
                .map(prompt -> prompt.rows().stream()
                        .map(row -> Rule.of(
                                prompt.code() + "." + row.rule(), row.when(), prompt.sources(), prompt.evidence()))
                        .toArray(Rule[]::new))
                .toArray(Rule[][]::new);
        sessions = compiled(rulesOfTheProtocol()).newKieSessionsPool(1);
    }

    private static org.kie.api.runtime.KieContainer compiled(String text) {
        var services = KieServices.get();
        var files = services.newKieFileSystem().write("src/main/resources/protocol/protocol.drl", text);
        var builder = services.newKieBuilder(files).buildAll();
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    builder.getResults().getMessages(Message.Level.ERROR).toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId());
    }

    /** How many rules the protocol came to. */
    int rules() {
        return rules;
    }

    /** The same as {@link CompiledProtocol#plan}. */
    PlanResult plan(SessionFindings session, @Nullable SafetyProfile safety, History history) {
        var facts = new Facts(session, safety, history, reach);
        var plan = new DroolsPlan(this, facts);
        var memory = sessions.newKieSession();
        try {
            memory.setGlobal("plan", plan);
            plan.sights().forEach(memory::insert);
            memory.fireAllRules();
            plan.settle().forEach(memory::insert);
            memory.fireAllRules();
            return plan.result();
        } finally {
            memory.dispose();
        }
    }

    // ------------------------------------------------------------------ the rules

    private String rulesOfTheProtocol() {
        drl.append("""
                package protocol;
                import app.afterwell.aftercare.engine.DroolsFacts.Sight;
                import app.afterwell.aftercare.engine.DroolsFacts.Candidate;
                import app.afterwell.aftercare.engine.DroolsFacts.Placing;
                global app.afterwell.aftercare.engine.DroolsPlan plan;
                """);
        rule("profile-missing", FIRST, "Sight( kind == -1, profile == \"missing\" )", "plan.restrict(true);");
        rule("profile-stale", FIRST, "Sight( kind == -1, profile == \"stale\" )", "plan.restrict(false);");
        rule(
                "one-tool-first",
                FIRST,
                "$s : Sight( kind == -1, " + text("", written.oneToolFirst().when()) + " )",
                "plan.oneToolOnly();");
        for (int p = 0; p < prompts.length; p++) {
            var rows = written.prompts().get(p).rows();
            for (int r = 0; r < rows.size(); r++) {
                rule(
                        "prompt " + p + "." + r,
                        FIRST,
                        "Sight( kind == -1, " + text("", rows.get(r).when()) + " )",
                        "plan.prompt(" + p + ", " + r + ");");
            }
        }
        for (CompiledItem item : items) {
            rulesOf(item);
        }
        for (int e = 0; e < written.exclusions().size(); e++) {
            var exclusion = written.exclusions().get(e);
            rule(
                    "exclusion " + exclusion.rule(),
                    0,
                    "$c : Candidate( on, item in " + numbers(exclusion.withhold()) + " )\n $s : Candidate( on, item in "
                            + numbers(exclusion.keep()) + ", touches($c) )",
                    "$c.meets(" + e + ", $s);");
        }
        return drl.toString();
    }

    private void rulesOf(CompiledItem item) {
        var picked = "picked(\"" + item.code + "\")";
        if (!item.written.switchedOn()) {
            offer(item, "switched off", FIRST, Entry.BODY, "", picked, -1);
            return;
        }
        boolean part = item.written.partOf() != null;
        var whole = "";
        if (part) {
            // An option needs the item that it belongs to, or the therapist's pick.
            int number = number(item.written.partOf());
            whole = "\n ( exists Candidate( item == " + number + " ) or exists Sight( kind == -1, " + picked + " ) )";
            rule(
                    item.code + " belongs to " + item.written.partOf(),
                    0,
                    "$c : Candidate( item == " + item.rank + " )\n $w : Candidate( item == " + number + " )",
                    "$c.belongsTo($w);");
        }
        var unworked = whole + "\n not Candidate( item == " + item.rank + ", index >= 0 )";
        var offers = item.written.offers();
        for (int r = -1; r < offers.size(); r++) {
            var when = r < 0 ? picked : text("", offers.get(r).when());
            var name = r < 0 ? "picked" : offers.get(r).rule();
            if (item.regions == 0) {
                offer(item, name, part ? PARTS : FIRST, Entry.BODY, whole, when, r);
            } else {
                var where = "isIn(" + item.regions + "), " + when;
                offer(item, name, part ? PARTS : FIRST, 0, whole, where, r);
                offer(item, name + " unworked", part ? UNWORKED_PARTS : UNWORKED, Entry.UNWORKED, unworked, when, r);
            }
        }
        var withhold = rows(item, ProtocolDefinition.Effect.WITHHOLD);
        for (int r = 0; r < withhold.size(); r++) {
            safety(item, withhold.get(r), "withhold", r);
        }
        var review = rows(item, ProtocolDefinition.Effect.REVIEW);
        for (int r = 0; r < review.size(); r++) {
            safety(item, review.get(r), "review", r);
        }
        var modify = rows(item, ProtocolDefinition.Effect.MODIFY);
        for (int r = 0; r < modify.size(); r++) {
            placing(item, modify.get(r).rule(), modify.get(r).when(), "modify", r);
        }
        if (item.stepWhen != null) {
            var steps = item.written.steps();
            for (int s = 0; s < steps.size(); s++) {
                var when = steps.get(s).when();
                placing(item, "step " + s, when == null ? new Term.Always() : when, "step", s);
            }
        }
    }

    private static List<ProtocolDefinition.SafetyRow> rows(CompiledItem item, ProtocolDefinition.Effect effect) {
        return item.written.safety().stream()
                .filter(row -> row.effect() == effect)
                .toList();
    }

    private void offer(CompiledItem item, String name, int salience, int kind, String besides, String when, int row) {
        rule(
                item.code + " " + name,
                salience,
                "$s : Sight( kind == " + kind + ", " + when + " )" + besides,
                "Candidate c = plan.offer(" + item.rank + ", $s, " + row + "); if (c != null) { insert(c); }");
    }

    private void safety(CompiledItem item, ProtocolDefinition.SafetyRow row, String effect, int number) {
        rule(
                item.code + " " + effect + " " + row.rule(),
                0,
                "$c : Candidate( item == " + item.rank + ", " + text("safety.", row.when()) + " )",
                "$c." + effect + "(" + number + ");");
    }

    private void placing(CompiledItem item, String name, Term when, String effect, int number) {
        rule(
                item.code + " " + effect + " " + name,
                0,
                "$p : Placing( item == " + item.rank + ", " + text("sight.", when) + " )",
                "$p." + effect + "(" + number + ");");
    }

    private void rule(String name, int salience, String when, String then) {
        drl.append("rule \"").append(++rules).append(' ').append(name).append("\" salience ");
        drl.append(salience).append(" when\n ").append(when).append("\nthen\n ");
        drl.append(then).append("\nend\n");
    }

    private int number(@Nullable String code) {
        for (CompiledItem item : items) {
            if (item.code.equals(code)) {
                return item.rank;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private String numbers(Iterable<String> codes) {
        var numbers = new ArrayList<String>();
        codes.forEach(code -> numbers.add(String.valueOf(number(code))));
        return numbers.stream().collect(Collectors.joining(", ", "( ", " )"));
    }

    /** A condition as Drools reads it; {@code on} is the way from the fact to what it sees. */
    private static String text(String on, Term term) {
        return switch (term) {
            case Term.Always always -> "true";
            case Term.All(var terms) -> joined(on, terms, " && ");
            case Term.Any(var terms) -> joined(on, terms, " || ");
            case Term.Not(var other) -> "!(" + text(on, other) + ")";
            case Term.HasFinding(var anyOf, var in) ->
                in == null
                        ? on + "finds(" + Masks.intOf(anyOf) + ")"
                        : on + "findsIn(" + Masks.intOf(anyOf) + ", " + Masks.intOf(in) + ")";
            case Term.HasTechnique(var anyOf) -> on + "uses(" + Masks.intOf(anyOf) + ")";
            case Term.HasGoal(var anyOf) -> on + "wants(" + Masks.intOf(anyOf) + ")";
            case Term.HasCondition(var anyOf) -> on + "has(" + Masks.of(anyOf) + "L)";
            case Term.InRegion(var anyOf) -> on + "isIn(" + Masks.intOf(anyOf) + ")";
            case Term.PressureIs(var bound) -> "(" + on + "pressure > 0 && " + on + "pressure" + against(bound) + ")";
            case Term.MinutesIs(var bound) -> on + "minutes" + against(bound);
            case Term.PainTodayIs(var bound) -> "(" + on + "pain >= 0 && " + on + "pain" + against(bound) + ")";
            case Term.Picked(var item) -> on + "picked(\"" + item + "\")";
            case Term.HistoryIs(var metric, var bound) ->
                on + "past(" + metric.ordinal() + ", " + bound.op().ordinal() + ", " + bound.value() + ")";
            case Term.LastOutcomeAtLeast(var outcome) -> on + "lastOutcome >= " + outcome.ordinal();
            case Term.HasSymptom symptom -> throw new IllegalArgumentException("of check-ins only");
            case Term.PainIs pain -> throw new IllegalArgumentException("of check-ins only");
            case Term.AboveBaselineIs above -> throw new IllegalArgumentException("of check-ins only");
            case Term.RiseIs rise -> throw new IllegalArgumentException("of check-ins only");
            case Term.HoursIs hours -> throw new IllegalArgumentException("of check-ins only");
            case Term.AboveBand band -> throw new IllegalArgumentException("of check-ins only");
        };
    }

    private static String joined(String on, List<Term> terms, String by) {
        return terms.stream().map(term -> text(on, term)).collect(Collectors.joining(by, "(", ")"));
    }

    private static String against(Term.Bound bound) {
        return switch (bound.op()) {
                    case AT_LEAST -> " >= ";
                    case AT_MOST -> " <= ";
                    case ABOVE -> " > ";
                    case BELOW -> " < ";
                }
                + bound.value();
    }
}
