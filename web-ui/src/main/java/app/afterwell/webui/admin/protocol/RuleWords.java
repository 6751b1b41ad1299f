package app.afterwell.webui.admin.protocol;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.engine.ProtocolDefinition.SafetyRow;
import app.afterwell.aftercare.engine.Term;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Region;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says the conditions of a protocol as a person would. */
final class RuleWords {

    private static final String KEY = "admin.protocol.term.";

    private final ProtocolDefinition protocol;

    RuleWords(ProtocolDefinition protocol) {
        this.protocol = protocol;
    }

    /** "when the area had tightness or tenderness" */
    Sentence when(Term term) {
        return term instanceof Term.Always
                ? new Sentence().text(text(KEY + "always"))
                : new Sentence().text(text("admin.protocol.when") + " ").then(say(term));
    }

    Sentence say(Term term) {
        return switch (term) {
            case Term.Always always -> new Sentence().text(text(KEY + "always"));
            case Term.All(var terms) ->
                Sentence.joined(
                        "admin.protocol.and", terms, each -> each instanceof Term.Any ? inside(each) : say(each));
            case Term.Any(var terms) ->
                Sentence.joined(
                        "admin.protocol.or", terms, each -> each instanceof Term.All ? inside(each) : say(each));
            case Term.Not(Term.HasCondition(var codes)) -> Sentence.of(KEY + "no-condition", words(codes));
            case Term.Not(var other) ->
                new Sentence().text(text(KEY + "not") + " ").then(inside(other));
            case Term.HasFinding(var codes, var in) -> finding(codes, in);
            case Term.HasTechnique(var codes) -> Sentence.of(KEY + "technique", words(codes));
            case Term.HasGoal(var codes) -> Sentence.of(KEY + "goal", words(codes));
            case Term.HasCondition(var codes) -> Sentence.of(KEY + "condition", words(codes));
            case Term.InRegion(var codes) -> Sentence.of(KEY + "region", words(codes));
            case Term.HasSymptom(var codes) -> Sentence.of(KEY + "symptom", words(codes));
            case Term.Picked(var item) -> Sentence.of(KEY + "picked", List.of(title(item)));
            case Term.LastOutcomeAtLeast(var outcome) ->
                Sentence.of(KEY + "last-outcome", List.of(Vocabulary.of(outcome)));
            case Term.PressureIs(var bound) -> number("pressure", bound);
            case Term.MinutesIs(var bound) -> number("minutes", bound);
            case Term.PainTodayIs(var bound) -> number("pain-today", bound);
            case Term.PainIs(var bound) -> number("pain", bound);
            case Term.AboveBaselineIs(var bound) -> number("above-baseline", bound);
            case Term.RiseIs(var bound) -> number("rise", bound);
            case Term.HoursIs(var bound) -> number("hours", bound);
            case Term.HistoryIs(var metric, var bound) -> number("history." + metric, bound);
            case Term.AboveBand band -> new Sentence().text(text(KEY + "above-band"));
        };
    }

    private Sentence inside(Term term) {
        return new Sentence().text("(").then(say(term)).text(")");
    }

    private static Sentence finding(Set<Finding> codes, @org.jspecify.annotations.Nullable Set<Region> in) {
        List<String> words =
                codes.size() == Finding.values().length ? List.of(text(KEY + "any-finding")) : words(codes);
        if (in == null) {
            return Sentence.of(KEY + "finding", words);
        }
        return Sentence.of(KEY + "finding", words)
                .then(
                        in.size() == Region.values().length
                                ? new Sentence().text(" " + text(KEY + "anywhere"))
                                : Sentence.of(KEY + "finding-in", words(in)));
    }

    private static Sentence number(String what, Term.Bound bound) {
        var amount = I18NProvider.translate("admin.protocol.bound." + bound.op(), bound.value());
        return Sentence.of(KEY + what, List.of(amount));
    }

    static List<String> words(Collection<? extends Enum<?>> codes) {
        return codes.stream()
                .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .map(code -> Vocabulary.list(List.of(code)))
                .toList();
    }

    /** The item's title, or its code if there is no such item. */
    String title(String item) {
        return protocol.items().stream()
                .filter(each -> each.code().equals(item))
                .map(Item::title)
                .findFirst()
                .orElse(item);
    }

    /** How a withheld item may be brought back, in words; empty if the row does not withhold. */
    String strength(Item item, SafetyRow row) {
        if (row.effect() != Effect.WITHHOLD) {
            return "";
        }
        Set<Condition> asked = EnumSet.noneOf(Condition.class);
        boolean alone = conditions(row.when(), asked);
        Set<Condition> always = relative(item.code(), false);
        Set<Condition> cleared = relative(item.code(), true);
        always.retainAll(asked);
        cleared.retainAll(asked);
        cleared.removeAll(always);
        if (alone && !asked.isEmpty() && always.containsAll(asked)) {
            return text("admin.protocol.relative");
        }
        var said = new StringBuilder(text("admin.protocol.absolute"));
        if (alone && !always.isEmpty()) {
            said.append("; ")
                    .append(I18NProvider.translate("admin.protocol.relative.alone", String.join(", ", words(always))));
        }
        if (alone && !cleared.isEmpty()) {
            said.append("; ")
                    .append(I18NProvider.translate(
                            "admin.protocol.relative.cleared", String.join(", ", words(cleared))));
        }
        return said.toString();
    }

    private Set<Condition> relative(String item, boolean cleared) {
        Set<Condition> relative = EnumSet.noneOf(Condition.class);
        protocol.relative().stream()
                .filter(row -> row.cleared() == cleared)
                .filter(row -> row.items().isEmpty() || row.items().contains(item))
                .forEach(row -> relative.addAll(row.conditions()));
        return relative;
    }

    /** Gathers the conditions that are asked for; false if a finding has a say too, which is always absolute. */
    static boolean conditions(Term term, Set<Condition> into) {
        return switch (term) {
            case Term.All(var terms) -> all(terms, into);
            case Term.Any(var terms) -> all(terms, into);
            case Term.Not(var other) -> conditions(other, into);
            case Term.HasCondition(var codes) -> {
                into.addAll(codes);
                yield true;
            }
            case Term.HasFinding finding -> false;
            default -> true;
        };
    }

    private static boolean all(List<Term> terms, Set<Condition> into) {
        boolean only = true;
        for (Term term : terms) {
            only &= conditions(term, into);
        }
        return only;
    }

    /** The words of all rules of an item, to search in. */
    Stream<String> allWords(Item item) {
        return Stream.of(
                        Stream.of(item.title(), item.code(), item.dose()),
                        item.offers().stream().map(offer -> say(offer.when()).toString()),
                        item.safety().stream().map(row -> say(row.when()).toString()),
                        item.regions() == null ? Stream.<String>empty() : words(item.regions()).stream())
                .flatMap(words -> words);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
