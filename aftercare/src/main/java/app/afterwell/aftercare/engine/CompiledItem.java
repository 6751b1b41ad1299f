package app.afterwell.aftercare.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the catalogue made ready. */
final class CompiledItem {

    final ProtocolDefinition.Item written;
    final String code;
    final int rank;
    final boolean safe;
    final boolean specific;

    /** Regions where it can be done; 0 means the whole body. */
    final int regions;

    final Rule[] offers;
    final Rule picked;
    final @Nullable Check suits;
    final Row[] withhold;
    final Row[] review;
    final Row[] modify;
    final Check @Nullable [] stepWhen;
    final List<String> steps;
    final List<Integer> days;

    /** Conditions that make withholding RELATIVE. */
    final long relative;

    /** The same, if they are cleared in writing. */
    final long relativeIfCleared;

    /** @param constant the reason, where it is the same for every session; otherwise null */
    record Rule(
            String code,
            Check check,
            List<String> sources,
            Evidence evidence,
            @Nullable Because constant) {

        static Rule of(String code, Term when, List<String> sources, Evidence evidence) {
            var constant =
                    when instanceof Term.Always ? new Because(code, List.of("session"), sources, evidence) : null;
            return new Rule(code, Check.of(when), List.copyOf(sources), evidence, constant);
        }

        Because because(Fired fired) {
            return constant != null ? constant : new Because(code, fired.facts(), sources, evidence);
        }
    }

    /** A safety row made ready. */
    record Row(Rule rule, @Nullable String prompt, @Nullable String dose, List<String> add) {}

    CompiledItem(ProtocolDefinition.Item item, int rank, List<ProtocolDefinition.Relative> relatives) {
        written = item;
        code = item.code();
        this.rank = rank;
        safe = item.kind() == ProtocolDefinition.Kind.SAFE;
        specific = item.kind() == ProtocolDefinition.Kind.SPECIFIC;
        regions = item.regions() == null ? 0 : Masks.intOf(item.regions());
        offers = item.offers().stream()
                .map(offer -> Rule.of(code + "." + offer.rule(), offer.when(), item.sources(), item.evidence()))
                .toArray(Rule[]::new);
        picked = Rule.of(code + ".picked", new Term.Picked(code), item.sources(), item.evidence());
        suits = item.suits() == null ? null : Check.of(item.suits());
        withhold = rows(ProtocolDefinition.Effect.WITHHOLD);
        review = rows(ProtocolDefinition.Effect.REVIEW);
        modify = rows(ProtocolDefinition.Effect.MODIFY);
        // Copied here once, or every plan would copy them again.
        steps = List.copyOf(
                item.steps().stream().map(ProtocolDefinition.Step::text).toList());
        days = List.copyOf(item.days());
        stepWhen = item.steps().stream().allMatch(step -> step.when() == null)
                ? null
                : item.steps().stream()
                        .map(step -> Check.of(step.when() == null ? new Term.Always() : step.when()))
                        .toArray(Check[]::new);
        long always = 0;
        long ifCleared = 0;
        for (var row : relatives) {
            if (row.items().isEmpty() || row.items().contains(code)) {
                if (row.cleared()) {
                    ifCleared |= Masks.of(row.conditions());
                } else {
                    always |= Masks.of(row.conditions());
                }
            }
        }
        relative = always;
        relativeIfCleared = ifCleared;
    }

    private Row[] rows(ProtocolDefinition.Effect effect) {
        return written.safety().stream()
                .filter(row -> row.effect() == effect)
                .map(row -> new Row(
                        Rule.of(code + "." + row.rule(), row.when(), row.sources(), row.evidence()),
                        row.prompt(),
                        row.dose(),
                        List.copyOf(row.add())))
                .toArray(Row[]::new);
    }

    /** Whether only conditions spoke, and each of them may be overruled. */
    boolean isRelative(Fired fired, Facts facts) {
        long overrulable = relative | (relativeIfCleared & ~facts.seenUncleared);
        return fired.conditions != 0 && fired.findings == 0 && (fired.conditions & ~overrulable) == 0;
    }
}
