package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.PlanResult.Prompt;
import app.afterwell.aftercare.engine.PlanResult.ProtocolRef;
import app.afterwell.aftercare.engine.PlanResult.ReviewItem;
import app.afterwell.aftercare.engine.PlanResult.WithheldItem;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is signed is what was shown: nothing that a plan says can change without its digest. */
class PlanDigestTests {

    private static final BodyArea NECK = new BodyArea(Region.NECK, Side.LEFT);
    private static final Because WHY =
            new Because("moist-heat.tight", List.of("TIGHTNESS"), List.of("S2"), Evidence.LIMITED);
    private static final PlanItem HEAT = item("moist-heat");
    private static final PlanItem WATER = item("hydrate");
    private static final ReviewItem REVIEW = new ReviewItem("arnica-gel", List.of(NECK), List.of(WHY));
    private static final WithheldItem WITHHELD =
            new WithheldItem("epsom-bath", List.of(NECK), Strength.ABSOLUTE, List.of(WHY));
    private static final Prompt PROMPT = new Prompt("check-pressure", List.of(WHY));
    private static final PlanResult PLAN = new PlanResult(
            new ProtocolRef(1, true),
            List.of(HEAT),
            List.of(WATER),
            List.of(REVIEW),
            List.of(WITHHELD),
            List.of(Duration.ofHours(24)),
            List.of(PROMPT));

    @Test
    void isTheSha256OfItsContent() {
        assertThat(CompiledProtocol.digest(PLAN)).matches("[0-9a-f]{64}");
        assertThat(CompiledProtocol.digest(with(PLAN.offered(), PLAN.later())))
                .isEqualTo(CompiledProtocol.digest(PLAN));
    }

    @Test
    void everyWordOfAnItemCounts() {
        var changed = new ArrayList<PlanItem>();
        changed.add(HEAT);
        changed.add(new PlanItem("ice", "Warm", List.of("a"), "once", List.of(0), List.of(NECK), false, List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat", "Hot", List.of("a"), "once", List.of(0), List.of(NECK), false, List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat", "Warm", List.of("b"), "once", List.of(0), List.of(NECK), false, List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat", "Warm", List.of("a", ""), "once", List.of(0), List.of(NECK), false, List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat", "Warm", List.of("a"), "twice", List.of(0), List.of(NECK), false, List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat", "Warm", List.of("a"), "once", List.of(0, 1), List.of(NECK), false, List.of(WHY)));
        changed.add(
                new PlanItem("moist-heat", "Warm", List.of("a"), "once", List.of(0), List.of(), false, List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat",
                "Warm",
                List.of("a"),
                "once",
                List.of(0),
                List.of(new BodyArea(Region.NECK, Side.RIGHT)),
                false,
                List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat",
                "Warm",
                List.of("a"),
                "once",
                List.of(0),
                List.of(new BodyArea(Region.JAW, Side.LEFT)),
                false,
                List.of(WHY)));
        changed.add(new PlanItem(
                "moist-heat", "Warm", List.of("a"), "once", List.of(0), List.of(NECK), true, List.of(WHY)));
        changed.add(
                new PlanItem("moist-heat", "Warm", List.of("a"), "once", List.of(0), List.of(NECK), false, List.of()));
        for (var why : reasons()) {
            changed.add(new PlanItem(
                    "moist-heat", "Warm", List.of("a"), "once", List.of(0), List.of(NECK), false, List.of(why)));
        }

        var plans = new ArrayList<PlanResult>();
        changed.forEach(item -> plans.add(with(List.of(item), PLAN.later())));
        changed.stream().skip(1).forEach(item -> plans.add(with(PLAN.offered(), List.of(item))));
        plans.add(with(List.of(HEAT, WATER), List.of()));
        plans.add(with(List.of(), List.of(HEAT, WATER)));
        plans.add(with(List.of(WATER), List.of(HEAT)));
        allDifferent(plans);
    }

    @Test
    void everythingElseCountsToo() {
        var plans = new ArrayList<PlanResult>();
        plans.add(PLAN);
        plans.add(with(new ProtocolRef(2, true), PLAN.review(), PLAN.withheld(), PLAN.checkIns(), PLAN.prompts()));
        plans.add(with(new ProtocolRef(1, false), PLAN.review(), PLAN.withheld(), PLAN.checkIns(), PLAN.prompts()));
        for (var review : List.of(
                new ReviewItem("ice", List.of(NECK), List.of(WHY)),
                new ReviewItem("arnica-gel", List.of(), List.of(WHY)),
                new ReviewItem("arnica-gel", List.of(NECK), List.of()))) {
            plans.add(with(PLAN.protocol(), List.of(review), PLAN.withheld(), PLAN.checkIns(), PLAN.prompts()));
        }
        for (var withheld : List.of(
                new WithheldItem("ice", List.of(NECK), Strength.ABSOLUTE, List.of(WHY)),
                new WithheldItem("epsom-bath", List.of(), Strength.ABSOLUTE, List.of(WHY)),
                new WithheldItem("epsom-bath", List.of(NECK), Strength.RELATIVE, List.of(WHY)),
                new WithheldItem("epsom-bath", List.of(NECK), Strength.ABSOLUTE, List.of()))) {
            plans.add(with(PLAN.protocol(), PLAN.review(), List.of(withheld), PLAN.checkIns(), PLAN.prompts()));
        }
        for (var times : List.of(List.<Duration>of(), List.of(Duration.ofHours(48)))) {
            plans.add(with(PLAN.protocol(), PLAN.review(), PLAN.withheld(), times, PLAN.prompts()));
        }
        for (var prompts : List.of(
                List.<Prompt>of(),
                List.of(new Prompt("longer-session", List.of(WHY))),
                List.of(new Prompt("check-pressure", List.of())))) {
            plans.add(with(PLAN.protocol(), PLAN.review(), PLAN.withheld(), PLAN.checkIns(), prompts));
        }
        plans.add(with(PLAN.protocol(), List.of(), PLAN.withheld(), PLAN.checkIns(), PLAN.prompts()));
        plans.add(with(PLAN.protocol(), PLAN.review(), List.of(), PLAN.checkIns(), PLAN.prompts()));
        allDifferent(plans);
    }

    /** Where one part ends and the next begins is part of what is hashed. */
    @Test
    void noTwoPlansReadTheSame() {
        var one = new PlanItem("a", "bc", List.of("d"), "e", List.of(), List.of(), false, List.of());
        var other = new PlanItem("ab", "c", List.of("d"), "e", List.of(), List.of(), false, List.of());
        var third = new PlanItem("a", "bc", List.of(), "d", List.of(), List.of(), false, List.of());
        allDifferent(List.of(
                with(List.of(one), List.of()), with(List.of(other), List.of()), with(List.of(third), List.of())));
    }

    @Test
    void aFactIsNotTakenForASource() {
        var facts = new Because("a.b", List.of("c", "d"), List.of("e"), Evidence.LIMITED);
        var sources = new Because("a.b", List.of("c"), List.of("d", "e"), Evidence.LIMITED);
        allDifferent(List.of(
                with(
                        PLAN.protocol(),
                        PLAN.review(),
                        PLAN.withheld(),
                        PLAN.checkIns(),
                        List.of(new Prompt("x", List.of(facts)))),
                with(
                        PLAN.protocol(),
                        PLAN.review(),
                        PLAN.withheld(),
                        PLAN.checkIns(),
                        List.of(new Prompt("x", List.of(sources))))));
    }

    private static List<Because> reasons() {
        return List.of(
                new Because("moist-heat.other", List.of("TIGHTNESS"), List.of("S2"), Evidence.LIMITED),
                new Because("moist-heat.tight", List.of("TENDERNESS"), List.of("S2"), Evidence.LIMITED),
                new Because("moist-heat.tight", List.of("TIGHTNESS"), List.of("S3"), Evidence.LIMITED),
                new Because("moist-heat.tight", List.of("TIGHTNESS"), List.of("S2"), Evidence.CAUTION));
    }

    private static void allDifferent(List<PlanResult> plans) {
        assertThat(plans.stream().map(CompiledProtocol::digest)).doesNotHaveDuplicates();
    }

    private static PlanItem item(String code) {
        return new PlanItem(code, "Warm", List.of("a"), "once", List.of(0), List.of(NECK), false, List.of(WHY));
    }

    private static PlanResult with(List<PlanItem> offered, List<PlanItem> later) {
        return new PlanResult(
                PLAN.protocol(), offered, later, PLAN.review(), PLAN.withheld(), PLAN.checkIns(), PLAN.prompts());
    }

    private static PlanResult with(
            ProtocolRef protocol,
            List<ReviewItem> review,
            List<WithheldItem> withheld,
            List<Duration> checkIns,
            List<Prompt> prompts) {
        return new PlanResult(protocol, PLAN.offered(), PLAN.later(), review, withheld, checkIns, prompts);
    }
}
