package app.afterwell.aftercare.engine;

import static app.afterwell.domain.Condition.*;
import static app.afterwell.domain.Region.*;
import static app.afterwell.domain.Side.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.SafetyProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CareBannerTests {

    private final CompiledProtocol protocol = CompiledProtocol.compile(ClinicProtocol.WRITTEN, true);

    record Row(Condition condition, Set<String> rules) {
        @Override
        public String toString() {
            return condition + ": " + new TreeSet<>(rules);
        }
    }

    static Stream<Row> rows() {
        return Arrays.stream(Condition.values())
                .map(condition -> new Row(
                        condition,
                        switch (condition) {
                            case FEVER_OR_INFECTION -> Set.of("postpone");
                            case SKIN_INFECTION, OPEN_WOUND, RECENT_SURGERY, RECENT_FRACTURE, VARICOSE_VEINS ->
                                Set.of("avoid-area");
                            case ANTICOAGULANTS,
                                    BLEEDING_DISORDER,
                                    OSTEOPOROSIS,
                                    LYMPHOEDEMA,
                                    CONNECTIVE_TISSUE_DISORDER -> Set.of("light-pressure");
                            case REDUCED_SENSATION -> Set.of("light-pressure");
                            case CANCER_TREATMENT, BLOOD_CLOT_HISTORY -> Set.of("light-pressure", "clearance");
                            case UNCONTROLLED_HYPERTENSION, STROKE_OR_TIA -> Set.of("clearance");
                            case PREGNANCY, VERTIGO, LOW_BLOOD_PRESSURE, BALANCE_RISK -> Set.of("position");
                            case ALLERGY_NUT_OILS, ALLERGY_LATEX, ALLERGY_SALICYLATES -> Set.of("products");
                            default -> Set.of();
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void warnsAsTheTableSays(Row row) {
        var warnings = warnings(Given.profile(row.condition()));

        assertThat(warnings.stream().map(CareWarning::rule).collect(Collectors.toSet()))
                .isEqualTo(row.rules());
        assertThat(warnings).allSatisfy(warning -> {
            assertThat(warning.because().getFirst().facts())
                    .containsExactly(row.condition().name());
            assertThat(warning.detail()).isNotBlank();
            assertThat(warning.stops())
                    .isEqualTo(Set.of("postpone", "clearance").contains(warning.rule()));
            assertThat(warning.maxPressure()).isEqualTo(warning.rule().equals("light-pressure") ? 2 : null);
        });
    }

    @Test
    void showsWhatStopsFirst() {
        assertThat(warnings(Given.profile(ALLERGY_LATEX, PREGNANCY, ANTICOAGULANTS, STROKE_OR_TIA, FEVER_OR_INFECTION)))
                .extracting(CareWarning::rule)
                .containsExactly("postpone", "clearance", "light-pressure", "position", "products");
    }

    @Test
    void postponesAfterARedFlagInTheLastCheckIn() {
        for (var outcome : List.of(Outcome.URGENT, Outcome.EMERGENCY)) {
            assertThat(protocol.beforeSession(null, outcome, Given.TODAY))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.rule()).isEqualTo("postpone"))
                    .satisfies(warning ->
                            assertThat(warning.because().getFirst().facts()).containsExactly("outcome=" + outcome));
        }
        assertThat(protocol.beforeSession(null, Outcome.WATCH, Given.TODAY)).isEmpty();
        assertThat(protocol.beforeSession(null, null, Given.TODAY)).isEmpty();
    }

    @Test
    void leavesOutTheAreasOfAnyConditionThatHasSome() {
        assertThat(warnings(Given.profile(Given.at(ACUTE_INJURY, Given.place(ANKLE, RIGHT)))))
                .singleElement()
                .satisfies(warning -> assertThat(warning.rule()).isEqualTo("avoid-area"))
                .satisfies(warning -> assertThat(warning.areas()).containsExactly(Given.place(ANKLE, RIGHT)));
    }

    @Test
    void tellsAreasThatAreKnownFromThoseThatAreNot() {
        var warnings = warnings(Given.profile(
                Given.at(OPEN_WOUND), Given.at(SKIN_INFECTION, Given.place(FOOT, LEFT)), Given.at(VARICOSE_VEINS)));

        assertThat(warnings).extracting(CareWarning::rule).containsExactly("avoid-area", "avoid-area");
        assertThat(warnings.getFirst().areas()).isEmpty();
        assertThat(warnings.getLast().areas())
                .contains(Given.place(FOOT, LEFT), Given.place(CALVES, BOTH))
                .doesNotContain(Given.place(NECK, BOTH));
    }

    @Test
    void liftsClearanceAndLightPressureOnceCleared() {
        assertThat(warnings(Given.profile(Given.cleared(BLOOD_CLOT_HISTORY)))).isEmpty();
        assertThat(warnings(Given.profile(Given.cleared(RECENT_SURGERY))))
                .extracting(CareWarning::rule)
                .containsExactly("avoid-area");
    }

    @Test
    void hidesTheConditionFromTheHeadline() {
        var all = warnings(Given.profile(Condition.values()));

        assertThat(all)
                .allSatisfy(warning -> assertThat(warning.headline())
                        .doesNotContainIgnoringCase("pregnan")
                        .doesNotContainIgnoringCase("cancer")
                        .doesNotContainIgnoringCase("infection")
                        .doesNotContainIgnoringCase("stroke"));
    }

    @Test
    void limitsThePressureWhereTheConditionActs() {
        var everywhere = Given.profile(ANTICOAGULANTS);
        var leftKnee = Given.profile(Given.at(LYMPHOEDEMA, Given.place(KNEE, LEFT)));

        assertThat(limit(everywhere, Given.place(NECK, LEFT))).isEqualTo(2);
        assertThat(limit(leftKnee, Given.place(CALVES, LEFT))).isEqualTo(2);
        assertThat(limit(leftKnee, Given.place(CALVES, BOTH))).isEqualTo(2);
        assertThat(limit(leftKnee, Given.place(CALVES, RIGHT))).isEqualTo(5);
        assertThat(limit(Given.profile(Given.cleared(ANTICOAGULANTS)), Given.place(NECK, LEFT)))
                .isEqualTo(5);
        assertThat(limit(null, Given.place(NECK, LEFT))).isEqualTo(5);
        assertThat(warnings(leftKnee).stream()
                        .filter(warning -> warning.rule().equals("light-pressure"))
                        .flatMap(warning -> warning.areas().stream()))
                .contains(Given.place(KNEE, LEFT), Given.place(CALVES, LEFT))
                .doesNotContain(Given.place(FOOT, LEFT));
    }

    @Test
    void everyLineSaysWhatToDo() {
        var rows = protocol.written().beforeSession();
        var flagged = rows.stream()
                .filter(row -> row.lastOutcome() != null)
                .findFirst()
                .orElseThrow();
        assertThat(protocol.beforeSession(null, Outcome.EMERGENCY, Given.TODAY))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.detail())
                            .isEqualTo(flagged.lastOutcomeDetail())
                            .isNotBlank();
                    assertThat(warning.headline()).isEqualTo(flagged.headline());
                });

        var anywhere = rows.stream()
                .filter(row -> row.anyConditionWithAreas() != null)
                .findFirst()
                .orElseThrow();
        assertThat(warnings(Given.profile(Given.at(DISC_PROBLEM, Given.place(LOWER_BACK, BOTH)))))
                .singleElement()
                .satisfies(warning -> assertThat(warning.detail())
                        .isEqualTo(anywhere.anyConditionWithAreas())
                        .isNotBlank());
    }

    private int limit(SafetyProfile safety, BodyArea area) {
        return protocol.pressureLimit(safety, area);
    }

    private List<CareWarning> warnings(SafetyProfile safety) {
        return protocol.beforeSession(safety, null, Given.TODAY);
    }
}
