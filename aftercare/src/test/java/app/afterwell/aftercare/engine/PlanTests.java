package app.afterwell.aftercare.engine;

import static app.afterwell.domain.Condition.*;
import static app.afterwell.domain.Finding.*;
import static app.afterwell.domain.Region.*;
import static app.afterwell.domain.Side.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.Prompt;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.engine.PlanResult.WithheldItem;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import app.afterwell.domain.UnacceptableException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTests {

    private final CompiledProtocol protocol = CompiledProtocol.compile(ClinicProtocol.WRITTEN, true);
    private static final String[] SAFE_FOUR = {"rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist"};

    @Test
    void decidesTheExampleOfTheApi() {
        var session = Given.session()
                .minutes(90)
                .pressure(4)
                .technique(Technique.DEEP_TISSUE)
                .area(HAMSTRINGS, LEFT, TIGHTNESS)
                .pain(6, 3)
                .goal(Goal.TRAINING_RECOVERY)
                .pick("physio-ball-drape")
                .build();
        var safety = Given.profile(Given.at(ANTICOAGULANTS), Given.at(RECENT_SURGERY, Given.place(KNEE, LEFT)));
        var history = new History(2, List.of(new History.PastVisit(7, 60, 4, 7, 4, 20, Outcome.AS_EXPECTED)));

        var plan = protocol.plan(session, safety, history);

        assertThat(plan.withheld())
                .containsExactly(
                        new WithheldItem(
                                "foam-roll-hamstrings",
                                List.of(Given.place(HAMSTRINGS, LEFT)),
                                Strength.ABSOLUTE,
                                List.of(new Because(
                                        "foam-roll-hamstrings.bleeding-clots-bones-sensation",
                                        List.of("ANTICOAGULANTS"),
                                        List.of("S0", "S1", "S2"),
                                        Evidence.CAUTION))),
                        new WithheldItem(
                                "physio-ball-drape",
                                List.of(),
                                Strength.ABSOLUTE,
                                List.of(new Because(
                                        "physio-ball-drape.spine-surgery-pressure-balance",
                                        List.of("RECENT_SURGERY"),
                                        List.of("S1"),
                                        Evidence.CAUTION))));
        assertThat(plan.review()).extracting(ReviewItem::item).containsExactly("stretch-hamstrings");
        assertThat(plan.offered())
                .extracting(PlanItem::item)
                .containsExactly("moist-heat", "rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist");
        assertThat(plan.later()).extracting(PlanItem::item).containsExactly("epsom-bath");
        assertThat(plan.checkIns()).containsExactly(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72));
        assertThat(plan.prompts()).extracting(Prompt::prompt).containsExactly("check-pressure");
    }

    // ------------------------------------------------------------------ sides and reach

    @Test
    void keepsTheSideOfEveryArea() {
        var plan = protocol.plan(
                Given.session()
                        .area(HAMSTRINGS, LEFT, TIGHTNESS)
                        .area(HAMSTRINGS, RIGHT, TIGHTNESS, SWELLING)
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(offered(plan, "foam-roll-hamstrings").areas()).containsExactly(Given.place(HAMSTRINGS, LEFT));
        assertThat(withheld(plan, "foam-roll-hamstrings").areas()).containsExactly(Given.place(HAMSTRINGS, RIGHT));
    }

    @Test
    void countsWhatWasFoundOnOverlappingTissue() {
        for (Side side : List.of(BOTH, MIDLINE)) {
            var plan = protocol.plan(
                    Given.session()
                            .area(CALVES, side, TIGHTNESS)
                            .area(CALVES, RIGHT, BRUISING)
                            .build(),
                    Given.healthy(),
                    Given.KNOWN);

            assertThat(withheld(plan, "foam-roll-calves").areas()).containsExactly(Given.place(CALVES, side));
        }
    }

    @Test
    void letsAConditionActThereAndInReachOnItsSideOnly() {
        var session = Given.session()
                .area(QUADS, LEFT, TIGHTNESS)
                .area(QUADS, RIGHT, TIGHTNESS)
                .area(CALVES, LEFT, TIGHTNESS)
                .build();

        var plan = protocol.plan(
                session, Given.profile(Given.at(RECENT_FRACTURE, Given.place(HIP_FLEXORS, LEFT))), Given.KNOWN);

        assertThat(withheld(plan, "foam-roll-quads").areas()).containsExactly(Given.place(QUADS, LEFT));
        assertThat(anywhere(plan, "foam-roll-quads").areas()).containsExactly(Given.place(QUADS, RIGHT));
        assertThat(anywhere(plan, "foam-roll-calves").areas()).containsExactly(Given.place(CALVES, LEFT));
    }

    @Test
    void letsAnAreaConditionActOnWhatIsForTheWholeBody() {
        var plan = protocol.plan(
                Given.session().goal(Goal.STRESS).build(),
                Given.profile(Given.at(OPEN_WOUND, Given.place(FOOT, LEFT))),
                Given.KNOWN);

        assertThat(withheld(plan, "epsom-bath").because().getFirst().facts()).containsExactly("OPEN_WOUND");
    }

    @Test
    void neverTakesTheLowerBackForTheUpperBack() {
        var plan = protocol.plan(
                Given.session().area(LOWER_BACK, BOTH, TIGHTNESS, TENDERNESS).build(), Given.healthy(), Given.KNOWN);

        assertThat(everything(plan)).doesNotContain("foam-roll-upper-back", "roller-rest-lengthwise", "ball-release");
    }

    @Test
    void neverRollsTheLowerBackOrAJoint() {
        for (var item : ClinicProtocol.EVERYTHING.items()) {
            if (item.code().startsWith("foam-roll-") || item.code().equals("massage-device")) {
                assertThat(item.regions()).as(item.code()).doesNotContain(LOWER_BACK, KNEE, ANKLE);
            }
        }
    }

    @Test
    void judgesAPickWithoutAWorkedAreaOnBothSides() {
        var plan = protocol.plan(
                Given.session().pick("foam-roll-calves").build(),
                Given.profile(Given.at(ACUTE_INJURY, Given.place(ANKLE, RIGHT))),
                Given.KNOWN);

        assertThat(withheld(plan, "foam-roll-calves").because().getFirst().facts())
                .containsExactly("ACUTE_INJURY");
    }

    @Test
    void leavesVaricoseVeinsToTheLegs() {
        var session = Given.session()
                .area(CALVES, LEFT, TIGHTNESS)
                .area(UPPER_BACK, BOTH, TIGHTNESS)
                .pick("foam-roll-upper-back")
                .build();

        var plan = protocol.plan(session, Given.profile(VARICOSE_VEINS), Given.KNOWN);

        assertThat(withheld(plan, "foam-roll-calves").strength()).isEqualTo(Strength.RELATIVE);
        assertThat(anywhere(plan, "foam-roll-upper-back").areas()).containsExactly(Given.place(UPPER_BACK, BOTH));
    }

    @Test
    void leavesHeatOffAPregnantBellyAndSaysSoElsewhere() {
        var session = Given.session()
                .area(ABDOMEN, MIDLINE, TIGHTNESS)
                .area(UPPER_TRAPS, LEFT, TIGHTNESS)
                .build();

        var plan = protocol.plan(session, Given.profile(PREGNANCY), Given.KNOWN);

        assertThat(withheld(plan, "moist-heat").areas()).containsExactly(Given.place(ABDOMEN, MIDLINE));
        assertThat(anywhere(plan, "moist-heat").areas()).containsExactly(Given.place(UPPER_TRAPS, LEFT));
        assertThat(anywhere(plan, "moist-heat").modified()).isTrue();
        assertThat(anywhere(plan, "moist-heat").steps()).last().asString().contains("pregnant");
    }

    // ------------------------------------------------------------------ withheld, review, modified

    @Test
    void makesTheRowAbsoluteByOneAbsoluteFact() {
        var session = Given.session()
                .area(LOWER_BACK, BOTH, TENDERNESS)
                .pick("physio-ball-drape")
                .build();

        assertThat(withheld(
                                protocol.plan(session, Given.profile(DISC_PROBLEM, VERTIGO), Given.KNOWN),
                                "physio-ball-drape")
                        .strength())
                .isEqualTo(Strength.RELATIVE);
        assertThat(withheld(
                        protocol.plan(session, Given.profile(DISC_PROBLEM, OSTEOPOROSIS), Given.KNOWN),
                        "physio-ball-drape"))
                .satisfies(row -> assertThat(row.strength()).isEqualTo(Strength.ABSOLUTE))
                .satisfies(row ->
                        assertThat(row.because().getFirst().facts()).containsExactly("OSTEOPOROSIS", "DISC_PROBLEM"));
    }

    @Test
    void makesSurgeryRelativeOnlyIfEveryEntryIsCleared() {
        var session = Given.session().pick("physio-ball-drape").build();
        var cleared = Given.cleared(RECENT_SURGERY, Given.place(KNEE, LEFT));
        var open = Given.at(RECENT_SURGERY, Given.place(HAND, LEFT));

        assertThat(withheld(protocol.plan(session, Given.profile(cleared), Given.KNOWN), "physio-ball-drape")
                        .strength())
                .isEqualTo(Strength.RELATIVE);
        assertThat(withheld(protocol.plan(session, Given.profile(open), Given.KNOWN), "physio-ball-drape")
                        .strength())
                .isEqualTo(Strength.ABSOLUTE);
        assertThat(withheld(protocol.plan(session, Given.profile(cleared, open), Given.KNOWN), "physio-ball-drape")
                        .strength())
                .isEqualTo(Strength.ABSOLUTE);
    }

    @Test
    void setsWithheldOverReviewOverModified() {
        var session = Given.session().area(GLUTES, LEFT, TIGHTNESS).build();

        assertThat(CatalogueTableTests.verdict(
                        "moist-heat", protocol.plan(session, Given.profile(PREGNANCY, DIABETES), Given.KNOWN)))
                .isEqualTo("review");
        assertThat(CatalogueTableTests.verdict(
                        "moist-heat",
                        protocol.plan(session, Given.profile(PREGNANCY, DIABETES, REDUCED_SENSATION), Given.KNOWN)))
                .isEqualTo("withheld");
    }

    @Test
    void promptsTheTherapistWithWhatItWithholdsForNerveSigns() {
        var plan = protocol.plan(
                Given.session()
                        .area(CALVES, LEFT, NUMBNESS)
                        .pick("physio-ball-drape")
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(withheld(plan, "physio-ball-drape").strength()).isEqualTo(Strength.ABSOLUTE);
        assertThat(prompt(plan, "nerve-signs").because())
                .extracting(Because::rule)
                .containsExactly("nerve-signs.found", "physio-ball-drape.nerve-signs");
    }

    @Test
    void stopsHangingForAnyFindingOnAShoulder() {
        var plan = protocol.plan(
                Given.session()
                        .area(SHOULDER, RIGHT, TENDERNESS)
                        .pick("spine-decompress")
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(withheld(plan, "spine-decompress").because().getFirst().facts())
                .containsExactly("TENDERNESS");
    }

    @Test
    void keepsToTheDoctorsAmountOfWater() {
        var tired = Given.session().goal(Goal.FATIGUE).build();

        assertThat(offered(protocol.plan(tired, Given.healthy(), Given.KNOWN), "hydrate")
                        .steps())
                .anyMatch(step -> step.contains("electrolytes"));
        var careful = offered(protocol.plan(tired, Given.profile(KIDNEY_DISEASE), Given.KNOWN), "hydrate");
        assertThat(careful.modified()).isTrue();
        assertThat(careful.dose()).contains("doctor");
        assertThat(careful.steps()).noneMatch(step -> step.contains("electrolytes") || step.contains("thirsty"));
    }

    @Test
    void saysMoreAboutRestAfterALot() {
        for (var session : List.of(
                Given.session().minutes(90).build(),
                Given.session().pressure(4).area(NECK, LEFT).build(),
                Given.session()
                        .technique(Technique.CRANIOSACRAL)
                        .area(SCALP, BOTH)
                        .build())) {
            assertThat(offered(protocol.plan(session, Given.healthy(), Given.KNOWN), "rest-and-sleep")
                            .steps())
                    .hasSize(3);
        }
        var gentle = protocol.plan(Given.session().area(NECK, LEFT).build(), Given.healthy(), Given.KNOWN);
        assertThat(offered(gentle, "rest-and-sleep").steps()).hasSize(2);
        assertThat(offered(gentle, "gentle-movement").steps()).noneMatch(step -> step.contains("24 hours"));
    }

    @Test
    void tellsOnlyOfTheRegionsAndTechniquesThatWereMeant() {
        var plan = protocol.plan(
                Given.session()
                        .technique(Technique.CUPPING)
                        .area(FOOT, LEFT, TRIGGER_POINT)
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(anywhere(plan, "ball-release").steps())
                .anyMatch(step -> step.startsWith("Foot:"))
                .noneMatch(step -> step.startsWith("Chest:"));
        assertThat(offered(plan, "technique-care").steps())
                .singleElement()
                .asString()
                .startsWith("Cupping:");
    }

    @Test
    void countsAConditionThatWaitsForTheTherapistOrIsPastItsDay() {
        var pending = new ConditionEntry(ANTICOAGULANTS, Set.of(), null, null, null, true);
        var past = new ConditionEntry(ANTICOAGULANTS, Set.of(), null, Given.TODAY.minusDays(100), null, false);
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS).build();

        for (var entry : List.of(pending, past)) {
            assertThat(withheld(protocol.plan(session, Given.profile(entry), Given.KNOWN), "foam-roll-calves"))
                    .isNotNull();
        }
    }

    @Test
    void keepsHeatAndARubApartOnOneArea() {
        var session = Given.session()
                .area(NECK, LEFT, TIGHTNESS, TENDERNESS)
                .area(CALVES, RIGHT, BRUISING)
                .build();
        var protocol = CompiledProtocol.compile(
                ClinicProtocol.WRITTEN.withSwitchedOn(Set.of("topical-analgesic", "arnica-gel")), true);

        var plan = protocol.plan(session, Given.healthy(), Given.KNOWN);

        for (var rub : List.of("topical-analgesic", "arnica-gel")) {
            assertThat(withheld(plan, rub).areas()).containsExactly(Given.place(NECK, LEFT));
            assertThat(withheld(plan, rub).strength()).isEqualTo(Strength.ABSOLUTE);
            assertThat(withheld(plan, rub).because().getFirst().facts()).containsExactly("TIGHTNESS");
            assertThat(anywhere(plan, rub).areas()).containsExactly(Given.place(CALVES, RIGHT));
        }
        // What stops the heat as well does not bring the rub back.
        var numb = protocol.plan(session, Given.profile(REDUCED_SENSATION), Given.KNOWN);
        assertThat(withheld(numb, "topical-analgesic").areas()).containsExactly(Given.place(NECK, LEFT));
    }

    @Test
    void offersWhatTheClinicHasNotSwitchedOnToNobody() {
        var plan = protocol.plan(
                Given.session()
                        .area(NECK, LEFT, TENDERNESS)
                        .goal(Goal.STRESS)
                        .pick("infrared-mat")
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(everything(plan)).doesNotContain("magnesium-talk", "topical-analgesic", "vinegar-and-aroma");
        assertThat(withheld(plan, "infrared-mat").strength()).isEqualTo(Strength.ABSOLUTE);
        assertThat(withheld(plan, "infrared-mat").because().getFirst().rule()).isEqualTo("infrared-mat.switched-off");
    }

    // ------------------------------------------------------------------ profile and approval

    @Test
    void offersTheSafeFourOnlyWithoutAProfileThatIsFresh() {
        var session = Given.session()
                .technique(Technique.CUPPING)
                .area(CALVES, LEFT, TIGHTNESS)
                .build();
        var unconfirmed = new SafetyProfile(1, null, List.of());
        var stale = new SafetyProfile(1, Given.TODAY.minusMonths(12).minusDays(1), List.of());

        for (var safety : new SafetyProfile[] {null, unconfirmed, stale}) {
            var plan = protocol.plan(session, safety, Given.KNOWN);
            assertThat(plan.offered()).extracting(PlanItem::item).containsExactly(SAFE_FOUR);
            assertThat(plan.later()).isEmpty();
            assertThat(plan.review())
                    .extracting(ReviewItem::item)
                    .contains("foam-roll-calves", "moist-heat", "technique-care");
        }
        assertThat(protocol.plan(session, null, Given.KNOWN).review().getFirst().because())
                .containsExactly(
                        new Because("profile-missing", List.of("safety=null"), List.of("OWN"), Evidence.CAUTION));
        assertThat(protocol.plan(session, stale, Given.KNOWN)
                        .review()
                        .getFirst()
                        .because())
                .extracting(Because::facts)
                .containsExactly(List.of("confirmedOn=2025-11-21"));
    }

    @Test
    void takesAProfileAsFreshForTwelveMonthsToTheDay() {
        var fresh = new SafetyProfile(1, Given.TODAY.minusMonths(12), List.of());

        assertThat(protocol.plan(Given.session().area(CALVES, LEFT, TIGHTNESS).build(), fresh, Given.KNOWN)
                        .review())
                .isEmpty();
    }

    @Test
    void keepsWhatAStaleProfileWithholds() {
        var stale = new SafetyProfile(1, Given.TODAY.minusYears(3), List.of(ConditionEntry.of(ANTICOAGULANTS)));

        assertThat(withheld(
                        protocol.plan(
                                Given.session().area(CALVES, LEFT, TIGHTNESS).build(), stale, Given.KNOWN),
                        "foam-roll-calves"))
                .isNotNull();
    }

    @Test
    void offersTheSafeFourOnlyUntilTheProtocolIsApproved() {
        var plan = ClinicProtocol.NOT_APPROVED.plan(
                Given.session().area(CALVES, LEFT, TIGHTNESS).build(), Given.healthy(), Given.KNOWN);

        assertThat(plan.protocol().approved()).isFalse();
        assertThat(plan.offered()).extracting(PlanItem::item).containsExactly(SAFE_FOUR);
        assertThat(plan.review()).extracting(ReviewItem::item).contains("foam-roll-calves", "moist-heat");
    }

    // ------------------------------------------------------------------ order and limits

    @Test
    void leadsWithTheWorstFindingThenTheRank() {
        var plan = protocol.plan(
                Given.session()
                        .area(CALVES, LEFT, TENDERNESS)
                        .area(QUADS, LEFT, TIGHTNESS)
                        .area(GLUTES, LEFT, TRIGGER_POINT)
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        // 4 + 5 + 3 minutes: rolling the thigh is a fourth tool, and the bath is for the whole body
        assertThat(plan.offered())
                .extracting(PlanItem::item)
                .startsWith("ball-release", "foam-roll-calves", "foot-ball-roll", "rest-and-sleep");
        assertThat(plan.later())
                .extracting(PlanItem::item)
                .containsExactly("foam-roll-quads", "moist-heat", "epsom-bath");
        assertThat(plan.later().getFirst().because())
                .last()
                .extracting(Because::rule)
                .isEqualTo("limit.specific-items");
    }

    @Test
    void staysWithinAboutFifteenMinutesADay() {
        var plan = protocol.plan(
                Given.session()
                        .area(QUADS, LEFT, TIGHTNESS)
                        .area(HAMSTRINGS, LEFT, TIGHTNESS)
                        .area(IT_BAND, LEFT, TIGHTNESS)
                        .area(CALVES, LEFT, TIGHTNESS)
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(plan.offered()).hasSize(7);
        assertThat(plan.offered().stream()
                        .map(item -> protocol.item(item.item()).orElseThrow())
                        .filter(item -> !item.basic())
                        .mapToInt(CatalogueItem::minutes)
                        .sum())
                .isEqualTo(15);
    }

    @Test
    void countsStretchesTogetherAsTenMinutes() {
        var plan = protocol.plan(
                Given.session()
                        .area(CHEST, LEFT, RESTRICTED_MOTION)
                        .area(GLUTES, LEFT, RESTRICTED_MOTION)
                        .area(CALVES, LEFT, RESTRICTED_MOTION)
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(plan.offered())
                .extracting(PlanItem::item)
                .startsWith("stretch-chest", "stretch-glutes", "stretch-calves");
    }

    @Test
    void leadsAFirstPlanAndANewClientWithOneTool() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS, TENDERNESS).build();

        for (var plan : List.of(
                protocol.plan(session, Given.healthy(), History.NONE),
                protocol.plan(session, Given.profile(NEW_TO_BODYWORK), Given.KNOWN))) {
            assertThat(plan.offered()).hasSize(5);
            assertThat(plan.offered().getFirst().item()).isEqualTo("foam-roll-calves");
            assertThat(plan.later())
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item.because())
                            .last()
                            .extracting(Because::rule)
                            .isEqualTo("one-tool-first"));
        }
        assertThat(protocol.plan(session, Given.healthy(), History.NONE)
                        .later()
                        .getFirst()
                        .because()
                        .getLast()
                        .facts())
                .containsExactly("earlierPlans=0");
    }

    @Test
    void keepsAnOptionBesideTheItemItBelongsTo() {
        var protocol =
                CompiledProtocol.compile(ClinicProtocol.WRITTEN.withSwitchedOn(Set.of("vinegar-and-aroma")), true);

        var plan = protocol.plan(Given.session().goal(Goal.STRESS).build(), Given.healthy(), Given.KNOWN);
        assertThat(plan.offered()).extracting(PlanItem::item).startsWith("epsom-bath", "vinegar-and-aroma");

        var folded = protocol.plan(
                Given.session().goal(Goal.STRESS).area(CALVES, LEFT, TIGHTNESS).build(), Given.healthy(), History.NONE);
        assertThat(folded.later()).extracting(PlanItem::item).endsWith("epsom-bath", "vinegar-and-aroma");
    }

    // ------------------------------------------------------------------ prompts

    @Test
    void asksAboutThePressureAtEachVisit() {
        assertThat(protocol.plan(Given.session().build(), null, History.NONE).prompts())
                .extracting(Prompt::prompt)
                .containsExactly("check-pressure");
    }

    @Test
    void suggestsLessPressureWhenSorenessWasTooMuchOrTooLong() {
        var watch = new History(1, List.of(new History.PastVisit(7, 60, 4, 5, 3, 20, Outcome.WATCH)));
        var longSore = new History(1, List.of(new History.PastVisit(7, 60, 4, 5, 3, 49, Outcome.AS_EXPECTED)));
        var fine = new History(1, List.of(new History.PastVisit(7, 60, 4, 5, 3, 48, Outcome.AS_EXPECTED)));
        var light = new History(1, List.of(new History.PastVisit(7, 60, 3, 5, 3, 60, Outcome.WATCH)));

        assertThat(prompts(watch)).contains("reduce-pressure");
        assertThat(prompts(longSore)).contains("reduce-pressure");
        assertThat(prompts(fine)).doesNotContain("reduce-pressure");
        assertThat(prompts(light)).doesNotContain("reduce-pressure");
    }

    @Test
    void suggestsALongerSessionForLongLastingPainThatHardlyMoves() {
        var history = new History(2, List.of(visit(5, null), visit(6, null)));
        var session = Given.session().goal(Goal.CHRONIC_PAIN).pain(5, 4);

        assertThat(prompts(session.build(), history)).contains("longer-session");
        assertThat(prompts(session.minutes(90).build(), history)).doesNotContain("longer-session");
        assertThat(prompts(Given.session().goal(Goal.CHRONIC_PAIN).pain(4, 4).build(), history))
                .doesNotContain("longer-session");
        assertThat(prompts(Given.session().pain(5, 4).build(), history)).doesNotContain("longer-session");
        assertThat(prompts(session.minutes(60).build(), new History(1, List.of(visit(6, null)))))
                .doesNotContain("longer-session");
    }

    @Test
    void suggestsAnotherTechniqueWhenSorenessGrowsTwiceInARow() {
        assertThat(prompts(new History(3, List.of(visit(5, 40), visit(5, 30), visit(5, 20)))))
                .contains("review-technique");
        assertThat(prompts(new History(3, List.of(visit(5, 40), visit(5, 30), visit(5, 30)))))
                .doesNotContain("review-technique");
        assertThat(prompts(new History(3, List.of(visit(5, 40), visit(5, null), visit(5, 20)))))
                .doesNotContain("review-technique");
    }

    @Test
    void suggestsAReferralAfterARedFlagNoProgressOrPainAfterInjury() {
        assertThat(prompts(new History(1, List.of(new History.PastVisit(7, 60, 3, 2, 1, 20, Outcome.URGENT)))))
                .contains("refer");
        var flat = new History(3, List.of(visit(5, null), visit(4, null), visit(5, null)));
        assertThat(prompts(Given.session().pain(5, 4).build(), flat)).contains("refer");
        assertThat(prompts(Given.session().pain(4, 4).build(), flat)).doesNotContain("refer");
        var injured = protocol.plan(Given.session().pain(1, 0).build(), Given.profile(ACUTE_INJURY), Given.KNOWN);
        assertThat(injured.prompts()).extracting(Prompt::prompt).contains("refer");
        var painless = protocol.plan(Given.session().pain(0, 0).build(), Given.profile(ACUTE_INJURY), Given.KNOWN);
        assertThat(painless.prompts()).extracting(Prompt::prompt).doesNotContain("refer");
    }

    @Test
    void promptsAboutCuppingWithABleedingRisk() {
        var session = Given.session()
                .technique(Technique.CUPPING)
                .area(UPPER_BACK, BOTH)
                .build();

        for (var condition : List.of(ANTICOAGULANTS, BLEEDING_DISORDER)) {
            assertThat(prompt(protocol.plan(session, Given.profile(condition), Given.KNOWN), "cupping-and-bleeding")
                            .because()
                            .getFirst()
                            .facts())
                    .containsExactly(condition.name(), "CUPPING");
        }
    }

    @Test
    void hasWordsForEveryPrompt() {
        for (var code : List.of("refer", "nerve-signs", "reduce-pressure", "review-technique", "longer-session")) {
            assertThat(protocol.promptText(code)).isPresent();
        }
        assertThat(protocol.promptText("nonsense")).isEmpty();
    }

    // ------------------------------------------------------------------ input

    @Test
    void refusesAPickThatTheCatalogueDoesNotHaveAndNamesIt() {
        var session = Given.session().pick("yoga-ball").build();

        assertThatThrownBy(() -> protocol.plan(session, null, History.NONE))
                .isInstanceOf(UnacceptableException.class)
                .hasMessageContaining("yoga-ball")
                .extracting("code")
                .isEqualTo("unknown-code");
    }

    @Test
    void takesAnAreaThatIsNotedTwiceAsOne() {
        var twice = Given.session()
                .area(CALVES, LEFT, TIGHTNESS)
                .area(CALVES, LEFT, BRUISING)
                .build();

        assertThat(withheld(protocol.plan(twice, Given.healthy(), Given.KNOWN), "foam-roll-calves")
                        .areas())
                .containsExactly(Given.place(CALVES, LEFT));
    }

    @Test
    void hashesEqualContentEquallyAndAnyOtherDifferently() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS).build();
        var other = Given.session().area(CALVES, RIGHT, TIGHTNESS).build();
        var digest = CompiledProtocol.digest(protocol.plan(session, Given.healthy(), Given.KNOWN));

        assertThat(CompiledProtocol.digest(protocol.plan(session, Given.healthy(), Given.KNOWN)))
                .isEqualTo(digest)
                .matches("[0-9a-f]{64}");
        assertThat(CompiledProtocol.digest(protocol.plan(other, Given.healthy(), Given.KNOWN)))
                .isNotEqualTo(digest);
        assertThat(CompiledProtocol.digest(ClinicProtocol.NOT_APPROVED.plan(session, Given.healthy(), Given.KNOWN)))
                .isNotEqualTo(digest);
    }

    // ------------------------------------------------------------------ what the tests above ask

    private static History.PastVisit visit(Integer painBefore, Integer sorenessHours) {
        return new History.PastVisit(7, 60, 3, painBefore, 3, sorenessHours, Outcome.AS_EXPECTED);
    }

    private List<String> prompts(History history) {
        return prompts(Given.session().build(), history);
    }

    private List<String> prompts(SessionFindings session, History history) {
        return protocol.plan(session, Given.healthy(), history).prompts().stream()
                .map(Prompt::prompt)
                .toList();
    }

    private static Prompt prompt(PlanResult plan, String code) {
        return plan.prompts().stream()
                .filter(prompt -> prompt.prompt().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static PlanItem offered(PlanResult plan, String item) {
        return plan.offered().stream()
                .filter(row -> row.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static PlanItem anywhere(PlanResult plan, String item) {
        return Stream.concat(plan.offered().stream(), plan.later().stream())
                .filter(row -> row.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static WithheldItem withheld(PlanResult plan, String item) {
        return plan.withheld().stream()
                .filter(row -> row.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> everything(PlanResult plan) {
        return Stream.of(
                        plan.offered().stream().map(PlanItem::item),
                        plan.later().stream().map(PlanItem::item),
                        plan.review().stream().map(ReviewItem::item),
                        plan.withheld().stream().map(WithheldItem::item))
                .flatMap(stream -> stream)
                .toList();
    }
}
