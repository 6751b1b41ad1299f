package app.afterwell.aftercare.engine;

import static app.afterwell.domain.Outcome.*;
import static app.afterwell.domain.Symptom.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.Condition;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriageTests {

    private final CompiledProtocol protocol = CompiledProtocol.compile(ClinicProtocol.WRITTEN, true);

    /** Baseline 3, pressure 3: the band goes up to 5 at 24 h and is back at 48 h. */
    private static final SessionFindings CALVES =
            Given.session().area(Region.CALVES, Side.LEFT).build();

    private static final SessionFindings NECK =
            Given.session().area(Region.NECK, Side.BOTH).build();

    record Row(Symptom symptom, Outcome elsewhere, Outcome afterNeckWork) {
        @Override
        public String toString() {
            return symptom + " is " + elsewhere + ", after neck work " + afterNeckWork;
        }
    }

    static Stream<Row> symptoms() {
        return EnumSet.allOf(Symptom.class).stream().map(symptom -> switch (symptom) {
            case FACE_ARM_SPEECH,
                    SUDDEN_SEVERE_HEADACHE,
                    FAINTING,
                    CHEST_PAIN,
                    SHORT_OF_BREATH,
                    THROAT_SWELLING,
                    SADDLE_NUMBNESS,
                    BLADDER_OR_BOWEL_CHANGE,
                    BOTH_LEGS_AFFECTED -> new Row(symptom, EMERGENCY, EMERGENCY);
            case NEW_NUMBNESS,
                    NEW_WEAKNESS,
                    NEW_SHOOTING_PAIN,
                    HOT_SWOLLEN_CALF,
                    DARK_URINE,
                    SPREADING_BRUISE,
                    BURN_OR_BLISTER,
                    VISION_CHANGE,
                    FEVER,
                    PREGNANCY_WARNING -> new Row(symptom, URGENT, URGENT);
            case DIZZINESS, HEADACHE -> new Row(symptom, WATCH, URGENT);
            case NEW_TINGLING, RASH, BRUISING, SHARP_PAIN -> new Row(symptom, WATCH, WATCH);
            case SORENESS, STIFFNESS, FATIGUE -> new Row(symptom, AS_EXPECTED, AS_EXPECTED);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("symptoms")
    void weighsEverySymptomByItself(Row row) {
        assertThat(triage(24, 3, CALVES, row.symptom()).outcome()).isEqualTo(row.elsewhere());
        assertThat(triage(24, 3, NECK, row.symptom()).outcome()).isEqualTo(row.afterNeckWork());
        var skull = Given.session().area(Region.SUBOCCIPITALS, Side.LEFT).build();
        assertThat(triage(24, 3, skull, row.symptom()).outcome()).isEqualTo(row.afterNeckWork());
    }

    @Test
    void callsHeadacheWithVisionOrDizzinessAfterNeckWorkAnEmergency() {
        for (var other : List.of(VISION_CHANGE, DIZZINESS)) {
            assertThat(triage(24, 3, NECK, HEADACHE, other).outcome()).isEqualTo(EMERGENCY);
            assertThat(triage(24, 3, CALVES, HEADACHE, other).outcome()).isNotEqualTo(EMERGENCY);
        }
        assertThat(triage(24, 3, NECK, VISION_CHANGE, DIZZINESS).outcome()).isEqualTo(URGENT);
    }

    @Test
    void callsBruisingUrgentWithABleedingRisk() {
        for (var condition : List.of(Condition.ANTICOAGULANTS, Condition.BLEEDING_DISORDER)) {
            assertThat(triage(24, 3, CALVES, Given.profile(condition), List.of(), BRUISING)
                            .outcome())
                    .isEqualTo(URGENT);
        }
        assertThat(triage(24, 3, CALVES, Given.profile(Condition.DIABETES), List.of(), BRUISING)
                        .outcome())
                .isEqualTo(WATCH);
    }

    @Test
    void callsSharpPainUrgentFromSevenOn() {
        var strong = Given.session().pain(7, 7).area(Region.CALVES, Side.LEFT).build();

        assertThat(triage(24, 7, strong, SHARP_PAIN).outcome()).isEqualTo(URGENT);
        assertThat(triage(24, 6, strong, SHARP_PAIN).outcome()).isEqualTo(WATCH);
    }

    @Test
    void callsStrongPainUrgentIfItIsTwoAboveTheBaseline() {
        assertThat(triage(24, 7, session(3, 5)).outcome()).isEqualTo(URGENT);
        assertThat(triage(24, 7, session(3, 6)).outcome()).isEqualTo(AS_EXPECTED);
        assertThat(triage(24, 6, session(3, 3)).outcome()).isEqualTo(WATCH);
    }

    @Test
    void callsPainUrgentThatRisesByTwoAtTheLastQuestion() {
        assertThat(triage(72, 3, CALVES, null, List.of(answer(48, 1))).outcome())
                .isEqualTo(URGENT);
        assertThat(triage(72, 2, CALVES, null, List.of(answer(48, 1))).outcome())
                .isEqualTo(AS_EXPECTED);
        assertThat(triage(48, 3, CALVES, null, List.of(answer(24, 1))).outcome())
                .isEqualTo(AS_EXPECTED);
        assertThat(triage(72, 3, CALVES, null, List.of(answer(24, 1), answer(48, 3)))
                        .outcome())
                .isEqualTo(AS_EXPECTED);
    }

    @Test
    void callsPainUrgentThatIsStillStrongAtTheLastQuestion() {
        assertThat(triage(72, 5, CALVES).outcome()).isEqualTo(URGENT);
        assertThat(triage(72, 4, CALVES).outcome()).isEqualTo(WATCH);
        assertThat(triage(72, 3, session(3, 1)).outcome()).isEqualTo(WATCH);
        assertThat(triage(48, 5, CALVES).outcome()).isEqualTo(WATCH);
        // asked half a day earlier to keep it out of the night
        assertThat(triage(60, 5, CALVES).outcome()).isEqualTo(URGENT);
        assertThat(triage(59.9, 5, CALVES).outcome()).isEqualTo(WATCH);
    }

    @Test
    void watchesSorenessThatIsStillThereAtTheEnd() {
        var deep = session(5, 3);

        assertThat(protocol.band(deep, null, Given.KNOWN).upperEdge(68)).isGreaterThan(3);
        assertThat(triage(72, 4, deep).causes()).contains("still-sore-at-72-hours");
        assertThat(triage(72, 3, deep).outcome()).isEqualTo(AS_EXPECTED);
        assertThat(triage(67, 3, deep).outcome()).isEqualTo(AS_EXPECTED);
    }

    @Test
    void watchesPainAboveTheBand() {
        assertThat(triage(24, 5, CALVES))
                .satisfies(result -> assertThat(result.outcome()).isEqualTo(AS_EXPECTED))
                .satisfies(result -> assertThat(result.aboveBand()).isFalse())
                .satisfies(result -> assertThat(result.cause()).isEqualTo("as-expected"))
                .satisfies(result -> assertThat(result.causes()).isEmpty());
        assertThat(triage(24, 6, CALVES))
                .satisfies(result -> assertThat(result.outcome()).isEqualTo(WATCH))
                .satisfies(result -> assertThat(result.aboveBand()).isTrue())
                .satisfies(result -> assertThat(result.cause()).isEqualTo("above-the-band"))
                .satisfies(result -> assertThat(result.because())
                        .containsExactly(new Because(
                                "triage.above-the-band", List.of("pain=6"), List.of("S3", "OWN"), Evidence.CAUTION)));
        assertThat(triage(12, 5, CALVES).outcome()).isEqualTo(WATCH);
        assertThat(triage(12, 4, CALVES).outcome()).isEqualTo(AS_EXPECTED);
    }

    @Test
    void namesEveryCauseTheGravestFirst() {
        var result = triage(24, 8, NECK, RASH, FEVER, CHEST_PAIN);

        assertThat(result.cause()).isEqualTo("chest-pain");
        assertThat(result.causes())
                .containsExactly("chest-pain", "fever", "strong-pain-above-baseline", "above-the-band", "rash");
        assertThat(result.because()).hasSameSizeAs(result.causes());
    }

    @Test
    void startsAnEmergencyWithTheCallAndAnUrgentAnswerWithWhatMustNotBeDone() {
        var emergency = triage(24, 3, CALVES, CHEST_PAIN, HOT_SWOLLEN_CALF);
        assertThat(emergency.headline()).isEqualTo("Call emergency services now.");
        assertThat(emergency.guidance().getFirst()).startsWith("Call the emergency number");
        assertThat(emergency.guidance()).anyMatch(line -> line.contains("Do not rub"));

        var urgent = triage(24, 3, CALVES, HOT_SWOLLEN_CALF);
        assertThat(urgent.headline()).contains("doctor today");
        assertThat(urgent.guidance().getFirst()).contains("Do not rub");
    }

    @Test
    void readsNothingFromAnAnswerBeforeItsOwn() {
        assertThat(triage(24, 1, CALVES).outcome()).isEqualTo(AS_EXPECTED);
        assertThat(triage(24, 1, CALVES).headline()).contains("expect");
        assertThat(triage(24, 1, CALVES).guidance()).hasSize(1);
    }

    private static SessionFindings session(int pressure, int painAfter) {
        return Given.session()
                .pressure(pressure)
                .pain(painAfter, painAfter)
                .area(Region.CALVES, Side.LEFT)
                .build();
    }

    private static CheckInAnswer answer(double hours, int pain, Symptom... symptoms) {
        return new CheckInAnswer(hours, new PainScore(pain), List.of(), Set.of(symptoms));
    }

    private TriageResult triage(double hours, int pain, SessionFindings session, Symptom... symptoms) {
        return triage(hours, pain, session, Given.healthy(), new ArrayList<>(), symptoms);
    }

    private TriageResult triage(
            double hours,
            int pain,
            SessionFindings session,
            SafetyProfile safety,
            List<CheckInAnswer> earlier,
            Symptom... symptoms) {
        return protocol.triage(answer(hours, pain, symptoms), earlier, session, safety, Given.KNOWN);
    }
}
