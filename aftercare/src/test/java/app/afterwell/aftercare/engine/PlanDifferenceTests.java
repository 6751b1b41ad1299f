package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.PlanDifference.Change;
import app.afterwell.aftercare.engine.PlanDifference.Said;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.Prompt;
import app.afterwell.aftercare.engine.PlanResult.ProtocolRef;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.engine.PlanResult.WithheldItem;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDifferenceTests {

    private static final BodyArea NECK = new BodyArea(Region.NECK, Side.LEFT);
    private static final BodyArea CALF = new BodyArea(Region.CALVES, Side.RIGHT);

    @Test
    void saysNothingOfEqualPlansAndOfPromptsAlone() {
        var one = plan(List.of(offered("moist-heat", NECK)), List.of(), List.of(), List.of());
        var prompted = new PlanResult(
                one.protocol(),
                one.offered(),
                one.later(),
                one.review(),
                one.withheld(),
                one.checkIns(),
                List.of(new Prompt("check-pressure", List.of())));

        assertThat(PlanDifference.between(one, one)).isEmpty();
        assertThat(PlanDifference.between(one, prompted)).isEmpty();
    }

    @Test
    void tellsWhatCameAndWhatWent() {
        var nothing = plan(List.of(), List.of(), List.of(), List.of());
        var heat = plan(List.of(offered("moist-heat", NECK)), List.of(), List.of(), List.of());

        assertThat(PlanDifference.between(nothing, heat))
                .containsExactly(change("moist-heat", NECK, Said.NOTHING, Said.OFFERED, "moist-heat.offered"));
        assertThat(PlanDifference.between(heat, nothing))
                .containsExactly(change("moist-heat", NECK, Said.OFFERED, Said.NOTHING, "moist-heat.offered"));
    }

    @Test
    void tellsOfEveryWayToSayIt() {
        var offered = plan(List.of(offered("moist-heat", NECK)), List.of(), List.of(), List.of());
        var later = plan(List.of(), List.of(offered("moist-heat", NECK)), List.of(), List.of());
        var review = plan(
                List.of(),
                List.of(),
                List.of(new ReviewItem("moist-heat", List.of(NECK), because("moist-heat.review"))),
                List.of());
        var withheld = plan(List.of(), List.of(), List.of(), List.of(withheld(Strength.ABSOLUTE)));

        assertThat(PlanDifference.between(offered, later))
                .containsExactly(change("moist-heat", NECK, Said.OFFERED, Said.LATER, "moist-heat.offered"));
        assertThat(PlanDifference.between(later, review))
                .containsExactly(change("moist-heat", NECK, Said.LATER, Said.REVIEW, "moist-heat.review"));
        assertThat(PlanDifference.between(review, withheld))
                .containsExactly(change("moist-heat", NECK, Said.REVIEW, Said.WITHHELD, "moist-heat.withheld"));
        assertThat(PlanDifference.between(withheld, offered))
                .containsExactly(change("moist-heat", NECK, Said.WITHHELD, Said.OFFERED, "moist-heat.offered"));
    }

    @Test
    void tellsOfAChangeInOnePartAlone() {
        var nothing = plan(List.of(), List.of(), List.of(), List.of());
        assertThat(PlanDifference.between(
                        nothing, plan(List.of(), List.of(offered("moist-heat", NECK)), List.of(), List.of())))
                .hasSize(1);
        assertThat(PlanDifference.between(
                        nothing,
                        plan(
                                List.of(),
                                List.of(),
                                List.of(new ReviewItem("moist-heat", List.of(NECK), because("moist-heat.review"))),
                                List.of())))
                .hasSize(1);
        assertThat(PlanDifference.between(
                        nothing, plan(List.of(), List.of(), List.of(), List.of(withheld(Strength.ABSOLUTE)))))
                .hasSize(1);
    }

    @Test
    void tellsOfOtherWords() {
        var before = offered("moist-heat", NECK);
        var plan = plan(List.of(before), List.of(), List.of(), List.of());
        for (var after : List.of(
                item("Other", List.of("a"), "once", List.of(0), "moist-heat.offered"),
                item("Title", List.of("b"), "once", List.of(0), "moist-heat.offered"),
                item("Title", List.of("a"), "twice", List.of(0), "moist-heat.offered"),
                item("Title", List.of("a"), "once", List.of(1), "moist-heat.offered"))) {
            assertThat(PlanDifference.between(plan, plan(List.of(after), List.of(), List.of(), List.of())))
                    .containsExactly(new Change(
                            "moist-heat", NECK, Said.OFFERED, Said.OFFERED, true, List.of("moist-heat.offered")));
        }
        var otherReason = item("Title", List.of("a"), "once", List.of(0), "moist-heat.other");
        assertThat(PlanDifference.between(plan, plan(List.of(otherReason), List.of(), List.of(), List.of())))
                .as("another reason for the same words is no difference to the client")
                .isEmpty();
    }

    @Test
    void tellsOfAStrongerNo() {
        var relative = plan(List.of(), List.of(), List.of(), List.of(withheld(Strength.RELATIVE)));
        var absolute = plan(List.of(), List.of(), List.of(), List.of(withheld(Strength.ABSOLUTE)));

        assertThat(PlanDifference.between(relative, absolute))
                .containsExactly(new Change(
                        "moist-heat", NECK, Said.WITHHELD, Said.WITHHELD, true, List.of("moist-heat.withheld")));
    }

    @Test
    void standsInTheOrderOfTheItemsAndFromHeadToFoot() {
        var nothing = plan(List.of(), List.of(), List.of(), List.of());
        var much = plan(
                List.of(offered("moist-heat", CALF, NECK), offered("hydrate"), offered("arnica-gel", CALF)),
                List.of(),
                List.of(),
                List.of());

        assertThat(PlanDifference.between(nothing, much))
                .extracting(Change::item, Change::area)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("arnica-gel", CALF),
                        org.assertj.core.groups.Tuple.tuple("hydrate", null),
                        org.assertj.core.groups.Tuple.tuple("moist-heat", NECK),
                        org.assertj.core.groups.Tuple.tuple("moist-heat", CALF));
    }

    @Test
    void keepsAreasApart() {
        var both = plan(List.of(offered("moist-heat", NECK, CALF)), List.of(), List.of(), List.of());
        var one = plan(List.of(offered("moist-heat", NECK)), List.of(), List.of(), List.of(withheld(CALF)));

        assertThat(PlanDifference.between(both, one))
                .containsExactly(change("moist-heat", CALF, Said.OFFERED, Said.WITHHELD, "moist-heat.withheld"));
    }

    private static Change change(String item, BodyArea area, Said before, Said after, String rule) {
        return new Change(item, area, before, after, false, List.of(rule));
    }

    private static PlanItem offered(String item, BodyArea... areas) {
        return new PlanItem(
                item, "Title", List.of("a"), "once", List.of(0), List.of(areas), false, because(item + ".offered"));
    }

    private static PlanItem item(String title, List<String> steps, String dose, List<Integer> days, String rule) {
        return new PlanItem("moist-heat", title, steps, dose, days, List.of(NECK), false, because(rule));
    }

    private static WithheldItem withheld(Strength strength) {
        return new WithheldItem("moist-heat", List.of(NECK), strength, because("moist-heat.withheld"));
    }

    private static WithheldItem withheld(BodyArea area) {
        return new WithheldItem("moist-heat", List.of(area), Strength.ABSOLUTE, because("moist-heat.withheld"));
    }

    private static List<Because> because(String rule) {
        return List.of(new Because(rule, List.of("session"), List.of("S2"), Evidence.LIMITED));
    }

    private static PlanResult plan(
            List<PlanItem> offered, List<PlanItem> later, List<ReviewItem> review, List<WithheldItem> withheld) {
        return new PlanResult(new ProtocolRef(1, true), offered, later, review, withheld, List.of(), List.of());
    }
}
