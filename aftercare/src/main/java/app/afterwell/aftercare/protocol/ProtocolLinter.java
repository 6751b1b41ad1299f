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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for what a protocol that can be read may still have wrong; a version with errors cannot be approved. */
public final class ProtocolLinter {

    private static final Set<String> SAFE_FOUR =
            Set.of("rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist");

    private final ProtocolDefinition protocol;
    private final ProtocolLines lines;
    private final List<LintFinding> findings = new ArrayList<>();
    private final Used used = new Used();

    /**
     * Something the linter found.
     *
     * @param code stable, such as {@code banned-word}
     * @param where the item or rule; of what cannot be read, the place in the file as a JSON pointer
     * @param line in the file, counted from 1; 0 if it is about the file as a whole, or the file is not at hand
     */
    public record LintFinding(Level level, String code, String where, String message, int line) {}

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

    private ProtocolLinter(ProtocolDefinition protocol, ProtocolLines lines) {
        this.protocol = protocol;
        this.lines = lines;
    }

    /** What was found, kind by kind. */
    public static List<LintFinding> lint(ProtocolDefinition protocol) {
        return lint(protocol, ProtocolLines.unknown());
    }

    /**
     * What was found in a file, with its lines. A file that cannot be read has findings with the code {@code format} and
     * no others.
     *
     * @param file its name, for messages
     */
    public static List<LintFinding> lint(String file, String yaml) {
        try {
            var tree = YamlTree.parse(file, yaml);
            return lint(ProtocolReader.read(file, tree), ProtocolLines.of(tree));
        } catch (ProtocolFormatException e) {
            return e.problems().stream()
                    .map(problem ->
                            new LintFinding(Level.ERROR, "format", problem.path(), problem.reason(), problem.line()))
                    .toList();
        }
    }

    private static List<LintFinding> lint(ProtocolDefinition protocol, ProtocolLines lines) {
        var linter = new ProtocolLinter(protocol, lines);
        linter.run();
        return List.copyOf(linter.findings);
    }

    private void run() {
        words();
        safeFour();
        protocol.items().forEach(this::item);
        exclusions();
        relative();
        prompts();
        band();
        triage();
        use();
        coverage();
    }

    private void error(String code, String where, String message) {
        findings.add(new LintFinding(Level.ERROR, code, where, message, lines.of(where)));
    }

    private void warn(String code, String where, String message) {
        findings.add(new LintFinding(Level.WARNING, code, where, message, lines.of(where)));
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
        // What only the staff reads may name such a word, to say that it is not to be said; somebody should look.
        protocol.items().forEach(item -> staffText(item.code(), item.background()));
        protocol.prompts().forEach(prompt -> staffText("prompt." + prompt.code(), prompt.text()));
        protocol.beforeSession().forEach(row -> {
            staffText("before-session." + row.rule(), row.headline());
            row.details().values().forEach(detail -> staffText("before-session." + row.rule(), detail));
        });
    }

    private void staffText(String where, @Nullable String text) {
        if (text != null) {
            for (String word : BannedWords.in(text)) {
                findings.add(new LintFinding(
                        Level.WARNING,
                        "banned-word",
                        where,
                        "\"" + word + "\" may not reach a client; here only the staff reads it: " + text,
                        lines.ofText(where, text)));
            }
        }
    }

    private void text(String where, String text) {
        for (String word : BannedWords.in(text)) {
            findings.add(new LintFinding(
                    Level.ERROR,
                    "banned-word",
                    where,
                    "\"" + word + "\" may not reach a client: " + text,
                    lines.ofText(where, text)));
        }
        // A comma in an unquoted list cuts a warning in two, and its second half then tells a client to do the harm.
        if (!text.isEmpty() && Character.isLowerCase(text.codePointAt(0))) {
            findings.add(new LintFinding(
                    Level.ERROR,
                    "half-sentence",
                    where,
                    "This begins in the middle of a sentence; put it in quotes: " + text,
                    lines.ofText(where, text)));
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
        } else if (item.safety().isEmpty() && item.kind() == ProtocolDefinition.Kind.SPECIFIC) {
            error("no-safety-rows", item.code(), "Only a basic can do without safety rows; this is a tool.");
        } else if (!item.safety().isEmpty()
                && item.safety().stream().allMatch(row -> Terms.isImpossible(row.when(), item.regions()))) {
            error("no-safety-rows", item.code(), "None of the safety rows can ever hold.");
        }
        if (item.kind() != ProtocolDefinition.Kind.SPECIFIC && item.offers().isEmpty()) {
            error("unreachable", item.code(), "A basic that no rule offers is in no plan.");
        }
        for (var offer : item.offers()) {
            String where = item.code() + "." + offer.rule();
            Set<Region> within = item.regions();
            if (Terms.isImpossible(offer.when(), within)) {
                error("unreachable", where, "The rule can never hold.");
            } else {
                item.safety().stream()
                        .filter(row -> row.effect() == Effect.WITHHOLD && Terms.implies(offer.when(), row.when()))
                        .findFirst()
                        .ifPresent(row -> error(
                                "contradiction",
                                where,
                                "Whenever it offers the item, \"" + row.rule() + "\" withholds it."));
            }
            if (asksForACheckIn(offer.when())) {
                error("unreachable", where, "Symptoms and answers are known in triage only.");
            }
        }
        for (SafetyRow row : item.safety()) {
            String where = item.code() + "." + row.rule();
            if (Terms.isImpossible(row.when(), item.regions())) {
                // Shared rows may speak of regions that one of the items does not have.
                if (isReachedElsewhere(row)) {
                    warn("unreachable", where, "The rule can never hold for this item.");
                } else {
                    error("unreachable", where, "The rule can never hold.");
                }
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

    private boolean isReachedElsewhere(SafetyRow row) {
        return protocol.items().stream()
                .anyMatch(item -> item.safety().contains(row) && !Terms.isImpossible(row.when(), item.regions()));
    }

    /** Two rows, one fact, two effects: the graver wins, so the milder row misleads unless something else can fire it. */
    private void contradictions(Item item) {
        List<SafetyRow> rows = item.safety();
        for (int i = 0; i < rows.size(); i++) {
            SafetyRow milder = rows.get(i);
            String where = item.code() + "." + milder.rule();
            var graver = rows.stream()
                    .filter(row -> row.effect().compareTo(milder.effect()) > 0)
                    // Under review it is not in vain: a therapist who keeps the item sends it in these words.
                    .filter(row -> milder.effect() != Effect.MODIFY || row.effect() == Effect.WITHHOLD)
                    .toList();
            if (!graver.isEmpty()
                    && Terms.implies(
                            milder.when(),
                            new Term.Any(graver.stream().map(SafetyRow::when).toList()))) {
                String rules = graver.stream()
                        .filter(row -> Terms.overlap(milder.when(), row.when()))
                        .map(row -> "\"" + row.rule() + "\"")
                        .collect(Collectors.joining(", "));
                String message = "Everything that fires it also fires a graver rule: " + rules + ".";
                if (milder.effect() == Effect.MODIFY) {
                    warn("contradiction", where, message);
                } else {
                    error("contradiction", where, message);
                }
            }
            rows.stream()
                    .limit(i)
                    .filter(row -> row.effect() == milder.effect() && says(row, milder))
                    .filter(row -> Terms.implies(milder.when(), row.when()))
                    .findFirst()
                    .ifPresent(row -> warn("contradiction", where, "\"" + row.rule() + "\" says the same already."));
        }
        for (SafetyRow graver : rows) {
            if (graver.effect() == Effect.WITHHOLD && graver.when() instanceof Term.HasCondition withheld) {
                for (SafetyRow milder : rows) {
                    if (milder.effect() == Effect.REVIEW && milder.when() instanceof Term.HasCondition reviewed) {
                        for (Condition condition : sorted(reviewed.anyOf(), Condition.class)) {
                            if (withheld.anyOf().contains(condition)
                                    && !withheld.anyOf().containsAll(reviewed.anyOf())) {
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
        for (int i = 0; i < item.offers().size(); i++) {
            for (int j = 0; j < item.offers().size(); j++) {
                var one = item.offers().get(i);
                var other = item.offers().get(j);
                boolean both = Terms.implies(one.when(), other.when());
                if (i != j && both && (j < i || !Terms.implies(other.when(), one.when()))) {
                    warn(
                            "contradiction",
                            item.code() + "." + one.rule(),
                            "\"" + other.rule() + "\" offers the item in all these cases already.");
                }
            }
        }
    }

    private static boolean says(SafetyRow one, SafetyRow other) {
        return one.add().equals(other.add())
                && java.util.Objects.equals(one.dose(), other.dose())
                && java.util.Objects.equals(one.prompt(), other.prompt());
    }

    private void prompts() {
        Set<String> asked = new HashSet<>();
        protocol.items()
                .forEach(item -> item.safety().forEach(row -> {
                    if (row.prompt() != null) {
                        asked.add(row.prompt());
                    }
                }));
        for (var prompt : protocol.prompts()) {
            String where = "prompt." + prompt.code();
            if (prompt.rows().isEmpty() && !asked.contains(prompt.code())) {
                error("unreachable", where, "No rule gives this prompt.");
            }
            for (var row : prompt.rows()) {
                if (Terms.isImpossible(row.when(), null)) {
                    error("unreachable", where + "." + row.rule(), "The rule can never hold.");
                }
                if (asksForACheckIn(row.when())) {
                    error("unreachable", where + "." + row.rule(), "Symptoms and answers are known in triage only.");
                }
            }
        }
    }

    /** The table must have a row for each pressure, and more pressure must never mean less soreness. */
    private void band() {
        int pressure = 0;
        int peak = 0;
        int end = 0;
        for (var row : protocol.band().rows()) {
            if (row.maxPressure() <= pressure) {
                error("band", "band", "The rows go from light to strong pressure.");
            }
            if (row.peak() < peak || row.endHours() < end) {
                error(
                        "contradiction",
                        "band",
                        "Pressure " + row.maxPressure() + " has less soreness than a lighter one.");
            }
            pressure = row.maxPressure();
            peak = row.peak();
            end = row.endHours();
        }
        if (pressure != 5) {
            error("band", "band", "The last row is for pressure 5.");
        }
    }

    private void exclusions() {
        for (var exclusion : protocol.exclusions()) {
            for (String code : exclusion.keep()) {
                if (exclusion.withhold().contains(code)) {
                    error(
                            "contradiction",
                            "exclusions." + exclusion.rule(),
                            "\"" + code + "\" cannot stay and go at once.");
                }
            }
            for (var other : protocol.exclusions()) {
                if (exclusion.keep().stream().anyMatch(other.withhold()::contains)
                        && exclusion.withhold().stream().anyMatch(other.keep()::contains)) {
                    error(
                            "contradiction",
                            "exclusions." + exclusion.rule(),
                            "It and \"" + other.rule() + "\" withhold each other.");
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
            if (Terms.isImpossible(row.when(), null)) {
                error("unreachable", where, "The rule can never hold.");
            }
            protocol.triage().rows().stream()
                    .filter(graver -> graver.outcome().compareTo(row.outcome()) > 0)
                    .filter(graver -> Terms.implies(row.when(), graver.when()))
                    .findFirst()
                    .ifPresent(graver -> error(
                            "contradiction",
                            where,
                            "Everything that fires it also fires \"" + graver.rule() + "\", which is graver."));
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
        Set<Condition> minded = EnumSet.noneOf(Condition.class);
        protocol.items().forEach(item -> item.safety().forEach(row -> Terms.conditions(row.when(), minded)));
        for (Condition condition : Condition.values()) {
            boolean declared = unused.onlyBeforeSession().contains(condition)
                    || unused.conditions().contains(condition);
            if (!minded.contains(condition) && !declared) {
                error(
                        "condition-not-minded",
                        "unused.only-before-session",
                        "No item minds " + condition + ", and that is not declared to be so.");
            }
            if (minded.contains(condition) && unused.onlyBeforeSession().contains(condition)) {
                error(
                        "condition-not-minded",
                        "unused.only-before-session",
                        condition + " is declared to be minded before the session only, but an item minds it.");
            }
        }
    }

    private <E extends Enum<E>> void covered(Class<E> vocabulary, Set<E> uses, Set<E> declared) {
        String where = "unused." + vocabulary.getSimpleName().toLowerCase(Locale.ROOT) + "s";
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
            case Term.PainIs(var bound) -> Terms.isUpper(bound);
            case Term.AboveBaselineIs(var bound) -> Terms.isUpper(bound);
            case Term.RiseIs(var bound) -> Terms.isUpper(bound);
            default -> false;
        };
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

    private static <E extends Enum<E>> Set<E> sorted(Set<E> codes, Class<E> vocabulary) {
        var sorted = EnumSet.noneOf(vocabulary);
        sorted.addAll(codes);
        return sorted;
    }
}
