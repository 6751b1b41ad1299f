package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ProtocolReaderTests {

    @Test
    void readsTheWholeCatalogue() {
        assertThat(ClinicProtocol.WRITTEN.items())
                .extracting(item -> item.code())
                .containsExactlyInAnyOrder(
                        "rest-and-sleep",
                        "hydrate",
                        "gentle-movement",
                        "moist-heat",
                        "stretch-hip-flexors",
                        "stretch-chest",
                        "stretch-neck",
                        "stretch-hamstrings",
                        "stretch-calves",
                        "stretch-glutes",
                        "foam-roll-quads",
                        "foam-roll-hamstrings",
                        "foam-roll-calves",
                        "foam-roll-it-band",
                        "foam-roll-upper-back",
                        "roller-rest-lengthwise",
                        "ball-release",
                        "foot-ball-roll",
                        "peanut-suboccipitals",
                        "physio-ball-drape",
                        "spine-decompress",
                        "epsom-bath",
                        "vinegar-and-aroma",
                        "infrared-mat",
                        "massage-device",
                        "vibration-plate",
                        "chair-massager",
                        "fascial-unwinding",
                        "topical-analgesic",
                        "arnica-gel",
                        "magnesium-talk",
                        "supplement-talk",
                        "technique-care",
                        "ask-your-therapist");
        assertThat(ClinicProtocol.WRITTEN.oneToolFirst().rule()).isEqualTo("one-tool-first");
        assertThat(ClinicProtocol.WRITTEN.notice()).contains("to be approved by a responsible clinician");
    }

    @Test
    void knowsTheVocabularyInItsSchemaAsTheCodeDoes() throws IOException {
        try (var in = ProtocolReader.class.getResourceAsStream("/protocol/protocol-schema.json")) {
            var defs = JsonMapper.builder().build().readTree(in).get("$defs");
            for (Class<? extends Enum<?>> vocabulary : List.of(
                    Region.class,
                    Finding.class,
                    Technique.class,
                    Goal.class,
                    Condition.class,
                    Symptom.class,
                    Outcome.class)) {
                var codes = defs.get(vocabulary.getSimpleName())
                        .get("enum")
                        .valueStream()
                        .map(code -> code.asString())
                        .toList();
                assertThat(codes)
                        .isEqualTo(Arrays.stream(vocabulary.getEnumConstants())
                                .map(Enum::name)
                                .toList());
            }
        }
    }

    record Mistake(String text, String otherwise, String reason) {
        @Override
        public String toString() {
            return reason;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("condition: DIABETES }", "condition: SUGAR }", "unknown code \"SUGAR\""),
                new Mistake("goal: PLANTAR_PAIN", "goal: SORE_FOOT", "unknown code \"SORE_FOOT\""),
                new Mistake("regions: [HAMSTRINGS]", "regions: [hams]", "unknown group of regions \"hams\""),
                new Mistake("- use: bath", "- use: shower", "unknown safety set \"shower\""),
                new Mistake("sources: [S1]", "sources: [S9]", "unknown source \"S9\""),
                new Mistake(
                        "prompt: nerve-signs\n        when",
                        "prompt: nerves\n        when",
                        "unknown prompt \"nerves\""),
                new Mistake("part-of: epsom-bath", "part-of: bath-tub", "unknown item \"bath-tub\""),
                new Mistake("keep: [moist-heat,", "keep: [hot-water,", "unknown item \"hot-water\""),
                new Mistake("- item: moist-heat", "- item: hydrate", "item \"hydrate\" stands twice"),
                new Mistake(
                        "- rule: wound-or-injury",
                        "- rule: skin-or-swelling",
                        "rule \"skin-or-swelling\" stands twice"),
                new Mistake("title: Drink water", "titel: Drink water", "titel"),
                new Mistake("title: Drink water", "title: Drink water\n    title: Again", "\"title\" stands twice"),
                new Mistake("minutes: 15\n", "minutes: a lot\n", "integer"),
                new Mistake(
                        "when: { condition: DIABETES }",
                        "when: { condition: DIABETES, goal: STRESS }",
                        "exactly one thing"),
                new Mistake(
                        "when: { condition: DIABETES }", "when: { condition: DIABETES, in: legs }", "does not go with"),
                new Mistake("{ history: earlier-plans, at-most: 0 }", "{ history: earlier-plans }", "does not go with"),
                new Mistake("    no-safety-rows: Rest is safe for everybody.\n", "", "no-safety-rows"),
                new Mistake(
                        "effect: modify\n        when: { condition: EPILEPSY }\n        add:",
                        "effect: review\n        when: { condition: EPILEPSY }\n        add:",
                        "modifies"),
                new Mistake("when: { condition: EPILEPSY }", "when: { finding: BROKEN_SKIN }", "all areas"),
                new Mistake("[NUMBNESS, WEAKNESS, TINGLING, SWELLING,", "[NUMBNESS, WEAKNESS, SWELLING,", "13"),
                new Mistake("version: 1\n", "version: 1\n  oops: [\n", "mapping values"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void saysWhereAMistakeIsAndWhy(Mistake mistake) {
        assertThat(ClinicProtocol.text()).contains(mistake.text());
        String changed = ClinicProtocol.text()
                .replaceFirst(
                        java.util.regex.Pattern.quote(mistake.text()),
                        java.util.regex.Matcher.quoteReplacement(mistake.otherwise()));

        var refused =
                catchThrowableOfType(ProtocolFormatException.class, () -> ProtocolReader.read("changed.yaml", changed));

        assertThat(refused).isNotNull().hasMessageContaining("changed.yaml:").hasMessageContaining(mistake.reason());
        assertThat(refused.problems())
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }

    @Test
    void namesTheLine() {
        String changed = ClinicProtocol.text().replace("condition: DIABETES }", "condition: SUGAR }");
        int line = (int) changed.substring(0, changed.indexOf("SUGAR")).lines().count();

        var refused =
                catchThrowableOfType(ProtocolFormatException.class, () -> ProtocolReader.read("changed.yaml", changed));

        assertThat(refused.problems().getFirst().line()).isEqualTo(line);
        assertThat(refused.problems().getFirst().path()).startsWith("/items/").endsWith("/when/condition");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(catchThrowableOfType(ProtocolFormatException.class, () -> ProtocolReader.read("empty.yaml", "")))
                .hasMessageContaining("empty");
    }
}
