package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.Given;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.Strength;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vinegar and aroma are an option inside the bath: without the bath there is nothing to put them in. */
class BathOptionTests {

    private static final String VINEGAR = "vinegar-and-aroma";
    private static final CompiledProtocol PROTOCOL = ClinicProtocol.EVERYTHING;

    @Test
    void aPickWithoutTheBathIsWithheldAndSaysWhy() {
        var plan = PROTOCOL.plan(
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
        var plan = PROTOCOL.plan(Given.session().pick(VINEGAR, "epsom-bath").build(), Given.healthy(), Given.KNOWN);

        assertThat(plan.offered()).extracting(PlanItem::item).contains("epsom-bath", VINEGAR);
        assertThat(plan.withheld()).isEmpty();
    }

    @Test
    void nobodyIsToldOfAnOptionThatNobodyAskedFor() {
        var plan = PROTOCOL.plan(Given.session().build(), Given.healthy(), Given.KNOWN);

        assertThat(plan.withheld()).isEmpty();
    }

    @Test
    void anOptionIsWithheldWithABathThatIs() {
        var plan = PROTOCOL.plan(
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

        assertThatThrownBy(() -> PROTOCOL.applyDecisions(session, Given.healthy(), Given.KNOWN, add))
                .hasMessageContaining("without-epsom-bath")
                .extracting("code")
                .isEqualTo("absolute");
    }
}
