package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.Generated.Note;
import app.afterwell.aftercare.protocol.BannedWords;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Symptom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold whatever is put in. Each seed is one varied note; the protocol has every item switched on. */
class PlanPropertyTests {

    private static final CompiledProtocol PROTOCOL = ClinicProtocol.EVERYTHING;

    /** Items whose safety looks beyond the area that they are done on; the table says where to. */
    private static final Set<String> LOOK_BEYOND =
            Set.of("peanut-suboccipitals", "physio-ball-drape", "spine-decompress", "roller-rest-lengthwise");

    private record Place(String item, BodyArea area) {}

    @Property(tries = 2000)
    void aConditionMoreNeverTurnsWithheldOrReviewIntoOffered(
            @ForAll long seed, @ForAll Condition condition, @ForAll boolean somewhere) {
        var generated = new Generated(seed);
        var note = generated.note();
        var entry = somewhere ? generated.entry(condition) : ConditionEntry.of(condition);
        SafetyProfile before = note.safety() == null ? Given.healthy() : note.safety();
        var conditions = new ArrayList<>(before.conditions());
        conditions.add(entry);
        var after = new SafetyProfile(before.version(), before.confirmedOn(), conditions);

        var then = verdicts(PROTOCOL.plan(note.session(), before, note.history()));
        var now = verdicts(PROTOCOL.plan(note.session(), after, note.history()));

        then.forEach((place, verdict) -> {
            assertThat(now).as("%s with %s", place, entry).containsKey(place);
            if (verdict > 0) {
                assertThat(now.get(place)).as("%s with %s", place, entry).isGreaterThanOrEqualTo(verdict);
            }
        });
        // nothing gets milder at all, and nothing new is offered
        now.forEach((place, verdict) ->
                assertThat(verdict).as("%s with %s", place, entry).isGreaterThanOrEqualTo(then.getOrDefault(place, 9)));
    }

    /** Found by chance once: picked alone, the vinegar came and went with a condition that reviews the bath. */
    @Example
    void anOptionOfTheBathIsNothingWithoutTheBath() {
        aConditionMoreNeverTurnsWithheldOrReviewIntoOffered(402, Condition.KIDNEY_DISEASE, true);
    }

    @Property(tries = 2000)
    void anAreaMoreNeverChangesWhatIsDoneElsewhere(@ForAll long seed) {
        var generated = new Generated(seed);
        var note = generated.note();
        var area = generated.worked(generated.area());
        if (note.session().areas().stream().anyMatch(other -> other.area().overlaps(area.area()))) {
            return;
        }
        var areas = new ArrayList<>(note.session().areas());
        areas.add(area);

        var then = verdicts(plan(note));
        var now = verdicts(PROTOCOL.plan(with(note.session(), areas), note.safety(), note.history()));

        then.forEach((place, verdict) -> {
            if (place.area() != null && !LOOK_BEYOND.contains(place.item())) {
                assertThat(now.get(place)).as("%s with %s", place, area).isEqualTo(verdict);
            }
        });
    }

    @Property(tries = 1000)
    void theOrderOfTheInputNeverMatters(@ForAll long seed) {
        var generated = new Generated(seed);
        var note = generated.note();
        var areas = new ArrayList<>(note.session().areas());
        Collections.shuffle(areas, generated.random());
        SafetyProfile safety = note.safety();
        if (safety != null) {
            var conditions = new ArrayList<>(safety.conditions());
            Collections.shuffle(conditions, generated.random());
            safety = new SafetyProfile(safety.version(), safety.confirmedOn(), conditions);
        }

        var shuffled = PROTOCOL.plan(with(note.session(), areas), safety, note.history());

        assertThat(shuffled).isEqualTo(plan(note));
        assertThat(CompiledProtocol.digest(shuffled)).isEqualTo(CompiledProtocol.digest(plan(note)));
        assertThat(PROTOCOL.beforeSession(safety, null, Given.TODAY))
                .isEqualTo(PROTOCOL.beforeSession(note.safety(), null, Given.TODAY));
    }

    @Property(tries = 1000)
    void theSameInputGivesTheSameBytes(@ForAll long seed) {
        var note = new Generated(seed).note();
        var again = new Generated(seed).note();
        var other = CompiledProtocol.compile(ClinicProtocol.WRITTEN, true);

        assertThat(plan(again).toString()).isEqualTo(plan(note).toString());
        assertThat(other.plan(again.session(), again.safety(), again.history()).toString())
                .isEqualTo(ClinicProtocol.APPROVED
                        .plan(note.session(), note.safety(), note.history())
                        .toString());
    }

    @Property(tries = 2000)
    void everyOutcomeSaysWhyByFactsOfTheInput(@ForAll long seed) {
        var note = new Generated(seed).note();
        var facts = facts(note);
        var plan = plan(note);

        var because = Stream.of(
                        plan.offered().stream().map(PlanResult.PlanItem::because),
                        plan.later().stream().map(PlanResult.PlanItem::because),
                        plan.review().stream().map(PlanResult.ReviewItem::because),
                        plan.withheld().stream().map(PlanResult.WithheldItem::because),
                        plan.prompts().stream().map(PlanResult.Prompt::because))
                .flatMap(lists -> lists)
                .toList();
        assertThat(because).allSatisfy(list -> {
            assertThat(list).isNotEmpty();
            for (Because one : list) {
                assertThat(one.facts()).as(one.rule()).isNotEmpty().isSubsetOf(facts);
                assertThat(one.sources())
                        .isNotEmpty()
                        .isSubsetOf(ClinicProtocol.WRITTEN.sources().keySet());
            }
        });
    }

    @Property(tries = 1000)
    void everyAreaIsOneThatWasWorkedOn(@ForAll long seed) {
        var note = new Generated(seed).note();
        var worked = new HashSet<BodyArea>();
        note.session().areas().forEach(area -> worked.add(area.area()));

        assertThat(verdicts(plan(note)).keySet())
                .allSatisfy(place -> assertThat(place.area() == null || worked.contains(place.area()))
                        .isTrue());
    }

    @Property(tries = 1000)
    void noPlaceHasTwoVerdictsAndTheLimitsHold(@ForAll long seed) {
        var note = new Generated(seed).note();
        var plan = plan(note);

        var places = new ArrayList<Place>();
        collect(plan, (place, verdict) -> places.add(place));
        assertThat(places).doesNotHaveDuplicates();
        var specific = plan.offered().stream()
                .map(item -> PROTOCOL.item(item.item()).orElseThrow())
                .filter(item -> !item.basic())
                .filter(item -> !item.code().equals("vinegar-and-aroma"))
                .toList();
        boolean first = note.history().earlierPlans() == 0
                || (note.safety() != null && note.safety().has(Condition.NEW_TO_BODYWORK));
        assertThat(specific).hasSizeLessThanOrEqualTo(first ? 1 : 3);
        if (specific.size() > 1) {
            assertThat(specific.stream()
                            .filter(item -> !item.code().startsWith("stretch-"))
                            .mapToInt(CatalogueItem::minutes)
                            .sum())
                    .isLessThanOrEqualTo(15);
        }
    }

    @Property(tries = 1000)
    void noTextReachesAClientThatTheLinterRefuses(@ForAll long seed) {
        var generated = new Generated(seed);
        var note = generated.note();
        var texts = new ArrayList<String>();
        for (var item : plan(note).offered()) {
            texts.add(item.title());
            texts.add(item.dose());
            texts.addAll(item.steps());
        }
        var triage = PROTOCOL.triage(generated.answer(), List.of(), note.session(), note.safety(), note.history());
        texts.add(triage.headline());
        texts.addAll(triage.guidance());

        assertThat(texts).allSatisfy(text -> assertThat(BannedWords.in(text)).isEmpty());
        assertThat(texts).noneMatch(String::isBlank);
    }

    @Property(tries = 1000)
    void anOpenPlanNeverGetsPastAbsoluteRules(@ForAll long seed) {
        var note = new Generated(seed).note();
        var said = plan(note);
        var decisions = new ArrayList<Decision>();
        said.review().forEach(item -> decisions.add(new Decision(item.item(), null, Decision.Kind.KEEP, "looked at")));
        var items = new HashSet<String>();
        decisions.removeIf(decision -> !items.add(decision.item()));
        said.withheld().stream()
                .map(PlanResult.WithheldItem::item)
                .filter(items::add)
                .forEach(item -> decisions.add(new Decision(item, null, Decision.Kind.DROP, null)));
        // an item can be under review on one area and withheld on another: KEEP would then ask for both
        decisions.replaceAll(decision ->
                said.withheld().stream().anyMatch(row -> row.item().equals(decision.item()))
                        ? new Decision(decision.item(), null, Decision.Kind.DROP, null)
                        : decision);

        var decided = PROTOCOL.applyDecisions(note.session(), note.safety(), note.history(), decisions);

        var withheld = new HashMap<Place, Strength>();
        said.withheld().forEach(row -> each(row.item(), row.areas(), place -> withheld.put(place, row.strength())));
        assertThat(decided.decided().review()).isEmpty();
        Stream.concat(decided.decided().offered().stream(), decided.decided().later().stream())
                .forEach(item -> each(
                        item.item(), item.areas(), place -> assertThat(withheld).doesNotContainKey(place)));
    }

    // ------------------------------------------------------------------ triage

    @Property(tries = 2000)
    void aSymptomMoreNeverMakesAnAnswerMilder(@ForAll long seed, @ForAll Symptom symptom) {
        var generated = new Generated(seed);
        var note = generated.note();
        var answer = generated.answer();
        var more = new HashSet<>(answer.symptoms());
        more.add(symptom);

        assertThat(outcome(note, new CheckInAnswer(answer.hours(), answer.pain(), answer.areas(), more)))
                .isGreaterThanOrEqualTo(outcome(note, answer));
    }

    @Property(tries = 2000)
    void morePainNeverMakesAnAnswerMilder(@ForAll long seed) {
        var generated = new Generated(seed);
        var note = generated.note();
        var answer = generated.answer();

        Outcome last = Outcome.AS_EXPECTED;
        for (int pain = 0; pain <= 10; pain++) {
            var now = outcome(
                    note, new CheckInAnswer(answer.hours(), new PainScore(pain), answer.areas(), answer.symptoms()));
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }

    private static Outcome outcome(Note note, CheckInAnswer answer) {
        return PROTOCOL.triage(
                        answer,
                        List.of(new CheckInAnswer(12, new PainScore(4), List.of(), Set.of())),
                        note.session(),
                        note.safety(),
                        note.history())
                .outcome();
    }

    // ------------------------------------------------------------------ what the properties ask

    private static PlanResult plan(Note note) {
        return PROTOCOL.plan(note.session(), note.safety(), note.history());
    }

    private static SessionFindings with(SessionFindings session, List<WorkedArea> areas) {
        return new SessionFindings(
                session.date(),
                session.minutes(),
                areas,
                session.painBefore(),
                session.painAfter(),
                session.goals(),
                session.picks());
    }

    /** 0 offered (or later), 1 review, 2 withheld, by item and area. */
    private static Map<Place, Integer> verdicts(PlanResult plan) {
        var verdicts = new HashMap<Place, Integer>();
        collect(plan, verdicts::put);
        return verdicts;
    }

    private static void collect(PlanResult plan, java.util.function.BiConsumer<Place, Integer> to) {
        plan.offered().forEach(item -> each(item.item(), item.areas(), place -> to.accept(place, 0)));
        plan.later().forEach(item -> each(item.item(), item.areas(), place -> to.accept(place, 0)));
        plan.review().forEach(item -> each(item.item(), item.areas(), place -> to.accept(place, 1)));
        plan.withheld().forEach(item -> each(item.item(), item.areas(), place -> to.accept(place, 2)));
    }

    private static void each(String item, List<BodyArea> areas, java.util.function.Consumer<Place> to) {
        if (areas.isEmpty()) {
            to.accept(new Place(item, null));
        }
        areas.forEach(area -> to.accept(new Place(item, area)));
    }

    private static Set<String> facts(Note note) {
        var facts = new HashSet<String>(Set.of("session"));
        var session = note.session();
        for (WorkedArea area : session.areas()) {
            area.findings().forEach(code -> facts.add(code.name()));
            area.techniques().forEach(code -> facts.add(code.name()));
            facts.add(area.area().region().name());
            if (area.pressure() != null) {
                facts.add("pressure=" + area.pressure().level());
            }
        }
        session.goals().forEach(code -> facts.add(code.name()));
        facts.addAll(session.picks());
        facts.add("minutes=" + session.minutes());
        if (session.painBefore() != null) {
            facts.add("painBefore=" + session.painBefore().value());
        }
        if (session.painAfter() != null) {
            facts.add("painAfter=" + session.painAfter().value());
        }
        if (note.safety() == null) {
            facts.add("safety=null");
        } else {
            facts.add("confirmedOn=" + note.safety().confirmedOn());
            note.safety().conditions().forEach(entry -> facts.add(entry.code().name()));
        }
        facts.add("earlierPlans=" + note.history().earlierPlans());
        note.history().visits().forEach(visit -> {
            facts.add("maxPressure=" + visit.maxPressure());
            facts.add("sorenessHours=" + visit.sorenessHours());
            facts.add("painBefore=" + visit.painBefore());
            facts.add("outcome=" + visit.outcome());
        });
        return facts;
    }
}
