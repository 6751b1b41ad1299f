package app.afterwell.webui.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.intake.ClientDetails;
import app.afterwell.intake.Clients;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ClientApiTests extends ApiTests {

    @Autowired
    Clients clients;

    @Test
    void theDeskAddsFindsAndCorrectsAClient() {
        var desk = desk();
        var unique = "Quentin" + UUID.randomUUID().toString().substring(0, 8);
        var added = post(desk, "/api/v1/clients", """
                {"name": "%s Able", "phone": "020 7946 0958", "country": "GB", "zone": "Europe/London"}
                """.formatted(unique));
        assertThat(added).hasStatus(201).bodyJson().extractingPath("phone").isEqualTo("+442079460958");
        var address = added.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(mvc.get().uri(address).with(desk.basic()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("version")
                .isEqualTo(0);
        assertThat(mvc.get()
                        .uri("/api/v1/clients")
                        .param("q", unique.toLowerCase(Locale.ROOT))
                        .with(desk.basic()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items[0].name")
                .isEqualTo(unique + " Able");
        assertThat(patch(desk, address, "{\"version\": 0, \"name\": \"Quentin Baker\", \"phone\": \"\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("name", it -> assertThat(it).isEqualTo("Quentin Baker"))
                .hasPathSatisfying("phone", it -> it.assertThat().isNull());
        assertThat(patch(desk, address, "{\"version\": 0, \"name\": \"Too Late\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("stale-version");
    }

    @Test
    void aClientIsTheirOwnMeAndNobodyElse() {
        var own = someClient();
        var other = someClient();
        var me = client(own);
        assertThat(mvc.get().uri("/api/v1/clients/me").with(me.basic()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("id")
                .isEqualTo(own.toString());
        for (var somebody : new ClientId[] {other, ClientId.next()}) {
            assertThat(mvc.get().uri("/api/v1/clients/" + somebody).with(me.basic()))
                    .hasStatus(404);
            assertThat(mvc.get()
                            .uri("/api/v1/clients/" + somebody + "/safety-profile")
                            .with(me.basic()))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/api/v1/clients").with(me.basic()))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("forbidden");
        assertThat(mvc.get().uri("/api/v1/clients/me").with(desk().basic())).hasStatus(404);
    }

    @Test
    void aSafetyProfileTakesCodesAloneOrInFull() {
        var client = someClient();
        var me = client(client);
        var address = "/api/v1/clients/" + client + "/safety-profile";
        assertThat(mvc.get().uri(address).with(me.basic()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("version")
                .isEqualTo(0);
        var put = put(me, address, """
                {"version": 0, "conditions": ["ANTICOAGULANTS", {"code": "RECENT_SURGERY",
                 "areas": [{"region": "KNEE", "side": "LEFT"}], "since": "2026-08-01"}], "notes": "stairs hurt"}
                """);
        assertThat(put)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("version", it -> assertThat(it).isEqualTo(1))
                .hasPathSatisfying("confirmedOn", it -> assertThat(it).isEqualTo("2026-11-22"))
                .hasPathSatisfying(
                        "conditions[?(@.code=='RECENT_SURGERY')].areas[0].side",
                        it -> it.assertThat().asArray().containsExactly("LEFT"));
        assertThat(put(me, address, "{\"version\": 1, \"conditions\": []}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "conditions[*].pending", it -> it.assertThat().asArray().containsExactly(true, true));
        assertThat(put(me, address, "{\"version\": 1, \"conditions\": []}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("stale-version");
    }

    @Test
    void theDeskAndTheOwnerSeeNoHealthData() {
        var address = "/api/v1/clients/" + someClient() + "/safety-profile";
        for (var nobody : new Person[] {desk(), owner()}) {
            assertThat(mvc.get().uri(address).with(nobody.basic())).hasStatus(403);
            assertThat(put(nobody, address, "{\"version\": 0, \"conditions\": []}"))
                    .hasStatus(403);
        }
    }

    @Test
    void anUnknownCodeIsNamedWhereItStands() {
        var client = someClient();
        var address = "/api/v1/clients/" + client + "/safety-profile";
        for (var code : new String[] {"\"LYCANTHROPY\"", "{\"code\": \"LYCANTHROPY\"}"}) {
            assertThat(put(client(client), address, "{\"version\": 0, \"conditions\": [\"DIABETES\", " + code + "]}"))
                    .hasStatus(422)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .hasPathSatisfying("code", it -> assertThat(it).isEqualTo("unknown-code"))
                    .hasPathSatisfying(
                            "errors[0].field", it -> it.assertThat().asString().startsWith("conditions[1]"))
                    .hasPathSatisfying(
                            "errors[0].message",
                            it -> it.assertThat().asString().contains("LYCANTHROPY"));
        }
    }

    @Test
    void badInputIsAnsweredAtItsField() {
        var desk = desk();
        assertThat(post(desk, "/api/v1/clients", "{\"name\": \" \"}"))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("errors[0].field", it -> assertThat(it).isEqualTo("name"))
                .hasPathSatisfying("errors[0].code", it -> assertThat(it).isEqualTo("required"));
        assertThat(post(desk, "/api/v1/clients", "{\"name\": \"A\", \"birthDate\": \"yesterday\"}"))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying("code", it -> assertThat(it).isEqualTo("unreadable"))
                .hasPathSatisfying("errors[0].field", it -> assertThat(it).isEqualTo("birthDate"));
        assertThat(post(desk, "/api/v1/clients", "{\"name\": "))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("unreadable");
        assertThat(post(desk, "/api/v1/clients", "")).hasStatus(400);
        assertThat(mvc.get().uri("/api/v1/clients").param("size", "201").with(desk.basic()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("size");
        assertThat(mvc.get().uri("/api/v1/clients").param("size", "many").with(desk.basic()))
                .hasStatus(422);
        assertThat(mvc.get().uri("/api/v1/clients/nobody").with(desk.basic())).hasStatus(404);
        assertThat(mvc.delete().uri("/api/v1/clients").with(desk.basic()))
                .hasStatus(405)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("method-not-allowed");
        assertThat(mvc.post()
                        .uri("/api/v1/clients")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("A")
                        .with(desk.basic()))
                .hasStatus(415)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aTherapistWhoIsNobodyInTheDirectoryHasNoMe() {
        assertThat(mvc.get().uri("/api/v1/practitioners/me").with(desk().basic()))
                .hasStatus(404);
    }

    @Test
    void aRepeatedPostAnswersAsTheFirstTime() {
        var desk = desk();
        var key = UUID.randomUUID().toString();
        var body = "{\"name\": \"Only Once\"}";
        var first = keyed(desk, key, body);
        var second = keyed(desk, key, body);
        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201);
        assertThat(second.getResponse().getHeader(HttpHeaders.LOCATION))
                .isEqualTo(first.getResponse().getHeader(HttpHeaders.LOCATION));
        assertThat(second.getResponse().getContentAsByteArray())
                .isEqualTo(first.getResponse().getContentAsByteArray());
        assertThat(keyed(desk, key, "{\"name\": \"Another\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("idempotency-key");
        assertThat(keyed(desk(), key, body).getResponse().getHeader(HttpHeaders.LOCATION))
                .isNotEqualTo(first.getResponse().getHeader(HttpHeaders.LOCATION));
    }

    @Test
    void ofManyAtOnceWithOneKeyOneCreates() throws Exception {
        var desk = desk();
        var key = UUID.randomUUID().toString();
        Callable<String> call =
                () -> keyed(desk, key, "{\"name\": \"At Once\"}").getResponse().getHeader(HttpHeaders.LOCATION);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var locations = pool.invokeAll(java.util.Collections.nCopies(6, call)).stream()
                    .map(future -> future.resultNow())
                    .distinct();
            assertThat(locations).hasSize(1);
        }
    }

    @Test
    void whatWasRefusedIsNotRemembered() {
        var desk = desk();
        var key = UUID.randomUUID().toString();
        assertThat(keyed(desk, key, "{\"name\": \"A\", \"email\": \"nowhere\"}"))
                .hasStatus(422);
        assertThat(keyed(desk, key, "{\"name\": \"A\", \"email\": \"a@example.com\"}"))
                .hasStatus(201);
    }

    @Test
    void theDescriptionIsMadeFromTheCode() {
        assertThat(mvc.get().uri("/api/docs"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("openapi", it -> it.assertThat().asString().startsWith("3.1"))
                .hasPath("paths['/api/v1/clients/{id}/safety-profile'].put")
                .hasPathSatisfying(
                        "components.schemas.ClientJson.properties.id.format",
                        it -> assertThat(it).isEqualTo("uuid"));
        assertThat(mvc.get().uri("/api/docs").accept(MediaType.TEXT_HTML)).hasRedirectedUrl("/api/docs/page");
    }

    @Test
    void whatTheDatabaseCannotHoldIsRefusedWithoutAnAlarm() {
        assertThat(post(desk(), "/api/v1/clients", "{\"name\": \"zero \\u0000 byte\"}"))
                .hasStatus(422);
        assertThat(keyed(desk(), UUID.randomUUID().toString(), "{\"name\": \"zero \\u0000 byte\"}"))
                .hasStatus(422);
    }

    @Test
    void aTherapistReadsOnlyThoseTheyTreat() {
        var address = "/api/v1/clients/" + someClient() + "/safety-profile";
        assertThat(mvc.get().uri(address).with(therapist(PractitionerId.next()).basic()))
                .hasStatus(403);
    }

    private ClientId someClient() {
        return desk().actor()
                .call(() -> clients.add(new ClientDetails(
                        "Ruth Ellison", null, null, null, null, ZoneId.of("Europe/London"), Locale.UK)));
    }

    private MvcTestResult post(Person who, String address, String body) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who.basic())
                .exchange();
    }

    private MvcTestResult keyed(Person who, String key, String body) {
        return mvc.post()
                .uri("/api/v1/clients")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who.basic())
                .exchange();
    }

    private MvcTestResult put(Person who, String address, String body) {
        return mvc.put()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who.basic())
                .exchange();
    }

    private MvcTestResult patch(Person who, String address, String body) {
        return mvc.patch()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who.basic())
                .exchange();
    }
}
