package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.aftercare.protocol.ProtocolLinter.Level;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
                .contains(tuple("banned-word", "vinegar-and-aroma"));
        assertThat(lint("Do not rub, roll or stretch that leg.", "It heals by itself."))
                .extracting(LintFinding::where)
                .contains("triage.hot-swollen-calf");
    }

    @Test
    void refusesAWarningThatACommaCutInTwo() {
        assertThat(lint("[\"Do not rub, roll or stretch that leg.\"]", "[Do not rub, roll or stretch that leg.]"))
                .extracting(LintFinding::code, LintFinding::where)
                .containsExactly(tuple("half-sentence", "triage.hot-swollen-calf"));
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
                .contains(tuple("unreachable", "foot-ball-roll.foot-or-calf"));
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
                .contains(tuple("contradiction", "moist-heat.diabetes"));
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
                .contains("exclusions.no-heat-with-topical");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void findsWithItsLine(String name, String code, String where, String text, String otherwise) {
        assertThat(ClinicProtocol.text()).contains(text);
        String changed = ClinicProtocol.text().replace(text, otherwise);

        var found = ProtocolLinter.lint("changed.yaml", changed).stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .toList();

        assertThat(found).extracting(LintFinding::code, LintFinding::where).contains(tuple(code, where));
        int from =
                (int) changed.substring(0, changed.indexOf(otherwise)).lines().count();
        assertThat(found)
                .filteredOn(finding -> finding.where().equals(where))
                .allSatisfy(finding -> assertThat(finding.line()).isPositive());
        if (!otherwise.isEmpty() && (code.equals("banned-word") || code.equals("format"))) {
            // What is wrong with the form of YAML is noticed one line later.
            int to = from + 1 + (int) otherwise.lines().count();
            assertThat(found).anySatisfy(finding -> assertThat(finding.line()).isBetween(from, to));
        }
    }

    static Stream<Arguments> mistakes() {
        String diabetes = "      - rule: diabetes\n        effect: review\n        when: { condition: DIABETES }";
        return Stream.of(
                arguments(
                        "a code that is none",
                        "format",
                        "/items/12/safety/4/when/condition",
                        "condition: DIABETES }",
                        "condition: SUGAR }"),
                arguments("a text that is no YAML", "format", "/", "    minutes: 15\n", "    minutes: [15\n"),
                arguments(
                        "a missing dose",
                        "format",
                        "/items/12",
                        "    dose: 10 to 15 minutes, up to 2 times a day.\n",
                        ""),
                arguments("an item without safety rows", "format", "/items/13/item", """
                            safety:
                              - rule: diabetes-or-sensation
                                effect: withhold
                                when: { condition: [DIABETES, REDUCED_SENSATION] }
                              - rule: skin-or-swelling
                                effect: withhold
                                when: { all: [{ region: FOOT }, { finding: [SWELLING, HEAT_OR_REDNESS, BRUISING, BROKEN_SKIN] }] }
                                sources: [OWN]
                              - rule: wound-or-injury
                                effect: withhold
                                when: { condition: [OPEN_WOUND, ACUTE_INJURY, RECENT_FRACTURE] }
                                sources: [OWN]
                        """, ""),
                arguments(
                        "a tool that says it needs no safety rows",
                        "no-safety-rows",
                        "moist-heat-2",
                        "  - item: foot-ball-roll\n",
                        """
                          - item: moist-heat-2
                            kind: specific
                            title: More warmth
                            minutes: 1
                            days: [0]
                            dose: Now and then.
                            steps: [Keep warm.]
                            sources: [S2]
                            evidence: LIMITED
                            offer: [{ rule: every-session, when: session }]
                            no-safety-rows: Because.

                          - item: foot-ball-roll
                        """),
                arguments("safety rows that never hold", "no-safety-rows", "roller-rest-lengthwise", """
                              - rule: spine-or-balance
                                effect: withhold
                                when: { condition: [OSTEOPOROSIS, SPINAL_STENOSIS, BALANCE_RISK] }
                              - rule: pregnancy
                                effect: withhold
                                when: { condition: PREGNANCY }
                        """, """
                              - rule: pregnancy
                                effect: withhold
                                when: { region: FOOT }
                        """),
                arguments(
                        "a banned word in a title",
                        "banned-word",
                        "hydrate",
                        "title: Drink water",
                        "title: Flush it out"),
                arguments(
                        "a banned word in a dose",
                        "banned-word",
                        "hydrate",
                        "dose: As much as your thirst asks for.",
                        "dose: Until you are detoxed."),
                arguments(
                        "a banned word in a step",
                        "banned-word",
                        "moist-heat",
                        "      - Never fall asleep on a heat pad.",
                        "      - It realigns you."),
                arguments(
                        "a banned word in a step that is told only then",
                        "banned-word",
                        "technique-care",
                        "say: \"While you are pregnant: lie on your side to rest, and rise slowly.\"",
                        "say: \"Your knots are being broken up.\""),
                arguments(
                        "a banned word in words that safety adds",
                        "banned-word",
                        "ball-release.latex-free-ball",
                        "add: [Choose a ball without latex. The packet says what it is made of.]",
                        "add: [It heals.]"),
                arguments(
                        "a banned word in a dose that safety sets",
                        "banned-word",
                        "hydrate.doctors-amount",
                        "dose: Keep to the amount your doctor set.",
                        "dose: Guaranteed by your doctor."),
                arguments(
                        "a banned word in what an answer gets",
                        "banned-word",
                        "triage.WATCH",
                        "headline: Thank you. Your therapist will look at this.",
                        "headline: It is a healing crisis."),
                arguments(
                        "a banned word in a row of triage",
                        "banned-word",
                        "triage.rash",
                        "guidance: [Leave out anything you put on your skin.]",
                        "guidance: [The toxins leave.]"),
                arguments(
                        "a sentence that a comma cut",
                        "half-sentence",
                        "epsom-bath.not-alone",
                        "add: [\"Never bathe alone. Have somebody with you or near, and leave the door unlocked.\"]",
                        "add: [Never bathe alone, leave the door unlocked.]"),
                arguments(
                        "an offer that never holds",
                        "unreachable",
                        "epsom-bath.deep-work",
                        "- rule: deep-work\n        when: { pressure: { at-least: 4 } }",
                        "- rule: deep-work\n        when: { pressure: { above: 5 } }"),
                arguments(
                        "an offer elsewhere",
                        "unreachable",
                        "foot-ball-roll.foot-or-calf",
                        "when: { region: [FOOT, CALVES] }",
                        "when: { region: NECK }"),
                arguments(
                        "an offer in two places at once",
                        "unreachable",
                        "foot-ball-roll.foot-or-calf",
                        "when: { region: [FOOT, CALVES] }",
                        "when: { all: [{ region: FOOT }, { region: CALVES }] }"),
                arguments(
                        "an offer that excludes itself",
                        "unreachable",
                        "foot-ball-roll.plantar-pain",
                        "when: { goal: PLANTAR_PAIN }",
                        "when: { all: [{ goal: PLANTAR_PAIN }, { not: { goal: [PLANTAR_PAIN, STRESS] } }] }"),
                arguments(
                        "an offer between two numbers that do not meet",
                        "unreachable",
                        "foot-ball-roll.plantar-pain",
                        "when: { goal: PLANTAR_PAIN }",
                        "when: { all: [{ pressure: { at-least: 4 } }, { pressure: { below: 4 } }] }"),
                arguments(
                        "an offer that asks a check-in",
                        "unreachable",
                        "foot-ball-roll.plantar-pain",
                        "when: { goal: PLANTAR_PAIN }",
                        "when: { pain: { at-least: 2 } }"),
                arguments(
                        "a safety row that never holds",
                        "unreachable",
                        "stretch-neck.legs",
                        "      - rule: tight-or-stiff\n        when: { finding: [RESTRICTED_MOTION, TIGHTNESS] }\n    safety:\n"
                                + "      - use: stretching\n\n  - item: stretch-chest",
                        "      - rule: tight-or-stiff\n        when: { finding: [RESTRICTED_MOTION, TIGHTNESS] }\n    safety:\n"
                                + "      - use: stretching\n      - rule: legs\n        effect: withhold\n"
                                + "        when: { all: [{ condition: EPILEPSY }, { region: legs }] }\n\n  - item: stretch-chest"),
                arguments(
                        "a basic without an offer",
                        "unreachable",
                        "hydrate",
                        "    offer:\n      - rule: every-session\n        when: session\n    safety:\n      - rule: doctors-amount",
                        "    safety:\n      - rule: doctors-amount"),
                arguments(
                        "a prompt that never comes",
                        "unreachable",
                        "prompt.review-technique.soreness-grows",
                        "when: { history: soreness-rises-in-a-row, at-least: 2 }",
                        "when: { history: soreness-rises-in-a-row, below: 0 }"),
                arguments(
                        "a row of triage that never holds",
                        "unreachable",
                        "triage.strong-sharp-pain",
                        "{ symptom: SHARP_PAIN }, { pain: { at-least: 7 } }",
                        "{ symptom: SHARP_PAIN }, { pain: { above: 10 } }"),
                arguments(
                        "an offer that is always withheld",
                        "contradiction",
                        "arnica-gel.tender-or-bruised",
                        "    offer:\n      - rule: tender-or-bruised\n        when: { finding: [TENDERNESS, BRUISING] }\n    safety:\n      - use: topical\n\n  - item: magnesium-talk",
                        "    offer:\n      - rule: tender-or-bruised\n        when: { finding: BROKEN_SKIN }\n    safety:\n      - use: topical\n\n  - item: magnesium-talk"),
                arguments(
                        "a review that is always withheld",
                        "contradiction",
                        "moist-heat.diabetes",
                        diabetes,
                        diabetes.replace("DIABETES", "REDUCED_SENSATION")),
                arguments(
                        "a review that is withheld by one of several",
                        "contradiction",
                        "moist-heat.diabetes",
                        diabetes,
                        diabetes.replace(
                                "{ condition: DIABETES }",
                                "{ any: [{ condition: ACUTE_INJURY }, { finding: SWELLING }] }")),
                arguments(
                        "a finding with two verdicts",
                        "contradiction",
                        "moist-heat.diabetes",
                        diabetes,
                        diabetes.replace("condition: DIABETES", "finding: NUMBNESS")),
                arguments(
                        "what stays and goes at once",
                        "contradiction",
                        "exclusions.no-heat-with-topical",
                        "withhold: [topical-analgesic, arnica-gel]",
                        "withhold: [moist-heat]"),
                arguments(
                        "a milder row for a graver sign",
                        "contradiction",
                        "triage.rash",
                        "rule: rash, outcome: WATCH, when: { symptom: RASH }",
                        "rule: rash, outcome: WATCH, when: { symptom: FEVER }"),
                arguments(
                        "less soreness for more pressure",
                        "contradiction",
                        "band",
                        "{ max-pressure: 4, peak: 3, end-hours: 60 }",
                        "{ max-pressure: 4, peak: 1, end-hours: 60 }"),
                arguments(
                        "a band that ends early",
                        "band",
                        "band",
                        "    - { max-pressure: 5, peak: 4, end-hours: 72 }\n",
                        ""),
                arguments(
                        "a safety row that asks for absence",
                        "not-in-safety",
                        "moist-heat.diabetes",
                        diabetes,
                        diabetes.replace("{ condition: DIABETES }", "{ not: { condition: DIABETES } }")),
                arguments(
                        "a condition that no item minds",
                        "condition-not-minded",
                        "unused.only-before-session",
                        "condition: [ANTICOAGULANTS, LIVER_DISEASE, OTHER_MEDICATION",
                        "condition: [ANTICOAGULANTS, OTHER_MEDICATION"),
                arguments(
                        "a condition that no rule minds",
                        "unused-code",
                        "unused.conditions",
                        "condition: [ANTICOAGULANTS, LIVER_DISEASE, OTHER_MEDICATION",
                        "condition: [ANTICOAGULANTS, OTHER_MEDICATION"),
                arguments(
                        "a condition that is said not to be minded",
                        "condition-not-minded",
                        "unused.only-before-session",
                        "only-before-session: [FEVER_OR_INFECTION,",
                        "only-before-session: [FEVER_OR_INFECTION, VERTIGO,"),
                arguments(
                        "a technique that no rule minds",
                        "unused-code",
                        "unused.techniques",
                        "techniques: [SWEDISH, ",
                        "techniques: ["),
                arguments(
                        "a symptom that is not weighed",
                        "unused-code",
                        "triage",
                        "    - { rule: fever, outcome: URGENT, when: { symptom: FEVER } }\n",
                        ""),
                arguments(
                        "one of the safe four missing",
                        "safe-four",
                        "items",
                        "- item: hydrate\n    kind: safe",
                        "- item: hydrate\n    kind: basic"));
    }

    @Test
    void warnsOfABannedWordThatOnlyTheStaffReads() {
        assertThat(ProtocolLinter.lint(
                        "changed.yaml",
                        ClinicProtocol.text()
                                .replace("background: Substances only", "background: No detox. Substances only")))
                .filteredOn(finding -> finding.code().equals("banned-word"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.WARNING);
                    assertThat(finding.line()).isPositive();
                });
    }

    @Test
    void warnsOfARowThatSaysWhatAnotherSays() {
        assertThat(
                        ProtocolLinter.lint(
                                ProtocolReader.read(
                                        "changed.yaml",
                                        ClinicProtocol.text()
                                                .replace(
                                                        "when: { condition: [DIABETES, REDUCED_SENSATION] }\n      - rule: skin-or-swelling",
                                                        "when: { condition: [DIABETES, REDUCED_SENSATION] }\n      - rule: again\n        effect: withhold\n"
                                                                + "        when: { condition: DIABETES }\n      - rule: skin-or-swelling"))))
                .extracting(LintFinding::level, LintFinding::code, LintFinding::where)
                .contains(tuple(Level.WARNING, "contradiction", "foot-ball-roll.again"));
    }

    /** Whatever is typed into the file, the answer is a list of problems and never a crash. */
    @Test
    void neverBreaksOnWhatSomebodyTypes() {
        var lines = ClinicProtocol.text().lines().toList();
        var random = new Random(7);
        String[] typed = {
            "",
            "?",
            "- - -",
            "  : x",
            "\t",
            "*none",
            "&a [*a]",
            "[1, 2",
            "{a: {b: 1}}",
            "!!int x",
            "~",
            "'",
            "\u0007",
            "when: { pick: nothing }",
            "regions: [ELBOW]",
            "minutes: -1",
            "days: [99999999999]",
            "<<: *topical",
            "when: {}",
            "kind: other",
            "effect: maybe",
            "when: { all: [] }",
            "dose: 5",
            "title:",
            "steps: []"
        };
        for (int i = 0; i < 600; i++) {
            var changed = new ArrayList<>(lines);
            int at = random.nextInt(changed.size());
            String old = changed.get(at);
            String indent = old.substring(0, old.length() - old.stripLeading().length());
            switch (i % 3) {
                case 0 -> changed.remove(at);
                case 1 -> changed.set(at, indent + typed[random.nextInt(typed.length)]);
                default -> changed.add(at, indent + typed[random.nextInt(typed.length)]);
            }
            String text = String.join("\n", changed);
            assertThatCode(() -> ProtocolLinter.lint("typed.yaml", text))
                    .as(
                            "line %d, %d: %s",
                            at + 1, i % 3, text.lines().skip(at).findFirst().orElse(""))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void tellsAnEndlessOrHugeFileFromAProtocol() {
        assertThat(ProtocolLinter.lint("x.yaml", "a: &a [*a]\n"))
                .extracting(LintFinding::message)
                .contains("this contains itself");
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ",").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(ProtocolLinter.lint("x.yaml", bomb.toString()))
                .isNotEmpty()
                .allMatch(finding -> finding.code().equals("format"));
        assertThat(ProtocolLinter.lint("x.yaml", "a: \u0007"))
                .extracting(LintFinding::line)
                .containsExactly(1);
        assertThat(ProtocolLinter.lint("x.yaml", "")).isNotEmpty();
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
