package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Vinegar and aroma are an option inside the bath: without the bath there is nothing to put them in. */
class BathOptionTests {

    private static final String VINEGAR = "vinegar-and-aroma";
    private final CompiledProtocol protocol =
            CompiledProtocol.compile(ClinicProtocol.WRITTEN.withSwitchedOn(Set.of(VINEGAR)), true);

    @Test
    void aPickWithoutTheBathIsWithheldAndSaysWhy() {
        var plan = protocol.plan(
                Given.session()
                        .area(Region.CALVES, Side.LEFT, Finding.TIGHTNESS)
                        .pick(VINEGAR)
                        .build(),
                Given.healthy(),
                Given.KNOWN);

        assertThat(plan.withheld())
                .filteredOn(row -> row.item().equals(VINEGAR))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.strength()).isEqualTo(Strength.ABSOLUTE);
                    assertThat(row.because().getFirst().rule()).isEqualTo("vinegar-and-aroma.without-epsom-bath");
                    assertThat(row.because().getFirst().facts()).containsExactly(VINEGAR);
                });
        assertThat(plan.offered()).extracting(PlanItem::item).doesNotContain(VINEGAR);
    }

    @Test
    void aPickTogetherWithTheBathIsOffered() {
        var plan = protocol.plan(Given.session().pick(VINEGAR, "epsom-bath").build(), Given.healthy(), Given.KNOWN);

        assertThat(plan.offered()).extracting(PlanItem::item).contains("epsom-bath", VINEGAR);
        assertThat(plan.withheld()).isEmpty();
    }

    @Test
    void nobodyIsToldOfAnOptionThatNobodyAskedFor() {
        var plan = protocol.plan(Given.session().build(), Given.healthy(), Given.KNOWN);

        assertThat(plan.withheld()).isEmpty();
    }

    @Test
    void anOptionIsWithheldWithABathThatIs() {
        var plan = protocol.plan(
                Given.session()
                        .pressure(4)
                        .area(Region.CALVES, Side.LEFT, Finding.TENDERNESS)
                        .build(),
                Given.profile(Condition.OPEN_WOUND),
                Given.KNOWN);

        assertThat(plan.withheld())
                .filteredOn(row -> row.item().equals(VINEGAR))
                .singleElement()
                .satisfies(row -> assertThat(row.because().getLast().facts()).contains("OPEN_WOUND"));
    }

    @Test
    void addingItWithoutTheBathIsRefusedAndNotForgotten() {
        var session = Given.session()
                .area(Region.CALVES, Side.LEFT, Finding.TIGHTNESS)
                .build();
        var add = List.of(new Decision(VINEGAR, null, Decision.Kind.ADD, "She likes it"));

        assertThatThrownBy(() -> protocol.applyDecisions(session, Given.healthy(), Given.KNOWN, add))
                .hasMessageContaining("without-epsom-bath")
                .extracting("code")
                .isEqualTo("absolute");
    }
}
