package app.afterwell.aftercare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.engine.ClinicProtocol;
import app.afterwell.aftercare.protocol.ProtocolSource.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A change in one place of the text leaves every other line as it was typed. */
class ProtocolSourceTests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CLINIC = ClinicProtocol.text();

    private static final String SMALL = """
            # the head
            items:
              # about water
              - item: hydrate # the code
                title: Drink water # short
                days: [0, 1]
                steps:
                  - One.
                  # before two
                  - when: { region: NECK }
                    say: Two.
                  - Three.
                background: >-
                  Long
                  text.

                # after the text
                safety:
                  - use: shared
                  - rule: kidneys
                    effect: modify # why
                    when: { condition: KIDNEY_DISEASE }
                    add: [Ask your doctor.]
              # the next one
              - { item: small, title: Small }
            """;

    @Test
    void aTextIsReplacedAndItsCommentStays() {
        var source = ProtocolSource.of(SMALL);
        assertThat(source.set("/items/0/title", JSON.stringNode("Drink tea")))
                .isEqualTo(SMALL.replace("title: Drink water #", "title: Drink tea #"));
        assertThat(source.set("/items/0/title", JSON.stringNode("Drink: tea, \"green\" # or black")))
                .isEqualTo(SMALL.replace("title: Drink water #", "title: \"Drink: tea, \\\"green\\\" # or black\" #"));
        assertThat(source.set("/items/0/title", JSON.stringNode("Drink water"))).isSameAs(SMALL);
        assertThat(source.set("/items/0/days", JSON.arrayNode().add(0).add(3)))
                .isEqualTo(SMALL.replace("[0, 1]", "[0, 3]"));
        assertThat(source.set("/items/0/steps/1/say", JSON.stringNode("Four.")))
                .isEqualTo(SMALL.replace("say: Two.", "say: Four."));
        assertThat(source.set("/items/0/background", JSON.stringNode("Short.")))
                .isEqualTo(SMALL.replace("background: >-\n      Long\n      text.\n", "background: Short.\n"));
        assertThat(source.set("/items/1/title", JSON.stringNode("Large, or not")))
                .isEqualTo(SMALL.replace("title: Small", "title: \"Large, or not\""));
    }

    @Test
    void whatYamlWouldTakeForSomethingElseIsQuoted() {
        for (String text : List.of(
                "yes",
                "12",
                "1.5",
                "null",
                "~",
                "2026-11-22",
                "- a",
                "a: b",
                "a #b",
                "ends:",
                " blank ",
                "",
                "\u00bd cup",
                "tab\there",
                "line\nbreak",
                "'quoted'",
                "*star",
                "&and",
                "{a}",
                "[b]",
                "100%",
                "\uD83D\uDE00 smile",
                "%x",
                "@y",
                "`z`",
                "no\u0085break",
                "true",
                "0x1F",
                "a, b")) {
            String after = ProtocolSource.of(SMALL).set("/items/0/title", JSON.stringNode(text));
            assertThat(ProtocolSource.of(after).at("/items/0/title").asString()).isEqualTo(text);
            String inFlow = ProtocolSource.of(SMALL).set("/items/1/title", JSON.stringNode(text));
            assertThat(ProtocolSource.of(inFlow).at("/items/1/title").asString())
                    .isEqualTo(text);
        }
    }

    @Test
    void aPartThatWasNotThereStandsWhereItIsUsuallyWritten() {
        var source = ProtocolSource.of(SMALL);
        assertThat(source.set("/items/0/minutes", JSON.numberNode(5)))
                .isEqualTo(SMALL.replace("# short\n", "# short\n    minutes: 5\n"));
        assertThat(source.set("/items/0/switched-on", JSON.booleanNode(false)))
                .isEqualTo(SMALL.replace("# the code\n", "# the code\n    switched-on: false\n"));
        assertThat(source.set("/items/1/minutes", JSON.numberNode(5)))
                .isEqualTo(SMALL.replace("title: Small }", "title: Small, minutes: 5 }"));
        assertThat(source.remove("/items/0/background"))
                .isEqualTo(SMALL.replace("    background: >-\n      Long\n      text.\n", ""));
        assertThat(source.remove("/items/0/nothing")).isSameAs(SMALL);
    }

    @Test
    void rowsComeGoAndMoveWithTheirComments() {
        var source = ProtocolSource.of(SMALL);
        assertThat(source.rows("/items/0/steps", List.of(new Row(0, null), new Row(2, null))))
                .isEqualTo(
                        SMALL.replace("      # before two\n      - when: { region: NECK }\n        say: Two.\n", ""));
        assertThat(source.rows("/items/0/steps", List.of(new Row(1, null), new Row(0, null), new Row(2, null))))
                .contains("    steps:\n"
                        + "      # before two\n"
                        + "      - when: { region: NECK }\n"
                        + "        say: Two.\n"
                        + "      - One.\n"
                        + "      - Three.\n"
                        + "    background");
        assertThat(source.rows(
                        "/items/0/steps",
                        List.of(
                                new Row(0, null),
                                new Row(1, JSON.stringNode("Always two.")),
                                new Row(2, null),
                                new Row(-1, JSON.stringNode("Four, at last.")))))
                .isEqualTo(SMALL.replace("- when: { region: NECK }\n        say: Two.\n", "- Always two.\n")
                        .replace("- Three.\n", "- Three.\n      - Four, at last.\n"));
    }

    @Test
    void aRowIsWrittenAsTheShippedFileWritesIt() {
        JsonNode row = skinRow();
        var source = ProtocolSource.of(SMALL);
        assertThat(source.rows("/items/0/safety", List.of(new Row(0, null), new Row(1, null), new Row(-1, row))))
                .isEqualTo(SMALL.replace(
                        "        add: [Ask your doctor.]\n",
                        "        add: [Ask your doctor.]\n"
                                + "      - rule: skin\n"
                                + "        effect: withhold\n"
                                + "        when: { condition: [OPEN_WOUND, SKIN_INFECTION] }\n"
                                + "        add:\n"
                                + "          - Look, then ask.\n"));
        assertThat(source.rows("/items/0/safety", List.of()))
                .doesNotContain("safety:")
                .contains("# the next one", "# after the text");
        assertThat(source.set("/items/0/offer", JSON.arrayNode().add(row)))
                .contains("    offer:\n      - rule: skin\n        effect: withhold\n");
    }

    private static JsonNode skinRow() {
        var when = JSON.objectNode();
        when.set("condition", JSON.arrayNode().add("OPEN_WOUND").add("SKIN_INFECTION"));
        var row = JSON.objectNode().put("rule", "skin").put("effect", "withhold");
        row.set("when", when);
        row.set("add", JSON.arrayNode().add("Look, then ask."));
        return row;
    }

    @Test
    void everyTextOfTheShippedItemsIsReplacedOnItsOwnLines() {
        var source = ProtocolSource.of(CLINIC);
        for (int i = 0; i < source.at("/items").size(); i++) {
            for (String part : List.of("title", "dose", "background")) {
                String pointer = "/items/" + i + "/" + part;
                if (!source.at(pointer).isMissingNode()) {
                    onlyLines(source, pointer, source.set(pointer, JSON.stringNode("Something, else: now")));
                }
            }
            for (int step = 0; step < source.at("/items/" + i + "/steps").size(); step++) {
                String pointer = "/items/" + i + "/steps/" + step;
                onlyLines(source, pointer, source.set(pointer, JSON.stringNode("Something else.")));
            }
        }
    }

    @Test
    void everyRowOfTheShippedItemsCanGoAndBeWrittenAnew() {
        var source = ProtocolSource.of(CLINIC);
        for (int i = 0; i < source.at("/items").size(); i++) {
            for (String part : List.of("/offer", "/safety")) {
                String list = "/items/" + i + part;
                int size = source.at(list).size();
                for (int row = 0; row < size; row++) {
                    var rows = new ArrayList<Row>();
                    for (int j = 0; j < size; j++) {
                        rows.add(new Row(j, null));
                    }
                    JsonNode was = source.at(list).get(row);
                    rows.remove(row);
                    onlyLines(source, list, source.rows(list, rows));
                    rows.add(row, new Row(row, was.deepCopy()));
                    assertThat(source.rows(list, rows)).isSameAs(CLINIC);
                    rows.add(new Row(-1, was));
                    onlyLines(source, list, source.rows(list, rows));
                }
            }
        }
    }

    @Test
    void anyOrderOfChangesComesToTheSameAsTheTree() {
        var random = new Random(7);
        var source = ProtocolSource.of(CLINIC);
        long comments = comments(CLINIC);
        for (int i = 0; i < 60; i++) {
            int item = random.nextInt(source.at("/items").size());
            String pointer = "/items/" + item;
            String after = switch (random.nextInt(4)) {
                case 0 -> source.set(pointer + "/title", JSON.stringNode("Title number " + i));
                case 1 -> source.set(pointer + "/minutes", JSON.numberNode(i));
                case 2 -> source.set(pointer + "/whole-body-safety", JSON.booleanNode(true));
                default -> {
                    var rows = new ArrayList<Row>();
                    for (int j = source.at(pointer + "/steps").size() - 1; j >= 0; j--) {
                        rows.add(new Row(j, null));
                    }
                    yield source.rows(pointer + "/steps", rows);
                }
            };
            source = ProtocolSource.of(after);
        }
        assertThat(comments(source.text())).isEqualTo(comments);
        assertThat(ProtocolReader.read("changed.yaml", source.text()).items())
                .hasSameSizeAs(ClinicProtocol.WRITTEN.items());
    }

    @Test
    void aCarriageReturnOrALetterBeyondTheBasicPlaneMovesNothing() {
        String windows = SMALL.replace("\n", "\r\n");
        assertThat(ProtocolSource.of(windows).set("/items/0/steps/2", JSON.stringNode("Last.")))
                .isEqualTo(windows.replace("- Three.", "- Last."));
        String smile = SMALL.replace("# the head", "# \uD83D\uDE00 the head");
        assertThat(ProtocolSource.of(smile).set("/items/0/steps/2", JSON.stringNode("Last.")))
                .isEqualTo(smile.replace("- Three.", "- Last."));
    }

    @Test
    void whatHasANameElsewhereIsLeftToThePerson() {
        String named = "items:\n  - item: a\n    steps: &same\n      - One.\n  - item: b\n    steps: *same\n";
        assertThatThrownBy(() -> ProtocolSource.of(named).set("/items/1/steps/0", JSON.stringNode("Two.")))
                .isInstanceOf(ProtocolSource.UnwritableException.class);
    }

    @Test
    void knowsWhereThingsStand() {
        var source = ProtocolSource.of(SMALL);
        assertThat(source.item("hydrate")).contains("/items/0");
        assertThat(source.item("nothing")).isEmpty();
        assertThat(source.uses("shared")).isEqualTo(1);
        assertThat(source.firstLine("/items/0")).isEqualTo(4);
        assertThat(source.lastLine("/items/0/background")).isEqualTo(15);
        assertThat(source.lastLine("/items/0/safety/1")).isEqualTo(23);
        assertThatThrownBy(() -> ProtocolSource.of("items: [")).isInstanceOf(ProtocolFormatException.class);
    }

    /** All lines before and behind the place are as they were. */
    private static void onlyLines(ProtocolSource source, String pointer, String after) {
        var before = Arrays.asList(source.text().split("\n", -1));
        var now = Arrays.asList(after.split("\n", -1));
        int first = source.firstLine(pointer) - 1;
        int behind = before.size() - source.lastLine(pointer);
        assertThat(now.subList(0, first)).isEqualTo(before.subList(0, first));
        assertThat(now.subList(now.size() - behind, now.size()))
                .isEqualTo(before.subList(before.size() - behind, before.size()));
        assertThat(after).isNotEqualTo(source.text());
    }

    private static long comments(String text) {
        return text.lines().filter(line -> line.strip().startsWith("#")).count();
    }
}
