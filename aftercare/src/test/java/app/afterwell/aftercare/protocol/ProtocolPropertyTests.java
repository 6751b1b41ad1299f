package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.engine.ProtocolDefinition.SafetyRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Step;
import app.afterwell.aftercare.engine.Term;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Region;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold of a protocol whatever is written in it. */
class ProtocolPropertyTests {

    private static final ProtocolDefinition WRITTEN = ClinicProtocol.WRITTEN;

    /** Each in several inflections and dresses. */
    private static final List<String> REFUSED = List.of(
            "toxins",
            "Detoxifying",
            "flushed out",
            "lactic acid",
            "a Herxheimer reaction",
            "healing crisis",
            "cures",
            "healed",
            "breaks up the knots",
            "break down scar tissue",
            "re-aligned",
            "guaranteed",
            "good pain",
            "micro-tears",
            "No pain, no gain",
            "to\u00ADxins",
            "HEALING");

    @Property(tries = 500)
    void noTextPassesThatHasARefusedWordAnywhere(
            @ForAll @IntRange(min = 0, max = 10_000) int place,
            @ForAll @IntRange(min = 0, max = 16) int word,
            @ForAll boolean atTheEnd) {
        var items = new ArrayList<>(WRITTEN.items());
        int index = place % items.size();
        var item = items.get(index);
        var bad = REFUSED.get(word);
        items.set(index, spoiled(item, place / items.size(), bad, atTheEnd));

        assertThat(ProtocolLinter.lint(with(items)))
                .as("%s in %s", bad, item.code())
                .filteredOn(finding -> finding.code().equals("banned-word"))
                .extracting(LintFinding::where)
                .anySatisfy(where -> assertThat(where).startsWith(item.code()));
    }

    @Example
    void everyCodeOfTheVocabularyIsUsedOrDeclaredUnusedAndNotBoth() {
        var unused = WRITTEN.unused();
        check(Region.values(), unused.regions());
        check(Technique.values(), unused.techniques());
        check(Finding.values(), unused.findings());
        check(Goal.values(), unused.goals());
        check(Condition.values(), unused.conditions());
        check(Symptom.values(), unused.symptoms());
    }

    private static <E extends Enum<E>> void check(E[] vocabulary, Set<E> unused) {
        for (E code : vocabulary) {
            assertThat(isUsed(code)).as("%s", code).isNotEqualTo(unused.contains(code));
        }
    }

    private static boolean isUsed(Enum<?> code) {
        return terms().anyMatch(term -> mentions(term, code))
                || WRITTEN.items().stream()
                        .anyMatch(
                                item -> item.regions() != null && item.regions().contains(code));
    }

    private static Stream<Term> terms() {
        return Stream.of(
                        WRITTEN.items().stream()
                                .flatMap(item -> Stream.concat(
                                        Stream.concat(
                                                item.offers().stream().map(offer -> offer.when()),
                                                item.safety().stream().map(SafetyRow::when)),
                                        Stream.concat(
                                                item.steps().stream()
                                                        .filter(step -> step.when() != null)
                                                        .map(Step::when),
                                                Stream.ofNullable(item.suits())))),
                        WRITTEN.prompts().stream()
                                .flatMap(prompt -> prompt.rows().stream())
                                .map(row -> row.when()),
                        WRITTEN.triage().rows().stream().map(row -> row.when()),
                        WRITTEN.beforeSession().stream()
                                .map(row -> new Term.HasCondition(row.details().keySet())),
                        Stream.of(
                                WRITTEN.oneToolFirst().when(),
                                WRITTEN.band().extraPeakWhen(),
                                WRITTEN.band().extraEndWhen()))
                .flatMap(terms -> terms);
    }

    private static boolean mentions(Term term, Enum<?> code) {
        return switch (term) {
            case Term.All(var terms) -> terms.stream().anyMatch(one -> mentions(one, code));
            case Term.Any(var terms) -> terms.stream().anyMatch(one -> mentions(one, code));
            case Term.Not(var other) -> mentions(other, code);
            case Term.HasFinding(var anyOf, var in) -> anyOf.contains(code) || (in != null && in.contains(code));
            case Term.HasTechnique(var anyOf) -> anyOf.contains(code);
            case Term.HasGoal(var anyOf) -> anyOf.contains(code);
            case Term.HasCondition(var anyOf) -> anyOf.contains(code);
            case Term.InRegion(var anyOf) -> anyOf.contains(code);
            case Term.HasSymptom(var anyOf) -> anyOf.contains(code);
            default -> false;
        };
    }

    /** The item with a word more in one of the texts that a client reads. */
    private static Item spoiled(Item item, int text, String word, boolean atTheEnd) {
        int number = text % (2 + item.steps().size());
        var steps = new ArrayList<>(item.steps());
        if (number >= 2) {
            var step = steps.get(number - 2);
            steps.set(number - 2, new Step(step.when(), with(step.text(), word, atTheEnd)));
        }
        return new Item(
                item.code(),
                item.kind(),
                item.switchedOn(),
                item.partOf(),
                number == 0 ? with(item.title(), word, atTheEnd) : item.title(),
                item.regions(),
                item.wholeBodySafety(),
                item.minutes(),
                item.group(),
                item.days(),
                number == 1 ? with(item.dose(), word, atTheEnd) : item.dose(),
                steps,
                item.background(),
                item.sources(),
                item.evidence(),
                item.offers(),
                item.suits(),
                item.safety(),
                item.noSafetyRows());
    }

    private static String with(String text, String word, boolean atTheEnd) {
        return atTheEnd ? text + " (" + word + ")" : word + ": " + text;
    }

    private static ProtocolDefinition with(List<Item> items) {
        return new ProtocolDefinition(
                WRITTEN.version(),
                WRITTEN.notice(),
                WRITTEN.sources(),
                WRITTEN.reach(),
                WRITTEN.worstFirst(),
                WRITTEN.limits(),
                WRITTEN.oneToolFirst(),
                WRITTEN.checkIns(),
                WRITTEN.relative(),
                WRITTEN.exclusions(),
                items,
                WRITTEN.prompts(),
                WRITTEN.beforeSession(),
                WRITTEN.band(),
                WRITTEN.triage(),
                WRITTEN.unused());
    }
}
