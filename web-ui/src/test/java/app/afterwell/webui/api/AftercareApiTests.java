package app.afterwell.webui.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
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
