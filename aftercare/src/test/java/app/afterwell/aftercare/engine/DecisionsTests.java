package app.afterwell.aftercare.engine;

import static app.afterwell.domain.Condition.*;
import static app.afterwell.domain.Finding.*;
import static app.afterwell.domain.Region.*;
import static app.afterwell.domain.Side.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.engine.Decision.Kind;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UnacceptableException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionsTests {

    private final CompiledProtocol protocol = CompiledProtocol.compile(ClinicProtocol.WRITTEN, true);

    @Test
    void leavesAPlanWithoutDecisionsAsItIs() {
        var decided = decide(Given.session().area(CALVES, LEFT, TIGHTNESS), Given.healthy());

        assertThat(decided.decided()).isEqualTo(decided.said());
        assertThat(decided.overrides()).isEmpty();
    }

    @Test
    void refusesToGoOnWhileAReviewItemIsOpen() {
        assertThatThrownBy(() -> decide(
                        Given.session().area(CALVES, LEFT, RESTRICTED_MOTION),
                        Given.profile(CONNECTIVE_TISSUE_DISORDER)))
                .isInstanceOf(UnacceptableException.class)
                .hasMessageContaining("stretch-calves")
                .extracting("code")
                .isEqualTo("review-open");
    }

    @Test
    void putsAKeptReviewItemIntoThePlanWithItsFullText() {
        var decided = decide(
                Given.session().area(CALVES, LEFT, RESTRICTED_MOTION),
                Given.profile(CONNECTIVE_TISSUE_DISORDER),
                new Decision("stretch-calves", null, Kind.KEEP, null));

        var item = item(decided, "stretch-calves");
        assertThat(item.steps()).hasSize(4);
        assertThat(item.areas()).containsExactly(Given.place(CALVES, LEFT));
        assertThat(item.because())
                .extracting(Because::rule)
                .containsExactly("stretch-calves.tight-or-stiff", "stretch-calves.connective-tissue");
        assertThat(decided.decided().review()).isEmpty();
        assertThat(decided.overrides())
                .containsExactly(new DecidedPlan.Overruled(
                        "stretch-calves",
                        List.of(Given.place(CALVES, LEFT)),
                        List.of("stretch-calves.connective-tissue"),
                        false,
                        ""));
    }

    @Test
    void takesADroppedReviewItemOut() {
        var decided = decide(
                Given.session().area(CALVES, LEFT, RESTRICTED_MOTION),
                Given.profile(CONNECTIVE_TISSUE_DISORDER),
                new Decision("stretch-calves", null, Kind.DROP, null));

        assertThat(codes(decided)).doesNotContain("stretch-calves");
        assertThat(decided.said().review()).hasSize(1);
    }

    @Test
    void decidesAreaByArea() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS).area(CALVES, RIGHT, TIGHTNESS);

        var decided = decide(
                session,
                Given.healthy(),
                new Decision("foam-roll-calves", Given.place(CALVES, RIGHT), Kind.DROP, null));

        assertThat(item(decided, "foam-roll-calves").areas()).containsExactly(Given.place(CALVES, LEFT));
    }

    @Test
    void letsADecisionOnAnAreaGoBeforeOneOnTheItem() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS).area(CALVES, RIGHT, TIGHTNESS);

        var decided = decide(
                session,
                Given.healthy(),
                new Decision("foam-roll-calves", Given.place(CALVES, RIGHT), Kind.KEEP, null),
                new Decision("foam-roll-calves", null, Kind.DROP, null));

        assertThat(item(decided, "foam-roll-calves").areas()).containsExactly(Given.place(CALVES, RIGHT));
    }

    @Test
    void movesAnAddedLaterItemToTheFront() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS, TENDERNESS);
        assertThat(decide(session, Given.healthy()).said().later())
                .extracting(PlanItem::item)
                .contains("epsom-bath");

        var decided = decide(session, Given.healthy(), new Decision("epsom-bath", null, Kind.ADD, null));

        assertThat(decided.decided().offered()).extracting(PlanItem::item).contains("epsom-bath");
        assertThat(decided.overrides()).isEmpty();
    }

    @Test
    void refusesAnAdditionAgainstAnAbsoluteRule() {
        assertThatThrownBy(() -> decide(
                        Given.session().area(CALVES, LEFT, TIGHTNESS),
                        Given.profile(ANTICOAGULANTS),
                        new Decision("foam-roll-calves", null, Kind.ADD, "she wants it")))
                .isInstanceOf(UnacceptableException.class)
                .satisfies(e -> assertThat(((UnacceptableException) e).code()).isEqualTo("absolute"))
                .satisfies(e -> assertThat(((UnacceptableException) e).problems())
                        .extracting(FieldProblem::field)
                        .containsExactly("decisions[0].item"));
    }

    @Test
    void addsAgainstARelativeRuleWithAReasonOnlyAndRecordsIt() {
        var session = Given.session().area(LOWER_BACK, BOTH, TENDERNESS).pick("physio-ball-drape");

        assertThatThrownBy(() ->
                        decide(session, Given.profile(VERTIGO), new Decision("physio-ball-drape", null, Kind.ADD, " ")))
                .isInstanceOf(UnacceptableException.class)
                .extracting("code")
                .isEqualTo("reason-missing");

        var decided = decide(
                session,
                Given.profile(VERTIGO),
                new Decision("physio-ball-drape", null, Kind.ADD, " No attack for two years "));
        assertThat(item(decided, "physio-ball-drape").steps()).isNotEmpty();
        assertThat(decided.overrides())
                .containsExactly(new DecidedPlan.Overruled(
                        "physio-ball-drape",
                        List.of(Given.place(LOWER_BACK, BOTH)),
                        List.of("physio-ball-drape.spine-surgery-pressure-balance"),
                        true,
                        "No attack for two years"));
        assertThat(decided.decided().withheld()).isEmpty();
        assertThat(decided.said().withheld()).hasSize(1);
    }

    @Test
    void judgesAnAddedItemThatNoRuleOffersLikeAnyOther() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS);

        var decided = decide(session, Given.healthy(), new Decision("stretch-chest", null, Kind.ADD, null));
        assertThat(item(decided, "stretch-chest").because())
                .extracting(Because::rule)
                .containsExactly("stretch-chest.picked");

        assertThatThrownBy(() -> decide(
                        session,
                        Given.profile(OSTEOPOROSIS),
                        new Decision("spine-decompress", null, Kind.ADD, "please")))
                .extracting("code")
                .isEqualTo("absolute");
        assertThatThrownBy(() ->
                        decide(session, Given.profile(PREGNANCY), new Decision("epsom-bath", null, Kind.ADD, null)))
                .extracting("code")
                .isEqualTo("reason-missing");
    }

    @Test
    void addsAnItemOnAnAreaThatWasNotWorkedOnAndNothingElse() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS);
        var right = Given.place(CALVES, RIGHT);

        var decided = decide(session, Given.healthy(), new Decision("foam-roll-calves", right, Kind.ADD, null));

        assertThat(item(decided, "foam-roll-calves").areas())
                .containsExactly(Given.place(CALVES, LEFT), Given.place(CALVES, RIGHT));
        assertThat(all(decided))
                .filteredOn(item -> !item.item().equals("foam-roll-calves"))
                .flatExtracting(PlanItem::areas)
                .doesNotContain(right);
        // what is known of that area still counts
        assertThatThrownBy(() -> decide(
                        session,
                        Given.profile(Given.at(ACUTE_INJURY, Given.place(ANKLE, RIGHT))),
                        new Decision("foam-roll-calves", right, Kind.ADD, "x"),
                        new Decision("gentle-movement", null, Kind.KEEP, null)))
                .extracting("code")
                .isEqualTo("absolute");
    }

    @Test
    void keepsApartWhatMayNotMeetEvenIfItIsAdded() {
        var protocol = CompiledProtocol.compile(ClinicProtocol.WRITTEN.withSwitchedOn(Set.of("arnica-gel")), true);
        var session = Given.session().area(CALVES, LEFT, BRUISING).build();

        var decided = protocol.applyDecisions(
                session,
                Given.healthy(),
                Given.KNOWN,
                List.of(new Decision("moist-heat", Given.place(CALVES, LEFT), Kind.ADD, null)));

        assertThat(codes(decided)).contains("moist-heat").doesNotContain("arnica-gel");
        assertThat(decided.decided().withheld())
                .extracting(PlanResult.WithheldItem::item)
                .contains("arnica-gel");
    }

    @Test
    void keepsTheSafeFourOpenToDropping() {
        var decided =
                decide(Given.session(), Given.healthy(), new Decision("gentle-movement", null, Kind.DROP, "bed rest"));

        assertThat(codes(decided)).containsExactly("rest-and-sleep", "hydrate", "ask-your-therapist");
    }

    @Test
    void foldsKeptItemsAwayBeyondTheLimit() {
        var decided = protocol.applyDecisions(
                Given.session().area(CALVES, LEFT, TIGHTNESS, TENDERNESS).build(),
                null,
                History.NONE,
                Stream.of("foam-roll-calves", "stretch-calves", "moist-heat", "foot-ball-roll", "epsom-bath")
                        .map(item -> new Decision(item, null, Kind.KEEP, null))
                        .toList());

        assertThat(decided.decided().offered()).hasSize(5);
        assertThat(decided.decided().later()).hasSize(4);
        assertThat(decided.decided().review()).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhatContradictsItself() {
        assertThatThrownBy(
                        () -> decide(Given.session(), Given.healthy(), new Decision("yoga-ball", null, Kind.ADD, null)))
                .hasMessageContaining("yoga-ball")
                .extracting("code")
                .isEqualTo("unknown-code");
        assertThatThrownBy(() -> decide(
                        Given.session(),
                        Given.healthy(),
                        new Decision("foam-roll-calves", Given.place(LOWER_BACK, BOTH), Kind.ADD, null)))
                .extracting("code")
                .isEqualTo("unknown-code");
        assertThatThrownBy(() -> decide(
                        Given.session(),
                        Given.healthy(),
                        new Decision("hydrate", null, Kind.KEEP, null),
                        new Decision("hydrate", null, Kind.DROP, null)))
                .extracting("code")
                .isEqualTo("contradictory");
    }

    @Test
    void keepsAWithheldItemWithheldWhenItIsDropped() {
        var decided = decide(
                Given.session().area(CALVES, LEFT, TIGHTNESS),
                Given.profile(ANTICOAGULANTS),
                new Decision("foam-roll-calves", null, Kind.DROP, null));

        assertThat(decided.decided().withheld()).hasSize(1);
        assertThat(decided.decided().prompts()).isEqualTo(decided.said().prompts());
    }

    @Test
    void aDoseAndAPlaceAreTheTherapistsAndSayWhy() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS);
        var said = codes(decide(session, Given.healthy()));
        assertThat(said.getFirst()).isEqualTo("foam-roll-calves");

        var decided = decide(
                session,
                Given.healthy(),
                new Decision("hydrate", null, Kind.KEEP, "She forgets", "A glass each hour.", 0),
                new Decision("gentle-movement", null, Kind.KEEP, "Her dog", null, 1),
                new Decision("rest-and-sleep", null, Kind.KEEP, "Last", null, 99));

        var offered = decided.decided().offered();
        assertThat(offered.getFirst().item()).isEqualTo("hydrate");
        assertThat(offered.getFirst().dose()).isEqualTo("A glass each hour.");
        assertThat(offered.getFirst().title()).isEqualTo("Drink water");
        assertThat(offered.get(1).item()).isEqualTo("gentle-movement");
        assertThat(offered.getLast().item()).isEqualTo("rest-and-sleep");
        assertThat(offered)
                .filteredOn(item -> !item.item().equals("hydrate"))
                .allSatisfy(item -> assertThat(item.dose())
                        .isEqualTo(item(decide(session, Given.healthy()), item.item())
                                .dose()));
        assertThat(decided.said()).isEqualTo(decide(session, Given.healthy()).said());

        for (var mute : List.of(
                new Decision("hydrate", null, Kind.KEEP, null, "A glass each hour.", null),
                new Decision("hydrate", null, Kind.KEEP, "  ", null, 0))) {
            assertThatThrownBy(() -> decide(session, Given.healthy(), mute))
                    .hasMessageContaining("hydrate")
                    .extracting("code")
                    .isEqualTo("reason-missing");
        }
    }

    @Test
    void movesSeveralItemsInTheOrderOfTheirPlaces() {
        var decided = decide(
                Given.session(),
                Given.healthy(),
                new Decision("ask-your-therapist", null, Kind.KEEP, "x", null, 2),
                new Decision("gentle-movement", null, Kind.KEEP, "x", null, 1),
                new Decision("hydrate", null, Kind.KEEP, "x", null, 0));

        assertThat(decided.decided().offered())
                .extracting(PlanItem::item)
                .containsExactly("hydrate", "gentle-movement", "ask-your-therapist", "rest-and-sleep");
    }

    @Test
    void anAreaThatIsAddedLeavesTheOthersTheirFacts() {
        var session = Given.session().area(HAMSTRINGS, LEFT, TIGHTNESS);
        var before = item(decide(session, Given.healthy()), "stretch-hamstrings");

        var decided = decide(
                session,
                Given.healthy(),
                new Decision("stretch-neck", Given.place(NECK, RIGHT), Kind.ADD, "She asked"));

        assertThat(item(decided, "stretch-hamstrings").because().getFirst())
                .isEqualTo(before.because().getFirst());
        assertThat(item(decided, "stretch-hamstrings").areas()).containsExactly(Given.place(HAMSTRINGS, LEFT));
        assertThat(item(decided, "stretch-neck").areas()).containsExactly(Given.place(NECK, RIGHT));
    }

    @Test
    void aDecisionOnOneAreaGoesBeforeTheOneOnAllOfTheItem() {
        var session = Given.session().area(CALVES, LEFT, TIGHTNESS).area(CALVES, RIGHT, TIGHTNESS);

        var decided = decide(
                session,
                Given.healthy(),
                new Decision("foam-roll-calves", null, Kind.KEEP, null),
                new Decision("foam-roll-calves", Given.place(CALVES, RIGHT), Kind.DROP, null));

        assertThat(item(decided, "foam-roll-calves").areas()).containsExactly(Given.place(CALVES, LEFT));
        // the order in which they are told does not matter
        var other = decide(
                session,
                Given.healthy(),
                new Decision("foam-roll-calves", Given.place(CALVES, RIGHT), Kind.DROP, null),
                new Decision("foam-roll-calves", null, Kind.KEEP, null));
        assertThat(other.decided()).isEqualTo(decided.decided());
    }

    @Test
    void whatIsUnderReviewAndDroppedIsGoneAndTheRestStays() {
        var session = Given.session().area(HAMSTRINGS, LEFT, TIGHTNESS);
        var safety = Given.profile(CONNECTIVE_TISSUE_DISORDER);

        var dropped = decide(
                session,
                safety,
                new Decision("stretch-hamstrings", null, Kind.DROP, null),
                new Decision("foam-roll-hamstrings", null, Kind.KEEP, "Discussed"));

        assertThat(codes(dropped)).contains("foam-roll-hamstrings").doesNotContain("stretch-hamstrings");
        assertThat(dropped.decided().review()).isEmpty();
        assertThatThrownBy(() -> decide(session, safety, new Decision("stretch-hamstrings", null, Kind.DROP, null)))
                .hasMessage("Keep or drop \"foam-roll-hamstrings\" on HAMSTRINGS LEFT.")
                .extracting("code")
                .isEqualTo("review-open");
    }

    @Test
    void aPickThatTheCatalogueDoesNotHaveIsRefusedHereToo() {
        assertThatThrownBy(() -> decide(Given.session().pick("hydrate", "snake-oil"), Given.healthy()))
                .hasMessage("Unknown code: snake-oil")
                .extracting("code")
                .isEqualTo("unknown-code");
    }

    private DecidedPlan decide(Given session, SafetyProfile safety, Decision... decisions) {
        return protocol.applyDecisions(session.build(), safety, Given.KNOWN, List.of(decisions));
    }

    private static List<PlanItem> all(DecidedPlan plan) {
        return Stream.concat(plan.decided().offered().stream(), plan.decided().later().stream())
                .toList();
    }

    private static List<String> codes(DecidedPlan plan) {
        return all(plan).stream().map(PlanItem::item).toList();
    }

    private static PlanItem item(DecidedPlan plan, String code) {
        return all(plan).stream()
                .filter(item -> item.item().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
