package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.engine.ProtocolDefinition.SafetyRow;
import app.afterwell.aftercare.engine.Term;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for what a protocol that can be read may still have wrong; a version with errors cannot be approved. */
public final class ProtocolLinter {

    private static final Set<String> SAFE_FOUR =
            Set.of("rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist");

    private final ProtocolDefinition protocol;
    private final List<LintFinding> findings = new ArrayList<>();
    private final Used used = new Used();

    /**
     * Something the linter found.
     *
     * @param code stable, such as {@code banned-word}
     * @param where the item or rule
     */
    public record LintFinding(Level level, String code, String where, String message) {}

    /** How grave a finding is. */
    public enum Level {
        /** The version cannot be approved. */
        ERROR,
        /** Somebody should look. */
        WARNING
    }

    /** The codes of the vocabulary that some rule asks for. */
    private static final class Used {
        final Set<Region> regions = EnumSet.noneOf(Region.class);
        final Set<Technique> techniques = EnumSet.noneOf(Technique.class);
        final Set<Finding> findings = EnumSet.noneOf(Finding.class);
        final Set<Goal> goals = EnumSet.noneOf(Goal.class);
        final Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        final Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
    }

    private ProtocolLinter(ProtocolDefinition protocol) {
        this.protocol = protocol;
    }

    /** What was found, in the order of the file. */
    public static List<LintFinding> lint(ProtocolDefinition protocol) {
        var linter = new ProtocolLinter(protocol);
        linter.run();
        return List.copyOf(linter.findings);
    }

    private void run() {
        words();
        safeFour();
        protocol.items().forEach(this::item);
        exclusions();
        relative();
        triage();
        use();
        coverage();
    }

    private void error(String code, String where, String message) {
        findings.add(new LintFinding(Level.ERROR, code, where, message));
    }

    private void warn(String code, String where, String message) {
        findings.add(new LintFinding(Level.WARNING, code, where, message));
    }

    // ------------------------------------------------------------------ words

    private void words() {
        for (Item item : protocol.items()) {
            text(item.code(), item.title());
            text(item.code(), item.dose());
            item.steps().forEach(step -> text(item.code(), step.text()));
            for (SafetyRow row : item.safety()) {
                String where = item.code() + "." + row.rule();
                row.add().forEach(step -> text(where, step));
                String dose = row.dose();
                if (dose != null) {
                    text(where, dose);
                }
            }
        }
        protocol.triage().outcomes().forEach((outcome, words) -> {
            text("triage." + outcome, words.headline());
            words.guidance().forEach(line -> text("triage." + outcome, line));
        });
        protocol.triage().rows().forEach(row -> row.guidance().forEach(line -> text("triage." + row.rule(), line)));
    }

    private void text(String where, String text) {
        for (String word : BannedWords.in(text)) {
            error("banned-word", where, "\"" + word + "\" may not reach a client: " + text);
        }
        // A comma in an unquoted list cuts a warning in two, and its second half then tells a client to do the harm.
        if (Character.isLowerCase(text.codePointAt(0))) {
            error("half-sentence", where, "This begins in the middle of a sentence; put it in quotes: " + text);
        }
    }

    // ------------------------------------------------------------------ items

    private void safeFour() {
        var safe = new TreeSet<String>();
        for (Item item : protocol.items()) {
            if (item.kind() == ProtocolDefinition.Kind.SAFE) {
                safe.add(item.code());
                if (!item.switchedOn()
                        || item.offers().stream().noneMatch(offer -> offer.when() instanceof Term.Always)) {
                    error("safe-four", item.code(), "A safe item is offered at every session and always switched on.");
                }
            }
        }
        if (!safe.equals(new TreeSet<>(SAFE_FOUR))) {
            error("safe-four", "items", "The safe four are " + new TreeSet<>(SAFE_FOUR) + ", not " + safe + ".");
        }
    }

    private void item(Item item) {
        if (item.safety().isEmpty() && item.noSafetyRows() == null) {
            error("no-safety-rows", item.code(), "The item has no safety rows and does not say why.");
        }
        if (item.kind() != ProtocolDefinition.Kind.SPECIFIC && item.offers().isEmpty()) {
            error("unreachable", item.code(), "A basic that no rule offers is in no plan.");
        }
        for (var offer : item.offers()) {
            String where = item.code() + "." + offer.rule();
            Set<Region> within = item.regions();
            if (isImpossible(offer.when(), within)) {
                error("unreachable", where, "The rule can never hold.");
            }
            if (asksForACheckIn(offer.when())) {
                error("unreachable", where, "Symptoms and answers are known in triage only.");
            }
        }
        for (SafetyRow row : item.safety()) {
            String where = item.code() + "." + row.rule();
            if (isImpossible(row.when(), item.regions())) {
                // Shared rows may speak of regions that one of the items does not have.
                warn("unreachable", where, "The rule can never hold for this item.");
            }
            if (asksForACheckIn(row.when())) {
                error("unreachable", where, "Symptoms and answers are known in triage only.");
            }
            if (asksForAbsence(row.when())) {
                error(
                        "not-in-safety",
                        where,
                        "A safety row asks for what is there, never for what is not: "
                                + "one more condition must never make a plan bolder.");
            }
        }
        contradictions(item);
    }

    /** One condition, two effects: the graver wins, so the milder row is misleading unless another fact can fire it. */
    private void contradictions(Item item) {
        for (SafetyRow graver : item.safety()) {
            for (SafetyRow milder : item.safety()) {
                if (graver.effect().compareTo(milder.effect()) > 0
                        && milder.effect() != Effect.MODIFY
                        && !conditionsOf(milder.when()).isEmpty()
                        && graver.when() instanceof Term.HasCondition all
                        && all.anyOf().containsAll(conditionsOf(milder.when()))) {
                    error(
                            "contradiction",
                            item.code() + "." + milder.rule(),
                            "Everything that fires it also fires \"" + graver.rule() + "\", which is graver.");
                }
            }
        }
        for (SafetyRow graver : item.safety()) {
            if (graver.effect() == Effect.WITHHOLD && graver.when() instanceof Term.HasCondition withheld) {
                for (SafetyRow milder : item.safety()) {
                    if (milder.effect() == Effect.REVIEW && milder.when() instanceof Term.HasCondition reviewed) {
                        for (Condition condition : Condition.values()) {
                            if (withheld.anyOf().contains(condition)
                                    && reviewed.anyOf().contains(condition)) {
                                warn(
                                        "contradiction",
                                        item.code() + "." + milder.rule(),
                                        condition + " is withheld by \"" + graver.rule() + "\" already.");
                            }
                        }
                    }
                }
            }
        }
    }

    private static Set<Condition> conditionsOf(Term term) {
        return term instanceof Term.HasCondition has ? has.anyOf() : Set.of();
    }

    private void exclusions() {
        for (var exclusion : protocol.exclusions()) {
            for (String code : exclusion.keep()) {
                if (exclusion.withhold().contains(code)) {
                    error("contradiction", exclusion.rule(), "\"" + code + "\" cannot stay and go at once.");
                }
            }
            for (var other : protocol.exclusions()) {
                if (exclusion.keep().stream().anyMatch(other.withhold()::contains)
                        && exclusion.withhold().stream().anyMatch(other.keep()::contains)) {
                    error("contradiction", exclusion.rule(), "It and \"" + other.rule() + "\" withhold each other.");
                }
            }
        }
    }

    /** A RELATIVE fact that nothing withholds is a mistake of the writer's. */
    private void relative() {
        for (var row : protocol.relative()) {
            for (Condition condition : sorted(row.conditions(), Condition.class)) {
                boolean withheld = protocol.items().stream()
                        .filter(item -> row.items().isEmpty() || row.items().contains(item.code()))
                        .flatMap(item -> item.safety().stream())
                        .filter(safety -> safety.effect() == Effect.WITHHOLD)
                        .anyMatch(safety -> mentions(safety.when(), condition));
                if (!withheld) {
                    warn("unreachable", "relative", condition + " withholds none of " + row.items() + ".");
                }
            }
        }
    }

    private void triage() {
        for (Outcome outcome : Outcome.values()) {
            if (!protocol.triage().outcomes().containsKey(outcome)) {
                error("missing-words", "triage." + outcome, "The client reads nothing.");
            }
        }
        for (var row : protocol.triage().rows()) {
            String where = "triage." + row.rule();
            if (asksForAbsence(row.when())) {
                error("not-in-safety", where, "One more symptom must never make an answer milder.");
            }
            if (fallsWithPain(row.when())) {
                error("not-in-safety", where, "More pain must never make an answer milder.");
            }
        }
        for (Symptom symptom : Symptom.values()) {
            boolean known = protocol.triage().rows().stream().anyMatch(row -> mentions(row.when(), symptom))
                    || protocol.unused().symptoms().contains(symptom);
            if (!known) {
                error("unused-code", "triage", "No row weighs " + symptom + ", and it is not declared unused.");
            }
        }
        Set<Finding> ranked = new HashSet<>(protocol.worstFirst());
        for (Finding finding : Finding.values()) {
            if (!ranked.contains(finding)) {
                error("unused-code", "findings-worst-first", finding + " has no place.");
            }
        }
    }

    // ------------------------------------------------------------------ the vocabulary

    private void use() {
        for (Item item : protocol.items()) {
            if (item.regions() != null) {
                used.regions.addAll(item.regions());
            }
            item.steps().forEach(step -> collect(step.when()));
            item.offers().forEach(offer -> collect(offer.when()));
            item.safety().forEach(row -> collect(row.when()));
            collect(item.suits());
        }
        protocol.prompts().forEach(prompt -> prompt.rows().forEach(row -> collect(row.when())));
        protocol.triage().rows().forEach(row -> collect(row.when()));
        protocol.beforeSession()
                .forEach(row -> used.conditions.addAll(row.details().keySet()));
        collect(protocol.band().extraPeakWhen());
        collect(protocol.band().extraEndWhen());
        collect(protocol.oneToolFirst().when());
    }

    private void collect(@Nullable Term term) {
        switch (term) {
            case null -> {}
            case Term.All all -> all.terms().forEach(this::collect);
            case Term.Any any -> any.terms().forEach(this::collect);
            case Term.Not not -> collect(not.term());
            case Term.HasFinding has -> used.findings.addAll(has.anyOf());
            case Term.HasTechnique has -> used.techniques.addAll(has.anyOf());
            case Term.HasGoal has -> used.goals.addAll(has.anyOf());
            case Term.HasCondition has -> used.conditions.addAll(has.anyOf());
            case Term.InRegion in -> used.regions.addAll(in.anyOf());
            case Term.HasSymptom has -> used.symptoms.addAll(has.anyOf());
            default -> {}
        }
    }

    private void coverage() {
        var unused = protocol.unused();
        covered(Region.class, used.regions, unused.regions());
        covered(Technique.class, used.techniques, unused.techniques());
        covered(Finding.class, used.findings, unused.findings());
        covered(Goal.class, used.goals, unused.goals());
        covered(Condition.class, used.conditions, unused.conditions());
        covered(Symptom.class, used.symptoms, unused.symptoms());
    }

    private <E extends Enum<E>> void covered(Class<E> vocabulary, Set<E> uses, Set<E> declared) {
        String where = vocabulary.getSimpleName();
        for (E code : vocabulary.getEnumConstants()) {
            if (!uses.contains(code) && !declared.contains(code)) {
                error("unused-code", where, "No rule minds " + code + ", and it is not declared unused.");
            }
            if (uses.contains(code) && declared.contains(code)) {
                error("unused-code", where, code + " is declared unused, but a rule asks for it.");
            }
        }
    }

    // ------------------------------------------------------------------ terms

    private static boolean mentions(Term term, Enum<?> code) {
        return switch (term) {
            case Term.All all -> all.terms().stream().anyMatch(each -> mentions(each, code));
            case Term.Any any -> any.terms().stream().anyMatch(each -> mentions(each, code));
            case Term.Not not -> mentions(not.term(), code);
            case Term.HasCondition has ->
                code instanceof Condition condition && has.anyOf().contains(condition);
            case Term.HasSymptom has ->
                code instanceof Symptom symptom && has.anyOf().contains(symptom);
            default -> false;
        };
    }

    private static boolean asksForAbsence(Term term) {
        return switch (term) {
            case Term.All all -> all.terms().stream().anyMatch(ProtocolLinter::asksForAbsence);
            case Term.Any any -> any.terms().stream().anyMatch(ProtocolLinter::asksForAbsence);
            case Term.Not not -> true;
            default -> false;
        };
    }

    private static boolean fallsWithPain(Term term) {
        return switch (term) {
            case Term.All all -> all.terms().stream().anyMatch(ProtocolLinter::fallsWithPain);
            case Term.Any any -> any.terms().stream().anyMatch(ProtocolLinter::fallsWithPain);
            case Term.PainIs(var bound) -> isUpper(bound);
            case Term.AboveBaselineIs(var bound) -> isUpper(bound);
            case Term.RiseIs(var bound) -> isUpper(bound);
            default -> false;
        };
    }

    private static boolean isUpper(Term.Bound bound) {
        return bound.op() == Term.Op.AT_MOST || bound.op() == Term.Op.BELOW;
    }

    private static boolean asksForACheckIn(Term term) {
        return switch (term) {
            case Term.All all -> all.terms().stream().anyMatch(ProtocolLinter::asksForACheckIn);
            case Term.Any any -> any.terms().stream().anyMatch(ProtocolLinter::asksForACheckIn);
            case Term.Not not -> asksForACheckIn(not.term());
            case Term.HasSymptom symptom -> true;
            case Term.PainIs pain -> true;
            case Term.AboveBaselineIs above -> true;
            case Term.RiseIs rise -> true;
            case Term.HoursIs hours -> true;
            case Term.AboveBand band -> true;
            default -> false;
        };
    }

    /** Whether a term can never hold for something done within these regions; null means the whole body. */
    private static boolean isImpossible(Term term, @Nullable Set<Region> within) {
        return switch (term) {
            case Term.All all ->
                all.terms().stream().anyMatch(each -> isImpossible(each, within)) || numbersExclude(all.terms());
            case Term.Any any -> any.terms().stream().allMatch(each -> isImpossible(each, within));
            case Term.Not not -> not.term() instanceof Term.Always;
            case Term.InRegion in -> within != null && in.anyOf().stream().noneMatch(within::contains);
            case Term.PressureIs(var bound) -> isOutside(bound, 1, 5);
            case Term.MinutesIs(var bound) -> isOutside(bound, 1, 600);
            case Term.PainTodayIs(var bound) -> isOutside(bound, 0, 10);
            case Term.PainIs(var bound) -> isOutside(bound, 0, 10);
            default -> false;
        };
    }

    private static boolean isOutside(Term.Bound bound, int least, int most) {
        return switch (bound.op()) {
            case AT_LEAST -> bound.value() > most;
            case ABOVE -> bound.value() >= most;
            case AT_MOST -> bound.value() < least;
            case BELOW -> bound.value() <= least;
        };
    }

    private static boolean numbersExclude(List<Term> terms) {
        var bounds = new LinkedHashSet<Term.Bound>();
        for (Term term : terms) {
            if (term instanceof Term.MinutesIs(var bound)) {
                bounds.add(bound);
            }
        }
        return bounds.stream()
                .anyMatch(low ->
                        !isUpper(low) && bounds.stream().anyMatch(high -> isUpper(high) && high.value() < low.value()));
    }

    private static <E extends Enum<E>> Set<E> sorted(Set<E> codes, Class<E> vocabulary) {
        var sorted = EnumSet.noneOf(vocabulary);
        sorted.addAll(codes);
        return sorted;
    }
}
