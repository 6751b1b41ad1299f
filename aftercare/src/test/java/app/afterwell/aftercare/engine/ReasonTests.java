package app.afterwell.aftercare.engine;

import static app.afterwell.domain.Condition.*;
import static app.afterwell.domain.Finding.*;
import static app.afterwell.domain.Region.*;
import static app.afterwell.domain.Side.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.Prompt;
import app.afterwell.aftercare.engine.Term.Bound;
import app.afterwell.aftercare.engine.Term.Metric;
import app.afterwell.aftercare.engine.Term.Op;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Region;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Every outcome tells the very facts that led to it: these, in this order, and no others. */
class ReasonTests {

    private static final History LONG_HISTORY = new History(
            4,
            List.of(
                    new History.PastVisit(7, 60, 4, 6, 3, 40, Outcome.WATCH),
                    new History.PastVisit(14, 60, 3, 7, 4, 30, Outcome.AS_EXPECTED),
                    new History.PastVisit(21, 60, 3, 8, 5, 20, null),
                    new History.PastVisit(28, 60, 2, 9, 6, 50, null)));

    private final SmallProtocol small = new SmallProtocol();

    // ------------------------------------------------------------------ what each question tells

    @Test
    void aFindingTellsWhatWasAskedForAndIsThere() {
        assertThat(facts(finding(SWELLING, TIGHTNESS), Given.session().area(NECK, LEFT, TIGHTNESS, BRUISING)))
                .containsExactly("TIGHTNESS");
        assertThat(facts(
                        new Term.HasFinding(Set.of(TIGHTNESS, BRUISING), Set.of(CALVES)),
                        Given.session().area(NECK, LEFT, BRUISING).area(CALVES, LEFT, TIGHTNESS)))
                .containsExactly("TIGHTNESS");
        assertThat(holds(
                        new Term.HasFinding(Set.of(BRUISING), Set.of(CALVES)),
                        Given.session().area(NECK, LEFT, BRUISING)))
                .isFalse();
        assertThat(facts(
                        new Term.HasFinding(Set.of(BRUISING), Set.of(Region.values())),
                        Given.session().area(NECK, LEFT, BRUISING).area(CALVES, LEFT, TIGHTNESS)))
                .containsExactly("BRUISING");
    }

    @Test
    void aFindingOfTheAreaAtHandIsNotThatOfAnother() {
        small.item("probe").on(NECK, CALVES).offer(finding(TIGHTNESS, TENDERNESS));

        var offered = only(small.compile()
                .plan(
                        Given.session()
                                .area(CALVES, LEFT, SWELLING)
                                .area(NECK, RIGHT, TENDERNESS)
                                .build(),
                        Given.healthy(),
                        Given.KNOWN));

        assertThat(offered.areas()).containsExactly(Given.place(NECK, RIGHT));
        assertThat(offered.because().getFirst().facts()).containsExactly("TENDERNESS");
    }

    @Test
    void aTechniqueAndAGoalTellWhatWasAskedForAndNoMore() {
        var session = Given.session()
                .technique(Technique.CUPPING, Technique.SWEDISH)
                .area(NECK, LEFT)
                .goal(Goal.STRESS, Goal.MOBILITY);
        assertThat(facts(new Term.HasTechnique(Set.of(Technique.CUPPING, Technique.HOT_STONE)), session))
                .containsExactly("CUPPING");
        assertThat(facts(
                        new Term.All(List.of(
                                new Term.HasTechnique(Set.of(Technique.CUPPING)),
                                new Term.HasTechnique(Set.of(Technique.SWEDISH)),
                                new Term.HasGoal(Set.of(Goal.STRESS, Goal.POSTURE)),
                                new Term.HasGoal(Set.of(Goal.MOBILITY)))),
                        session))
                .containsExactly("SWEDISH", "CUPPING", "STRESS", "MOBILITY");
        assertThat(holds(new Term.HasGoal(Set.of(Goal.POSTURE)), session)).isFalse();
    }

    @Test
    void aConditionTellsWhatWasAskedForAndNoMore() {
        small.item("probe")
                .offer(new Term.Always())
                .review(new Term.All(List.of(condition(DIABETES, MINOR), condition(EPILEPSY))));

        var plan =
                small.compile().plan(Given.session().build(), Given.profile(EPILEPSY, DIABETES, VERTIGO), Given.KNOWN);

        assertThat(plan.review().getFirst().because().getFirst().facts()).containsExactly("DIABETES", "EPILEPSY");
    }

    @Test
    void aRegionTellsTheOnesThatWereWorkedOn() {
        var session = Given.session().area(NECK, LEFT).area(CALVES, RIGHT).area(FOOT, LEFT);
        assertThat(facts(new Term.InRegion(Set.of(CALVES, FOOT, HAND)), session))
                .containsExactly("CALVES", "FOOT");
        assertThat(holds(new Term.InRegion(Set.of(HAND)), session)).isFalse();

        // For safety an item of the whole body is done everywhere, but what was not worked on is no fact.
        small.item("probe")
                .offer(new Term.Always())
                .withhold(new Term.All(List.of(new Term.InRegion(Set.of(CALVES, HAND)), condition(DIABETES))));
        var plan = small.compile().plan(session.build(), Given.profile(DIABETES), Given.KNOWN);
        assertThat(plan.withheld().getFirst().because().getFirst().facts()).containsExactly("DIABETES", "CALVES");
    }

    @Test
    void aNumberTellsItsNameAndWhatItIs() {
        var session = Given.session().minutes(75).pressure(4).area(NECK, LEFT).pain(6, 2);
        assertThat(facts(new Term.PressureIs(new Bound(Op.AT_LEAST, 4)), session))
                .containsExactly("pressure=4");
        assertThat(facts(new Term.MinutesIs(new Bound(Op.ABOVE, 60)), session)).containsExactly("minutes=75");
        assertThat(facts(new Term.PainTodayIs(new Bound(Op.AT_LEAST, 6)), session))
                .containsExactly("painBefore=6");
        assertThat(facts(new Term.PainTodayIs(new Bound(Op.AT_LEAST, 2)), session.pain(null, 2)))
                .containsExactly("painAfter=2");
        assertThat(holds(new Term.PainTodayIs(new Bound(Op.AT_LEAST, 0)), session.pain(null, null)))
                .isFalse();
    }

    @Test
    void aPressureThatIsNotKnownIsNotALightOne() {
        assertThat(holds(
                        new Term.PressureIs(new Bound(Op.AT_MOST, 2)),
                        Given.session().pressure(0).area(NECK, LEFT)))
                .isFalse();
        assertThat(holds(
                        new Term.PressureIs(new Bound(Op.AT_MOST, 2)),
                        Given.session().pressure(1).area(NECK, LEFT)))
                .isTrue();
    }

    @Test
    void everyBoundMeansWhatItSays() {
        for (int minutes : new int[] {59, 60, 61}) {
            var session = Given.session().minutes(minutes);
            assertThat(holds(new Term.MinutesIs(new Bound(Op.AT_LEAST, 60)), session))
                    .isEqualTo(minutes >= 60);
            assertThat(holds(new Term.MinutesIs(new Bound(Op.AT_MOST, 60)), session))
                    .isEqualTo(minutes <= 60);
            assertThat(holds(new Term.MinutesIs(new Bound(Op.ABOVE, 60)), session))
                    .isEqualTo(minutes > 60);
            assertThat(holds(new Term.MinutesIs(new Bound(Op.BELOW, 60)), session))
                    .isEqualTo(minutes < 60);
        }
    }

    @Test
    void aPickTellsTheItem() {
        small.item("picked").offer(new Term.Picked("other"));
        small.item("other");
        var protocol = small.compile();

        var plan = protocol.plan(Given.session().pick("other").build(), Given.healthy(), Given.KNOWN);
        assertThat(plan.offered()).extracting(PlanItem::item).containsExactly("picked", "other");
        assertThat(plan.offered().getFirst().because().getFirst().facts()).containsExactly("other");
        assertThat(protocol.plan(Given.session().build(), Given.healthy(), Given.KNOWN)
                        .offered())
                .isEmpty();
    }

    @Test
    void theHistoryTellsItsNumbers() {
        assertThat(history(Metric.EARLIER_PLANS, Op.AT_LEAST, 4)).containsExactly("earlierPlans=4");
        assertThat(history(Metric.LAST_PRESSURE, Op.AT_LEAST, 4)).containsExactly("maxPressure=4");
        assertThat(history(Metric.LAST_SORENESS_HOURS, Op.AT_LEAST, 40)).containsExactly("sorenessHours=40");
        assertThat(history(Metric.SORENESS_RISES_IN_A_ROW, Op.AT_LEAST, 2))
                .containsExactly("sorenessHours=40", "sorenessHours=30", "sorenessHours=20");
        assertThat(history(Metric.PAIN_DROP_OVER_3_VISITS, Op.AT_MOST, 2))
                .containsExactly("painBefore=7", "painBefore=5");
        assertThat(history(Metric.PAIN_DROP_OVER_4_VISITS, Op.AT_MOST, 3))
                .containsExactly("painBefore=8", "painBefore=5");
        assertThat(factsAsPrompt(new Term.LastOutcomeAtLeast(Outcome.WATCH), Given.session(), LONG_HISTORY))
                .containsExactly("outcome=WATCH");
    }

    @Test
    void factsOfEveryKindStandInTheOrderOfTheVocabularies() {
        var session = Given.session()
                .technique(Technique.CUPPING)
                .pressure(4)
                .area(NECK, LEFT, TIGHTNESS, HEADACHE)
                .goal(Goal.HEADACHE);
        assertThat(facts(
                        new Term.All(List.of(
                                new Term.PressureIs(new Bound(Op.AT_LEAST, 4)),
                                new Term.HasGoal(Set.of(Goal.HEADACHE)),
                                new Term.HasTechnique(Set.of(Technique.CUPPING)),
                                finding(TIGHTNESS, HEADACHE))),
                        session))
                .as("a finding and a goal of one name are told once")
                .containsExactly("TIGHTNESS", "HEADACHE", "CUPPING", "pressure=4");
    }

    @Test
    void whatIsAbsentIsNoFact() {
        assertThat(facts(new Term.Not(finding(SWELLING)), Given.session().area(NECK, LEFT, TIGHTNESS)))
                .containsExactly("session");
        assertThat(facts(
                        new Term.Any(List.of(finding(SWELLING), finding(TIGHTNESS))),
                        Given.session().area(NECK, LEFT, TIGHTNESS)))
                .containsExactly("TIGHTNESS");
    }

    @Test
    void aTermKeepsWhatItWasGiven() {
        assertThat(new Term.HasFinding(Set.of(SWELLING), null).in()).isNull();
        assertThat(new Term.HasFinding(Set.of(SWELLING), Set.of(NECK)).in()).containsExactly(NECK);
    }

    // ------------------------------------------------------------------ one rule after the other

    @Test
    void eachRuleTellsItsOwnFactsOnly() {
        small.item("probe")
                .suits(finding(TENDERNESS))
                .offer(finding(TIGHTNESS))
                .offer(finding(TENDERNESS))
                .modify(condition(DIABETES), "Less.", "Look.")
                .modify(condition(EPILEPSY), "Least.", "Listen.")
                .withhold(condition(MINOR))
                .withhold(condition(VERTIGO))
                .review(condition(PREGNANCY))
                .review(condition(OSTEOPOROSIS));
        var protocol = small.compile();
        var session = Given.session()
                .area(NECK, LEFT, TIGHTNESS, TENDERNESS)
                .pick("probe")
                .build();

        var offered = only(protocol.plan(session, Given.profile(DIABETES, EPILEPSY), Given.KNOWN));
        assertThat(offered.because())
                .extracting(Because::rule, Because::facts)
                .containsExactly(
                        told("probe.offer-1", "TIGHTNESS"),
                        told("probe.offer-2", "TENDERNESS"),
                        told("probe.picked", "TENDERNESS", "probe"),
                        told("probe.row-1", "DIABETES"),
                        told("probe.row-2", "EPILEPSY"));
        assertThat(offered.dose()).as("the first row that has one").isEqualTo("Less.");
        assertThat(offered.steps()).containsExactly("Do it.", "Look.", "Listen.");
        assertThat(offered.modified()).isTrue();

        var withheld = protocol.plan(session, Given.profile(VERTIGO, MINOR), Given.KNOWN)
                .withheld()
                .getFirst();
        assertThat(withheld.because())
                .extracting(Because::rule, Because::facts)
                .containsExactly(told("probe.row-3", "MINOR"), told("probe.row-4", "VERTIGO"));
        assertThat(withheld.strength()).isEqualTo(Strength.ABSOLUTE);

        var review = protocol.plan(session, Given.profile(OSTEOPOROSIS, PREGNANCY), Given.KNOWN)
                .review()
                .getFirst();
        assertThat(review.because())
                .extracting(Because::rule, Because::facts)
                .containsExactly(told("probe.row-5", "PREGNANCY"), told("probe.row-6", "OSTEOPOROSIS"));
    }

    @Test
    void fourReasonsStandInTheirOrder() {
        small.item("probe")
                .offer(new Term.Always())
                .withhold(condition(MINOR))
                .withhold(condition(VERTIGO))
                .withhold(condition(EPILEPSY))
                .withhold(condition(DIABETES));

        var plan = small.compile()
                .plan(Given.session().build(), Given.profile(VERTIGO, MINOR, DIABETES, EPILEPSY), Given.KNOWN);

        assertThat(plan.withheld().getFirst().because())
                .extracting(Because::rule)
                .containsExactly("probe.row-1", "probe.row-2", "probe.row-3", "probe.row-4");
    }

    @Test
    void aPickTellsWhatSuitsItWhereItIsOffered() {
        small.item("probe")
                .on(NECK, CALVES)
                .suits(finding(TIGHTNESS, TENDERNESS))
                .withhold(finding(SWELLING));

        var offered = only(small.compile()
                .plan(
                        Given.session()
                                .area(CALVES, LEFT, SWELLING, TENDERNESS)
                                .area(NECK, LEFT, TIGHTNESS)
                                .pick("probe")
                                .build(),
                        Given.healthy(),
                        Given.KNOWN));

        assertThat(offered.areas()).containsExactly(Given.place(NECK, LEFT));
        assertThat(offered.because())
                .extracting(Because::rule, Because::facts)
                .containsExactly(told("probe.picked", "TIGHTNESS", "probe"));
    }

    @Test
    void promptsTellEachRowsFacts() {
        small.prompt("look", condition(DIABETES), condition(EPILEPSY)).prompt("never", condition(MINOR));

        var plan = small.compile().plan(Given.session().build(), Given.profile(EPILEPSY, DIABETES), Given.KNOWN);

        assertThat(plan.prompts()).extracting(Prompt::prompt).containsExactly("look");
        assertThat(plan.prompts().getFirst().because())
                .extracting(Because::rule, Because::facts)
                .containsExactly(told("look.row-1", "DIABETES"), told("look.row-2", "EPILEPSY"));
    }

    @Test
    void promptsLookAtTheWholeSessionWhateverItemWasLookedAtLast() {
        small.item("probe").on(FOOT).offer(finding(TIGHTNESS)).offer(new Term.Always());
        small.prompt("look", finding(SWELLING));

        var plan = small.compile()
                .plan(
                        Given.session()
                                .area(NECK, LEFT, SWELLING)
                                .area(FOOT, LEFT, TIGHTNESS)
                                .build(),
                        Given.healthy(),
                        Given.KNOWN);

        assertThat(plan.prompts()).extracting(Prompt::prompt).containsExactly("look");
    }

    @Test
    void whatIsExcludedTellsWhatTheOtherIsThereFor() {
        small.item("heat").on(NECK, CALVES).offer(finding(TIGHTNESS)).offer(finding(TENDERNESS));
        small.item("rub").on(NECK, CALVES).offer(finding(BRUISING)).withhold(condition(MINOR));
        small.item("gel").on(NECK, CALVES).offer(finding(BRUISING));
        small.exclusion("heat", "rub").exclusion("heat", "gel");
        var protocol = small.compile();
        var session = Given.session()
                .area(NECK, LEFT, TIGHTNESS, BRUISING)
                .area(CALVES, LEFT, TENDERNESS, BRUISING)
                .area(CALVES, RIGHT, BRUISING);

        var plan = protocol.plan(session.build(), Given.healthy(), Given.KNOWN);
        assertThat(plan.withheld())
                .extracting(
                        PlanResult.WithheldItem::item,
                        PlanResult.WithheldItem::areas,
                        row -> row.because().getFirst().facts())
                .containsExactlyInAnyOrder(
                        Tuple.tuple("rub", List.of(Given.place(NECK, LEFT)), List.of("TIGHTNESS")),
                        Tuple.tuple("rub", List.of(Given.place(CALVES, LEFT)), List.of("TENDERNESS")),
                        Tuple.tuple("gel", List.of(Given.place(NECK, LEFT)), List.of("TIGHTNESS")),
                        Tuple.tuple("gel", List.of(Given.place(CALVES, LEFT)), List.of("TENDERNESS")));
        assertThat(plan.offered())
                .filteredOn(item -> item.item().equals("rub"))
                .flatExtracting(PlanItem::areas)
                .containsExactly(Given.place(CALVES, RIGHT));

        var minor = protocol.plan(session.build(), Given.profile(MINOR), Given.KNOWN);
        assertThat(minor.withheld())
                .filteredOn(row -> row.item().equals("rub"))
                .filteredOn(row -> row.areas().contains(Given.place(NECK, LEFT)))
                .singleElement()
                .satisfies(row -> assertThat(row.because())
                        .extracting(Because::rule)
                        .containsExactly("rub.row-1", "rub.not-with-heat"));

        var picked = protocol.plan(
                Given.session().area(NECK, LEFT, BRUISING).pick("heat").build(), Given.healthy(), Given.KNOWN);
        assertThat(picked.withheld().getFirst().because().getFirst().facts()).containsExactly("heat");
    }

    @Test
    void aWholeBodyItemTellsTheFactsOfTheWholeSessionWhenItExcludes() {
        small.item("heat").offer(finding(TIGHTNESS));
        small.item("rub").on(CALVES).offer(finding(BRUISING));
        small.exclusion("heat", "rub");

        var plan = small.compile()
                .plan(
                        Given.session()
                                .area(NECK, LEFT, TIGHTNESS)
                                .area(CALVES, LEFT, BRUISING)
                                .build(),
                        Given.healthy(),
                        Given.KNOWN);

        assertThat(plan.withheld().getFirst().because().getFirst().facts()).containsExactly("TIGHTNESS");
    }

    @Test
    void anOptionInsideAnItemIsStoppedByWhatStopsTheItem() {
        small.item("bath").offer(new Term.Always()).withhold(condition(MINOR)).withhold(condition(VERTIGO));
        small.item("salt").partOf("bath").offer(new Term.Always()).withhold(condition(DIABETES));
        var protocol = small.compile();
        var session = Given.session().build();

        assertThat(protocol.plan(session, Given.healthy(), Given.KNOWN).offered())
                .extracting(PlanItem::item)
                .containsExactly("bath", "salt");
        for (var stopped : List.of(MINOR, VERTIGO)) {
            var salt = protocol.plan(session, Given.profile(stopped), Given.KNOWN)
                    .withheld()
                    .getLast();
            assertThat(salt.item()).isEqualTo("salt");
            assertThat(salt.strength()).isEqualTo(stopped == MINOR ? Strength.ABSOLUTE : Strength.RELATIVE);
            assertThat(salt.because())
                    .extracting(Because::rule, Because::facts)
                    .containsExactly(told("salt.without-bath", stopped.name()));
        }
        assertThat(protocol.plan(session, Given.profile(DIABETES, VERTIGO), Given.KNOWN)
                        .withheld()
                        .getLast()
                        .because())
                .as("what is stopped by itself says so")
                .extracting(Because::rule)
                .containsExactly("salt.row-1");
    }

    // ------------------------------------------------------------------ places

    @Test
    void whatWasNotWorkedOnMindsConditionsInItsReachOnly() {
        small.item("quads").on(QUADS).withhold(condition(OPEN_WOUND));
        small.item("anywhere").on(QUADS).wholeBodySafety().withhold(condition(OPEN_WOUND));
        var protocol = small.compile();
        var session = Given.session()
                .area(NECK, LEFT, TIGHTNESS)
                .pick("quads", "anywhere")
                .build();

        assertThat(stopped(protocol, session, Given.at(OPEN_WOUND, Given.place(HAND, LEFT))))
                .containsExactly("anywhere");
        assertThat(stopped(protocol, session, Given.at(OPEN_WOUND, Given.place(KNEE, LEFT))))
                .containsExactly("quads", "anywhere");
        assertThat(stopped(protocol, session, Given.at(OPEN_WOUND))).containsExactly("quads", "anywhere");
        assertThat(protocol.plan(session, null, Given.KNOWN).review())
                .extracting(PlanResult.ReviewItem::item)
                .containsExactly("quads", "anywhere");
    }

    @Test
    void whatWasFoundElsewhereIsNothingToWhatWasNotWorkedOn() {
        small.item("quads").on(QUADS).withhold(finding(SWELLING));

        assertThat(stopped(
                        small.compile(),
                        Given.session().area(NECK, LEFT, SWELLING).pick("quads").build()))
                .isEmpty();
    }

    @Test
    void clearanceOfOneAreaClearsNoOther() {
        small.item("quads").on(QUADS, CALVES).offer(finding(TIGHTNESS)).withhold(condition(RECENT_SURGERY));
        var protocol = small.compile();
        var session = Given.session()
                .area(QUADS, LEFT, TIGHTNESS)
                .area(CALVES, RIGHT, TIGHTNESS)
                .build();
        var cleared = Given.cleared(RECENT_SURGERY, Given.place(QUADS, LEFT));
        var open = Given.at(RECENT_SURGERY, Given.place(CALVES, RIGHT));

        assertThat(strengths(protocol, session, cleared)).containsExactly(Strength.RELATIVE);
        assertThat(strengths(protocol, session, open)).containsExactly(Strength.ABSOLUTE);
        assertThat(strengths(protocol, session, cleared, open)).containsExactly(Strength.RELATIVE, Strength.ABSOLUTE);
        assertThat(strengths(protocol, session, Given.cleared(RECENT_SURGERY))).containsExactly(Strength.RELATIVE);
        assertThat(strengths(protocol, session, Given.at(RECENT_SURGERY))).containsExactly(Strength.ABSOLUTE);
        assertThat(strengths(protocol, session, Given.at(RECENT_SURGERY), Given.at(VERTIGO)))
                .containsExactly(Strength.ABSOLUTE);

        var picked = Given.session().pick("quads").build();
        assertThat(strengths(protocol, picked, cleared)).containsExactly(Strength.RELATIVE);
        assertThat(strengths(protocol, picked, open)).containsExactly(Strength.ABSOLUTE);
    }

    @Test
    void theSameAreaToldTwiceIsOneAreaWithAllOfIt() {
        small.item("probe")
                .on(NECK)
                .offer(new Term.All(List.of(
                        finding(TIGHTNESS),
                        finding(TENDERNESS),
                        new Term.HasTechnique(Set.of(Technique.CUPPING)),
                        new Term.HasTechnique(Set.of(Technique.SWEDISH)),
                        new Term.PressureIs(new Bound(Op.AT_LEAST, 4)))));
        var first = Given.session()
                .technique(Technique.CUPPING)
                .pressure(4)
                .area(NECK, LEFT, TIGHTNESS)
                .technique(Technique.SWEDISH)
                .pressure(2)
                .area(NECK, LEFT, TENDERNESS);

        var offered = only(small.compile().plan(first.build(), Given.healthy(), Given.KNOWN));

        assertThat(offered.areas()).containsExactly(Given.place(NECK, LEFT));
        assertThat(offered.because().getFirst().facts())
                .containsExactly("TIGHTNESS", "TENDERNESS", "SWEDISH", "CUPPING", "pressure=4");
    }

    @Test
    void findingsOnTissueThatOverlapsCountForSafetyAndNotForOffers() {
        small.item("probe").on(NECK).offer(finding(TIGHTNESS)).withhold(finding(SWELLING));
        var protocol = small.compile();

        var plan = protocol.plan(
                Given.session()
                        .area(NECK, BOTH, SWELLING)
                        .area(NECK, LEFT, TIGHTNESS)
                        .area(NECK, RIGHT, TIGHTNESS)
                        .build(),
                Given.healthy(),
                Given.KNOWN);
        assertThat(plan.offered()).isEmpty();
        assertThat(plan.withheld())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.areas()).containsExactly(Given.place(NECK, LEFT), Given.place(NECK, RIGHT)));

        var apart = protocol.plan(
                Given.session()
                        .area(NECK, LEFT, TIGHTNESS)
                        .area(NECK, RIGHT, SWELLING)
                        .build(),
                Given.healthy(),
                Given.KNOWN);
        assertThat(only(apart).areas()).containsExactly(Given.place(NECK, LEFT));
    }

    @Test
    void areasStandFromHeadToFootHoweverTheyWereWritten() {
        small.item("probe").on(Region.values()).offer(finding(TIGHTNESS));

        var offered = only(small.compile()
                .plan(
                        Given.session()
                                .area(FOOT, LEFT, TIGHTNESS)
                                .area(SCALP, MIDLINE, TIGHTNESS)
                                .area(KNEE, RIGHT, TIGHTNESS)
                                .area(KNEE, LEFT, TIGHTNESS)
                                .build(),
                        Given.healthy(),
                        Given.KNOWN));

        assertThat(offered.areas())
                .containsExactly(
                        Given.place(SCALP, MIDLINE),
                        Given.place(KNEE, LEFT),
                        Given.place(KNEE, RIGHT),
                        Given.place(FOOT, LEFT));
    }

    @Test
    void wordsAreChangedForTheAreasThatAreOffered() {
        small.item("probe")
                .on(NECK, CALVES)
                .offer(finding(TIGHTNESS))
                .withhold(finding(SWELLING))
                .step(new Term.InRegion(Set.of(NECK)), "On your neck.")
                .step(new Term.InRegion(Set.of(CALVES)), "On your calf.");
        var protocol = small.compile();

        var offered = only(protocol.plan(
                Given.session()
                        .area(NECK, LEFT, TIGHTNESS, SWELLING)
                        .area(CALVES, LEFT, TIGHTNESS)
                        .build(),
                Given.healthy(),
                Given.KNOWN));
        assertThat(offered.steps()).containsExactly("Do it.", "On your calf.");

        var unworked = only(protocol.plan(Given.session().pick("probe").build(), Given.healthy(), Given.KNOWN));
        assertThat(unworked.steps()).containsExactly("Do it.", "On your neck.", "On your calf.");
    }

    @Test
    void aWholeBodyItemIsWordedByWhatWasWorkedOn() {
        small.item("probe")
                .offer(new Term.Always())
                .step(new Term.InRegion(Set.of(NECK)), "On your neck.")
                .step(new Term.InRegion(Set.of(CALVES)), "On your calf.");

        assertThat(only(small.compile().plan(Given.session().area(CALVES, LEFT).build(), Given.healthy(), Given.KNOWN))
                        .steps())
                .containsExactly("Do it.", "On your calf.");
    }

    // ------------------------------------------------------------------ order and limits

    @Test
    void theWorstFindingLeadsThenTheOrderOfTheProtocol() {
        small.item("first").on(NECK).offer(finding(TIGHTNESS));
        small.item("second").on(CALVES).offer(finding(TENDERNESS));
        small.item("third").on(CALVES).offer(finding(TENDERNESS));
        small.item("whole").offer(new Term.Always());
        small.item("basic").basic().offer(new Term.Always());

        var plan = small.compile()
                .plan(
                        Given.session()
                                .area(NECK, LEFT, TIGHTNESS)
                                .area(CALVES, LEFT, TENDERNESS)
                                .build(),
                        Given.healthy(),
                        Given.KNOWN);

        assertThat(plan.offered())
                .extracting(PlanItem::item)
                .containsExactly("second", "third", "first", "whole", "basic");
    }

    @Test
    void aFindingThatTheProtocolDoesNotRankComesBeforeNone() {
        small.item("none").on(NECK).offer(new Term.InRegion(Set.of(NECK)));
        small.item("some").on(CALVES).offer(finding(TIGHTNESS));

        var plan = small.compile()
                .plan(
                        Given.session()
                                .area(NECK, LEFT)
                                .area(CALVES, LEFT, TIGHTNESS)
                                .build(),
                        Given.healthy(),
                        Given.KNOWN);

        assertThat(plan.offered()).extracting(PlanItem::item).containsExactly("some", "none");
    }

    @Test
    void timeIsFilledToTheLastMinuteAndTheFirstItemAlwaysFits() {
        small.limits(5, 15);
        small.item("first").costs(10).offer(new Term.Always());
        small.item("fits").costs(5).offer(new Term.Always());
        small.item("too-much").costs(1).offer(new Term.Always());
        small.item("free").offer(new Term.Always());
        var plan = small.compile().plan(Given.session().build(), Given.healthy(), Given.KNOWN);
        assertThat(plan.offered()).extracting(PlanItem::item).containsExactly("first", "fits", "free");
        assertThat(plan.later().getFirst().because().getLast().rule()).isEqualTo("limit.minutes-per-day");

        var alone = new SmallProtocol().limits(5, 15);
        alone.item("long").costs(60).offer(new Term.Always());
        assertThat(alone.compile()
                        .plan(Given.session().build(), Given.healthy(), Given.KNOWN)
                        .offered())
                .hasSize(1);
    }

    @Test
    void itemsOfOneGroupCostTenMinutesTogether() {
        small.limits(5, 15);
        small.item("stretch-1").costs(5).group("stretching").offer(new Term.Always());
        small.item("stretch-2").costs(5).group("stretching").offer(new Term.Always());
        small.item("stretch-3").costs(5).group("stretching").offer(new Term.Always());
        small.item("roll").costs(5).offer(new Term.Always());
        small.item("more").costs(1).offer(new Term.Always());

        var plan = small.compile().plan(Given.session().build(), Given.healthy(), Given.KNOWN);

        assertThat(plan.offered())
                .extracting(PlanItem::item)
                .containsExactly("stretch-1", "stretch-2", "stretch-3", "roll");
        assertThat(plan.later()).extracting(PlanItem::item).containsExactly("more");
    }

    @Test
    void whatTheTherapistPutsInFrontTakesItsPlaceAndItsTime() {
        small.limits(2, 15);
        small.item("first").costs(5).offer(new Term.Always());
        small.item("second").costs(5).offer(new Term.Always());
        small.item("third").costs(10).offer(new Term.Always());
        var protocol = small.compile();

        var decided = protocol.applyDecisions(
                        Given.session().build(),
                        Given.healthy(),
                        Given.KNOWN,
                        List.of(new Decision("third", null, Decision.Kind.ADD, null)))
                .decided();

        assertThat(decided.offered()).extracting(PlanItem::item).containsExactly("first", "third");
        assertThat(decided.later()).extracting(PlanItem::item).containsExactly("second");

        var forced = new SmallProtocol().limits(3, 15);
        forced.item("first").costs(5).offer(new Term.Always());
        forced.item("second").costs(5).offer(new Term.Always());
        forced.item("third").costs(10).offer(new Term.Always());
        var timed = forced.compile()
                .applyDecisions(
                        Given.session().build(),
                        Given.healthy(),
                        Given.KNOWN,
                        List.of(new Decision("third", null, Decision.Kind.ADD, null)))
                .decided();
        assertThat(timed.offered()).extracting(PlanItem::item).containsExactly("first", "third");
        assertThat(timed.later().getFirst().because().getLast().rule()).isEqualTo("limit.minutes-per-day");
    }

    @Test
    void aFirstPlanTellsWhyTheRestWaits() {
        small.item("first").on(NECK).offer(finding(TIGHTNESS));
        small.item("second").on(NECK).offer(finding(TIGHTNESS));
        small.item("third").on(NECK).offer(finding(TIGHTNESS));
        var protocol = small.compile();
        var session = Given.session().area(NECK, LEFT, TIGHTNESS).build();

        var plan = protocol.plan(session, Given.profile(NEW_TO_BODYWORK), History.NONE);

        assertThat(plan.offered()).hasSize(1);
        assertThat(plan.later())
                .extracting(
                        item -> item.because().getLast().rule(),
                        item -> item.because().getLast().facts())
                .containsExactly(
                        told("one-tool-first", "NEW_TO_BODYWORK", "earlierPlans=0"),
                        told("one-tool-first", "NEW_TO_BODYWORK", "earlierPlans=0"));
    }

    // ------------------------------------------------------------------ triage

    @Test
    void triageTellsItsFacts() {
        small.triage(
                        Outcome.URGENT,
                        new Term.All(List.of(
                                new Term.HasSymptom(Set.of(Symptom.RASH, Symptom.FEVER)),
                                new Term.HoursIs(new Bound(Op.AT_LEAST, 24)))))
                .triage(Outcome.WATCH, new Term.PainIs(new Bound(Op.AT_LEAST, 7)))
                .triage(Outcome.WATCH, new Term.AboveBaselineIs(new Bound(Op.AT_LEAST, 2)))
                .triage(Outcome.WATCH, new Term.RiseIs(new Bound(Op.AT_LEAST, 1)))
                .triage(Outcome.WATCH, new Term.AboveBand())
                .triage(
                        Outcome.WATCH,
                        new Term.All(List.of(
                                new Term.HasSymptom(Set.of(Symptom.FEVER)),
                                new Term.HasSymptom(Set.of(Symptom.BRUISING)))));

        var result = small.compile()
                .triage(
                        new CheckInAnswer(
                                30.9,
                                new PainScore(8),
                                List.of(),
                                Set.of(Symptom.FEVER, Symptom.BRUISING, Symptom.DIZZINESS)),
                        List.of(new CheckInAnswer(12, new PainScore(7), List.of(), Set.of())),
                        Given.session().pain(5, 2).build(),
                        Given.healthy(),
                        Given.KNOWN);

        assertThat(result.outcome()).isEqualTo(Outcome.URGENT);
        assertThat(result.because())
                .extracting(Because::rule, Because::facts)
                .containsExactly(
                        told("triage.row-1", "FEVER", "hours=30"),
                        told("triage.row-2", "pain=8"),
                        told("triage.row-3", "pain=8"),
                        told("triage.row-4", "pain=8"),
                        told("triage.row-5", "pain=8"),
                        told("triage.row-6", "BRUISING", "FEVER"));
    }

    @Test
    void aStrongerPressureThanTheTableHasTakesItsLastRow() {
        var clinic = ClinicProtocol.WRITTEN.band();
        small.band(new ProtocolDefinition.Band(
                List.of(new ProtocolDefinition.BandRow(2, 1, 36), new ProtocolDefinition.BandRow(3, 4, 48)),
                clinic.extraPeak(),
                clinic.extraPeakWhen(),
                clinic.extraEndHours(),
                clinic.extraEndWhen(),
                clinic.ownCurves()));

        var band = small.compile()
                .band(Given.session().pressure(5).area(NECK, LEFT).pain(5, 2).build(), Given.healthy(), Given.KNOWN);

        assertThat(band).isEqualTo(new ExpectedBand(2, 6, 48));
    }

    @Test
    void theUpperEdgeMeetsTheBaselineAtBothEndsAndThePeakBetween() {
        var band = new ExpectedBand(2, 6, 48);
        assertThat(band.upperEdge(-1)).isEqualTo(2);
        assertThat(band.upperEdge(0)).isEqualTo(2);
        assertThat(band.upperEdge(12)).isEqualTo(4);
        assertThat(band.upperEdge(24)).isEqualTo(6);
        assertThat(band.upperEdge(36)).isEqualTo(4);
        assertThat(band.upperEdge(48)).isEqualTo(2);
        assertThat(band.upperEdge(60)).isEqualTo(2);
    }

    // ------------------------------------------------------------------ helpers

    private List<String> history(Metric metric, Op op, int value) {
        return factsAsPrompt(new Term.HistoryIs(metric, new Bound(op, value)), Given.session(), LONG_HISTORY);
    }

    private static List<String> factsAsPrompt(Term term, Given session, History history) {
        var plan = new SmallProtocol().prompt("probe", term).compile().plan(session.build(), Given.healthy(), history);
        return plan.prompts().isEmpty()
                ? List.of()
                : plan.prompts().getFirst().because().getFirst().facts();
    }

    private static List<String> facts(Term term, Given session) {
        return factsAsPrompt(term, session, Given.KNOWN);
    }

    private static boolean holds(Term term, Given session) {
        return !facts(term, session).isEmpty();
    }

    private static PlanItem only(PlanResult plan) {
        assertThat(plan.offered()).hasSize(1);
        return plan.offered().getFirst();
    }

    private static List<String> stopped(CompiledProtocol protocol, SessionFindings session, ConditionEntry... entries) {
        return protocol.plan(session, Given.profile(entries), Given.KNOWN).withheld().stream()
                .map(PlanResult.WithheldItem::item)
                .toList();
    }

    private static List<Strength> strengths(
            CompiledProtocol protocol, SessionFindings session, ConditionEntry... entries) {
        return protocol.plan(session, Given.profile(entries), Given.KNOWN).withheld().stream()
                .map(PlanResult.WithheldItem::strength)
                .toList();
    }

    private static Term finding(Finding... findings) {
        return new Term.HasFinding(Set.of(findings), null);
    }

    private static Term condition(Condition... conditions) {
        return new Term.HasCondition(Set.of(conditions));
    }

    private static Tuple told(String rule, String... facts) {
        return Tuple.tuple(rule, Arrays.asList(facts));
    }
}
