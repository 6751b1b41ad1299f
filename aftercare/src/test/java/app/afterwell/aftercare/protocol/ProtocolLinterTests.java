package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.aftercare.protocol.ProtocolLinter.Level;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolLinterTests {

    @Test
    void findsNoErrorInTheClinicProtocol() {
        assertThat(ProtocolLinter.lint(ClinicProtocol.WRITTEN))
                .filteredOn(finding -> finding.level() == Level.ERROR)
                .isEmpty();
    }

    @Test
    void refusesABannedWordInWhatAClientReads() {
        assertThat(lint("Leave it out if your skin gets red or itchy.", "It flushes out toxins."))
                .extracting(LintFinding::code, LintFinding::where)
                .contains(org.assertj.core.groups.Tuple.tuple("banned-word", "vinegar-and-aroma"));
        assertThat(lint("Do not rub, roll or stretch that leg.", "It heals by itself."))
                .extracting(LintFinding::where)
                .contains("triage.hot-swollen-calf");
    }

    @Test
    void refusesAWarningThatACommaCutInTwo() {
        assertThat(lint("[\"Do not rub, roll or stretch that leg.\"]", "[Do not rub, roll or stretch that leg.]"))
                .extracting(LintFinding::code, LintFinding::where)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("half-sentence", "triage.hot-swollen-calf"));
    }

    @Test
    void refusesACodeThatNoRuleMinds() {
        assertThat(lint("techniques: [SWEDISH, DEEP_TISSUE,", "techniques: [DEEP_TISSUE,"))
                .extracting(LintFinding::message)
                .containsExactly("No rule minds SWEDISH, and it is not declared unused.");
        assertThat(lint("techniques: [SWEDISH,", "techniques: [SWEDISH, CUPPING,"))
                .extracting(LintFinding::message)
                .containsExactly("CUPPING is declared unused, but a rule asks for it.");
    }

    @Test
    void refusesASafetyRowThatAsksForAbsence() {
        assertThat(lint("when: { condition: DIABETES }", "when: { not: { condition: MINOR } }"))
                .extracting(LintFinding::code)
                .contains("not-in-safety");
    }

    @Test
    void refusesATriageRowThatLosesWithMorePain() {
        assertThat(lint("{ hours: { at-least: 68 } }, { above-baseline: { at-least: 1 } }", "{ pain: { at-most: 3 } }"))
                .extracting(LintFinding::where)
                .contains("triage.still-sore-at-72-hours");
    }

    @Test
    void refusesARuleThatCanNeverHold() {
        assertThat(lint("when: { region: [FOOT, CALVES] }", "when: { region: NECK }"))
                .extracting(LintFinding::code, LintFinding::where)
                .contains(org.assertj.core.groups.Tuple.tuple("unreachable", "foot-ball-roll.foot-or-calf"));
        assertThat(lint(
                        "- rule: deep-work\n        when: { pressure: { at-least: 4 } }",
                        "- rule: deep-work\n        when: { pressure: { at-least: 6 } }"))
                .extracting(LintFinding::where)
                .contains("epsom-bath.deep-work");
        assertThat(lint("when: { goal: [STRESS, POOR_SLEEP, CHRONIC_PAIN] }", "when: { symptom: FEVER }"))
                .extracting(LintFinding::where)
                .contains("magnesium-talk.stress-sleep-or-chronic-pain");
    }

    @Test
    void refusesAReviewThatIsWithheldAnyway() {
        assertThat(lint("when: { condition: DIABETES }", "when: { condition: REDUCED_SENSATION }"))
                .extracting(LintFinding::code, LintFinding::where)
                .contains(org.assertj.core.groups.Tuple.tuple("contradiction", "moist-heat.diabetes"));
    }

    @Test
    void refusesToMissOneOfTheSafeFour() {
        assertThat(lint("- item: hydrate\n    kind: safe", "- item: hydrate\n    kind: basic"))
                .extracting(LintFinding::code)
                .contains("safe-four");
    }

    @Test
    void refusesWhatExcludesItself() {
        assertThat(lint("withhold: [topical-analgesic, arnica-gel]", "withhold: [moist-heat]"))
                .extracting(LintFinding::where)
                .contains("no-heat-with-topical");
    }

    private static List<LintFinding> lint(String text, String otherwise) {
        assertThat(ClinicProtocol.text()).contains(text);
        return ProtocolLinter.lint(ProtocolReader.read(
                        "changed.yaml", ClinicProtocol.text().replace(text, otherwise)))
                .stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .toList();
    }
}
