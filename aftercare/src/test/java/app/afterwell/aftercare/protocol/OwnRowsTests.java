package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.aftercare.engine.Given;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that the table of recommendations does not have, where its own words ask for them. */
class OwnRowsTests {

    @Test
    void warmthOnFreshCuppingMarksIsForTheTherapistToDecide() {
        var plan = plan(
                Given.session()
                        .technique(Technique.CUPPING)
                        .area(Region.UPPER_BACK, Side.LEFT, Finding.TIGHTNESS, Finding.TENDERNESS)
                        .technique()
                        .area(Region.CALVES, Side.LEFT, Finding.TIGHTNESS),
                Given.healthy());

        var cupped = new BodyArea(Region.UPPER_BACK, Side.LEFT);
        assertThat(review(plan, "moist-heat").areas()).containsExactly(cupped);
        assertThat(review(plan, "infrared-mat").areas()).containsExactly(cupped);
        assertThat(everything(plan))
                .filteredOn(item -> item.item().equals("moist-heat"))
                .singleElement()
                .satisfies(item -> assertThat(item.areas()).containsExactly(new BodyArea(Region.CALVES, Side.LEFT)));
        assertThat(everything(plan))
                .filteredOn(item -> item.item().equals("epsom-bath"))
                .singleElement()
                .satisfies(item -> assertThat(item.steps().getLast()).contains("marks have faded"));
    }

    @Test
    void warmthOfAnyKindStaysOffSkinThatIsNumbOrBroken() {
        for (Finding finding :
                List.of(Finding.NUMBNESS, Finding.BROKEN_SKIN, Finding.SWELLING, Finding.HEAT_OR_REDNESS)) {
            var plan = plan(
                    Given.session()
                            .area(Region.UPPER_BACK, Side.LEFT, Finding.TIGHTNESS, Finding.TENDERNESS, finding)
                            .area(Region.CALVES, Side.RIGHT, Finding.TIGHTNESS, Finding.TENDERNESS),
                    Given.healthy());
            for (String item : List.of("moist-heat", "infrared-mat")) {
                assertThat(plan.withheld())
                        .as("%s with %s", item, finding)
                        .filteredOn(row -> row.item().equals(item))
                        .singleElement()
                        .satisfies(row ->
                                assertThat(row.areas()).containsExactly(new BodyArea(Region.UPPER_BACK, Side.LEFT)));
            }
        }
    }

    @Test
    void noDeviceIsUsedOnTheLowerBack() {
        var plan = plan(Given.session().area(Region.LOWER_BACK, Side.BOTH, Finding.TIGHTNESS), Given.healthy());
        assertThat(everything(plan))
                .filteredOn(item -> item.item().equals("chair-massager"))
                .singleElement()
                .satisfies(item -> assertThat(item.steps()).anyMatch(step -> step.contains("lower back")));
        assertThat(everything(plan))
                .extracting(PlanItem::item)
                .doesNotContain("massage-device", "foam-roll-upper-back", "ball-release");
    }

    @Test
    void nobodyIsToldToDrinkWhoseDoctorSetTheAmount() {
        var bath = Given.session().pressure(4).area(Region.CALVES, Side.LEFT, Finding.TENDERNESS);
        assertThat(steps(plan(bath, Given.healthy()))).anyMatch(step -> step.contains("water before and after"));
        assertThat(steps(plan(bath, Given.profile(Condition.FLUID_RESTRICTION))))
                .noneMatch(step -> step.contains("water before and after"));
    }

    private static List<String> steps(PlanResult plan) {
        return everything(plan).stream()
                .filter(item -> item.item().equals("epsom-bath"))
                .findFirst()
                .orElseThrow()
                .steps();
    }

    private static PlanResult plan(Given session, SafetyProfile safety) {
        return ClinicProtocol.EVERYTHING.plan(session.build(), safety, Given.KNOWN);
    }

    private static List<PlanItem> everything(PlanResult plan) {
        return java.util.stream.Stream.concat(plan.offered().stream(), plan.later().stream())
                .toList();
    }

    private static ReviewItem review(PlanResult plan, String item) {
        return plan.review().stream()
                .filter(row -> row.item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
