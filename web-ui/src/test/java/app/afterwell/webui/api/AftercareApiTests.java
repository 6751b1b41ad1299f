package app.afterwell.webui.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Region;
import java.io.UnsupportedEncodingException;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AftercareApiTests extends ApiTests {

    private static final String EXAMPLE = """
            { "session": { "date": "2026-11-22", "minutes": 90,
                "areas": [ { "region": "HAMSTRINGS", "side": "LEFT", "findings": ["TIGHTNESS"], "techniques": ["DEEP_TISSUE"], "pressure": 4 } ],
                "painBefore": 6, "painAfter": 3, "goals": ["TRAINING_RECOVERY"], "picks": ["physio-ball-drape"] },
              "safety": { "confirmedOn": "2026-11-01", "conditions": ["ANTICOAGULANTS", { "code": "RECENT_SURGERY", "areas": [ { "region": "KNEE", "side": "LEFT" } ], "since": "2026-08-01" } ] },
              "history": { "earlierPlans": 2, "visits": [ { "daysAgo": 7, "minutes": 60, "maxPressure": 4, "painBefore": 7, "painAfter": 4, "sorenessHours": 20, "outcome": "AS_EXPECTED" } ] } }
            """;

    @Test
    void previewsThePlanOfTheExampleForATherapistAndTheOwner() {
        assertThat(preview(therapist(PractitionerId.next()), EXAMPLE))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.protocol.version", version -> version.assertThat().isEqualTo(1))
                .hasPathSatisfying(
                        "$.withheld[?(@.item == 'foam-roll-hamstrings')].because[0].facts[0]",
                        facts -> facts.assertThat().asArray().containsExactly("ANTICOAGULANTS"))
                .hasPathSatisfying(
                        "$.withheld[?(@.item == 'foam-roll-hamstrings')].areas[0].side",
                        side -> side.assertThat().asArray().containsExactly("LEFT"))
                .hasPathSatisfying(
                        "$.withheld[?(@.item == 'foam-roll-hamstrings')].strength",
                        strength -> strength.assertThat().asArray().containsExactly("ABSOLUTE"))
                .hasPathSatisfying(
                        "$.review[?(@.item == 'stretch-hamstrings')].because[0].facts[0]",
                        facts -> facts.assertThat().asArray().containsExactly("RECENT_SURGERY"))
                .hasPathSatisfying(
                        "$.offered[?(@.item == 'hydrate')].because[0].evidence",
                        evidence -> evidence.assertThat().asArray().containsExactly("TRADITIONAL"))
                .hasPathSatisfying(
                        "$.checkIns", times -> times.assertThat().asArray().containsExactly("PT24H", "PT48H", "PT72H"))
                .hasPathSatisfying(
                        "$.prompts[0].prompt", prompt -> prompt.assertThat().isEqualTo("check-pressure"));
        assertThat(preview(owner(), EXAMPLE)).hasStatusOk();
    }

    @Test
    void answersTheSameBodyByteForByte() throws UnsupportedEncodingException {
        var therapist = therapist(PractitionerId.next());

        assertThat(preview(therapist, EXAMPLE).getResponse().getContentAsString())
                .isEqualTo(preview(therapist, EXAMPLE).getResponse().getContentAsString());
    }

    @Test
    void worksWithoutAProfileAndWithoutHistory() {
        assertThat(preview(therapist(PractitionerId.next()), """
                        { "session": { "date": "2026-11-22", "minutes": 60, "areas": [] }, "safety": null,
                          "history": { "earlierPlans": 0, "visits": [ {} ] } }
                        """)).hasStatusOk();
    }

    @Test
    void namesEveryUnknownCodeWithItsField() {
        var answer = preview(
                therapist(PractitionerId.next()),
                EXAMPLE.replace("\"HAMSTRINGS\"", "\"HAMSTRING\"")
                        .replace("\"ANTICOAGULANTS\"", "\"BLOOD_THINNERS\"")
                        .replace("physio-ball-drape", "yoga-ball"));

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("$.code", code -> code.assertThat().isEqualTo("unknown-code"))
                .hasPathSatisfying(
                        "$.errors[*].field",
                        fields -> fields.assertThat()
                                .asArray()
                                .containsExactly("session.areas[0].region", "session.picks[0]", "safety.conditions[0]"))
                .hasPathSatisfying(
                        "$.errors[0].message",
                        message -> message.assertThat().asString().contains("HAMSTRING"));
    }

    @Test
    void namesNumbersThatCannotBe() {
        assertThat(preview(
                        therapist(PractitionerId.next()),
                        EXAMPLE.replace("\"pressure\": 4", "\"pressure\": 6")
                                .replace("\"painBefore\": 6", "\"painBefore\": 11")))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[*].field",
                        fields -> fields.assertThat()
                                .asArray()
                                .containsExactly("session.areas[0].pressure", "session.painBefore"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    session.areas[0]           | "areas": [                         | "areas": [ null,
                    session.areas[0].region    | "region": "HAMSTRINGS", "side"     | "side"
                    session.areas[0].side      | "side": "LEFT", "findings"         | "findings"
                    session.areas[0].side      | "side": "LEFT", "findings"         | "side": "left", "findings"
                    session.areas[0].findings[0]   | ["TIGHTNESS"]                  | [null]
                    session.areas[0].findings[0]   | ["TIGHTNESS"]                  | [""]
                    session.areas[0].techniques[0] | ["DEEP_TISSUE"]                | ["DEEP"]
                    session.goals[0]           | ["TRAINING_RECOVERY"]              | [null]
                    session.picks[0]           | ["physio-ball-drape"]              | [null]
                    session.minutes            | "minutes": 90                      | "minutes": 0
                    session.minutes            | "minutes": 90                      | "minutes": null
                    session.date               | "date": "2026-11-22",              |
                    safety.conditions[0]       | "conditions": ["ANTICOAGULANTS",   | "conditions": [null,
                    safety.conditions[1].code  | "code": "RECENT_SURGERY"           | "code": null
                    safety.conditions[1].areas[0]        | "areas": [ { "region": "KNEE", "side": "LEFT" } ] | "areas": [null]
                    safety.conditions[1].areas[0].region | "region": "KNEE"         | "region": "ELBOW"
                    history.earlierPlans       | "earlierPlans": 2                  | "earlierPlans": -1
                    history.visits[0]          | "visits": [                        | "visits": [ null,
                    history.visits[0].outcome  | "AS_EXPECTED"                      | "FINE"
                    """)
    void saysWhichFieldCannotBe(String field, String text, String otherwise) {
        assertThat(EXAMPLE).contains(text);
        assertThat(preview(therapist(PractitionerId.next()), EXAMPLE.replace(text, otherwise == null ? "" : otherwise)))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[*].field",
                        fields -> fields.assertThat().asArray().contains(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{\"session\": 5}",
                "{\"session\": {\"date\": \"soon\"}}",
                "{\"session\": {\"areas\": {}}}"
            })
    void refusesWhatCannotBeReadAtAll(String body) {
        var status = preview(owner(), body).getResponse().getStatus();
        assertThat(status).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"session\": null}"})
    void asksForASession(String body) {
        assertThat(preview(owner(), body))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> field.assertThat().isEqualTo("session"));
    }

    @Test
    void takesFiftyAreasAndTheSameAreaTwice() {
        var areas = new StringJoiner(",");
        for (int i = 0; i < 50; i++) {
            var region = Region.values()[i % Region.values().length];
            areas.add("{\"region\": \"%s\", \"side\": \"%s\", \"findings\": [\"TIGHTNESS\", \"TIGHTNESS\"]}"
                    .formatted(region, i < 25 ? "LEFT" : "RIGHT"));
        }
        areas.add("{\"region\": \"CALVES\", \"side\": \"LEFT\", \"findings\": [\"BRUISING\"]}");
        var answer = preview(
                owner(),
                "{\"session\": {\"date\": \"2026-11-22\", \"minutes\": 90, \"areas\": [" + areas
                        + "]}, \"safety\": {\"confirmedOn\": \"2026-11-01\", \"conditions\": [\"DIABETES\", \"DIABETES\"]},"
                        + " \"history\": {\"earlierPlans\": 2, \"visits\": []}}");
        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.withheld[?(@.item == 'foam-roll-calves')].areas[*].side",
                        sides -> sides.assertThat().asArray().containsOnlyOnce("LEFT"));
    }

    @Test
    void publishesTheSchemaOfAProtocolFile() {
        assertThat(mvc.get().uri("/api/v1/aftercare/protocol/schema").with(desk().basic()))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.title", title -> title.assertThat().isEqualTo("Afterwell clinic protocol"));
        assertThat(mvc.get()
                        .uri("/api/v1/aftercare/protocol/schema")
                        .with(client(ClientId.next()).basic()))
                .hasStatus(403);
    }

    @Test
    void isNothingForDeskAndClients() {
        assertThat(preview(desk(), EXAMPLE)).hasStatus(403);
        assertThat(preview(client(ClientId.next()), EXAMPLE)).hasStatus(403);
    }

    @Test
    void showsTheProtocolToStaffOnly() {
        assertThat(mvc.get().uri("/api/v1/aftercare/protocol").with(desk().basic()))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.version", version -> version.assertThat().isEqualTo(1))
                .hasPathSatisfying(
                        "$.sources.S3",
                        title -> title.assertThat().isEqualTo("Why Your Back Pain Returns After Massage"))
                .hasPathSatisfying(
                        "$.items[*].item",
                        items -> items.assertThat().asArray().contains("rest-and-sleep", "epsom-bath"));
        assertThat(mvc.get()
                        .uri("/api/v1/aftercare/protocol")
                        .with(client(ClientId.next()).basic()))
                .hasStatus(403);
    }

    private MvcTestResult preview(Person who, String body) {
        return mvc.post()
                .uri("/api/v1/aftercare/preview")
                .with(who.basic())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
