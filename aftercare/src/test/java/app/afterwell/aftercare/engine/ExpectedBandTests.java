package app.afterwell.aftercare.engine;

import static app.afterwell.domain.Region.NECK;
import static app.afterwell.domain.Side.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the expected band, by numbers worked out by hand. */
class ExpectedBandTests {

    private final CompiledProtocol protocol = CompiledProtocol.compile(ClinicProtocol.WRITTEN, true);

    @ParameterizedTest(name = "pressure {0}: peak +{1}, over at {2} h")
    @CsvSource({"1,1,36", "2,1,36", "3,2,48", "4,3,60", "5,4,72"})
    void followsTheTable(int pressure, int rise, int end) {
        assertThat(band(Given.session().pressure(pressure).area(NECK, LEFT), Condition.DIABETES))
                .isEqualTo(new ExpectedBand(3, 3 + rise, end));
    }

    @Test
    void takesTheStrongestPressure() {
        assertThat(band(
                        Given.session()
                                .pressure(2)
                                .area(NECK, LEFT)
                                .pressure(4)
                                .area(app.afterwell.domain.Region.CALVES, LEFT),
                        Condition.DIABETES))
                .isEqualTo(new ExpectedBand(3, 6, 60));
    }

    @Test
    void addsOnePointOnceForANewClientOrATenderArea() {
        var tender = Given.session().area(NECK, LEFT, Finding.TENDERNESS);

        assertThat(band(tender, Condition.DIABETES).peak()).isEqualTo(6);
        assertThat(band(Given.session().area(NECK, LEFT), Condition.NEW_TO_BODYWORK)
                        .peak())
                .isEqualTo(6);
        assertThat(band(tender, Condition.NEW_TO_BODYWORK).peak()).isEqualTo(6);
    }

    @Test
    void addsHalfADayForNinetyMinutes() {
        assertThat(band(Given.session().minutes(90).area(NECK, LEFT), Condition.DIABETES)
                        .endHours())
                .isEqualTo(60);
        assertThat(band(Given.session().minutes(89).area(NECK, LEFT), Condition.DIABETES)
                        .endHours())
                .isEqualTo(48);
    }

    @Test
    void staysWithinTenAndSeventyTwoHours() {
        assertThat(band(Given.session().pressure(5).minutes(120).pain(9, 8).area(NECK, LEFT), Condition.DIABETES))
                .isEqualTo(new ExpectedBand(8, 10, 72));
    }

    @Test
    void takesThePainBeforeWhereThePainAfterIsNotKnown() {
        assertThat(band(Given.session().pain(4, null).area(NECK, LEFT), Condition.DIABETES)
                        .baseline())
                .isEqualTo(4);
        assertThat(band(Given.session().pain(null, null).area(NECK, LEFT), Condition.DIABETES)
                        .baseline())
                .isZero();
    }

    @Test
    void expectsLittleWhereNoPressureWasNoted() {
        assertThat(band(Given.session().pressure(0).area(NECK, LEFT), Condition.DIABETES))
                .isEqualTo(new ExpectedBand(3, 4, 36));
    }

    @Test
    void risesAndFallsInStraightLines() {
        var band = new ExpectedBand(3, 6, 60);

        assertThat(band.upperEdge(-1)).isEqualTo(3);
        assertThat(band.upperEdge(0)).isEqualTo(3);
        assertThat(band.upperEdge(12)).isEqualTo(4.5);
        assertThat(band.upperEdge(24)).isEqualTo(6);
        assertThat(band.upperEdge(42)).isEqualTo(4.5);
        assertThat(band.upperEdge(60)).isEqualTo(3);
        assertThat(band.upperEdge(100)).isEqualTo(3);
    }

    @Test
    void isNarrowedByTheClientsOwnCurvesFromTheThirdPlanOn() {
        // longest 30 h, and half a day of grace
        assertThat(end(2, visit(4, 20), visit(3, 30))).isEqualTo(42);
        assertThat(end(1, visit(4, 20), visit(3, 30))).isEqualTo(60);
        assertThat(end(2, visit(4, 20))).isEqualTo(60);
        assertThat(end(2, visit(4, 20), visit(2, 30))).isEqualTo(60);
        assertThat(end(2, visit(4, 20), visit(null, 30))).isEqualTo(60);
        assertThat(end(2, visit(4, 20), visit(4, null))).isEqualTo(60);
        assertThat(end(2, visit(4, 2), visit(5, 3))).isEqualTo(36);
    }

    @Test
    void isNeverWidenedByTheClientsOwnCurves() {
        assertThat(end(5, visit(4, 70), visit(4, 65))).isEqualTo(60);
    }

    private int end(int earlierPlans, History.PastVisit... visits) {
        return protocol.band(
                        Given.session().pressure(4).area(NECK, LEFT).build(),
                        Given.healthy(),
                        new History(earlierPlans, List.of(visits)))
                .endHours();
    }

    private static History.PastVisit visit(Integer pressure, Integer sorenessHours) {
        return new History.PastVisit(14, 60, pressure, 5, 3, sorenessHours, null);
    }

    private ExpectedBand band(Given session, Condition condition) {
        return protocol.band(session.build(), Given.profile(condition), Given.KNOWN);
    }
}
