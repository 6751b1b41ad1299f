package app.afterwell.webui.api;

import static app.afterwell.webui.shell.Riverside.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.ImportedAppointment;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.ClientImport;
import app.afterwell.intake.ImportedClient;
import app.afterwell.intake.ImportedClient.ImportedProfile;
import app.afterwell.webui.shell.ApprovedProtocol;
import app.afterwell.webui.shell.Riverside;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import testsupport.TestActor;

/** From the note over the plan and the answer to the task, by HTTP. */
class CareApiTests extends ApiTests {

    private static final String STRUCTURED = """
            {"minutes": 60, "painBefore": 6, "painAfter": 3, "goals": ["TRAINING_RECOVERY"], "picks": [],
             "areas": [{"region": "HAMSTRINGS", "side": "LEFT", "findings": ["TIGHTNESS"],
                        "techniques": ["DEEP_TISSUE"], "pressure": 3}]}""";

    @Autowired
    BookingImport booking;

    @Autowired
    ClientImport clients;

    @Autowired
    Protocols protocols;

    @Autowired
    ProtocolDrafts drafts;

    private final PractitionerId maya = PractitionerId.next();
    private final ClientId marta = ClientId.next();
    private final AppointmentId visit = AppointmentId.next();
    private Person therapist;
    private Person client;

    @BeforeEach
    void aVisitIsJustOver() {
        var location = LocationId.next();
        var service = ServiceId.next();
        var code = UUID.randomUUID().toString();
        TestActor.owner().run(() -> {
            ApprovedProtocol.ensure(drafts, protocols);
            booking.directory(
                    List.of(Riverside.location(location, code, List.of())),
                    List.of(),
                    List.of(new PractitionerInfo(maya, 0, "Maya", List.of(), List.of(), null, true)),
                    List.of(Riverside.anHour(service, code, "Deep tissue 60", Set.of(maya), Set.of())));
            clients.add(List.of(new ImportedClient(
                    marta,
                    "Marta Silva",
                    null,
                    "+441632960001",
                    null,
                    LONDON,
                    Locale.UK,
                    START,
                    new ImportedProfile(LocalDate.parse("2026-11-01"), List.of(), ""))));
            booking.appointments(List.of(new ImportedAppointment(
                    visit,
                    marta,
                    service,
                    maya,
                    location,
                    null,
                    TimeSlot.of(START.minus(Duration.ofHours(2)), Duration.ofHours(1)),
                    VisitStatus.IN_SESSION,
                    null,
                    START.minus(Duration.ofDays(3)))));
        });
        therapist = therapist(maya);
        client = client(marta);
    }

    private String note() {
        return "/api/v1/sessions/" + visit + "/note";
    }

    private MvcTestResult put(Person who, String address, String body) {
        return mvc.put()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who.basic())
                .exchange();
    }

    private MvcTestResult post(Person who, String address, String body) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who.basic())
                .exchange();
    }

    private MvcTestResult get(Person who, String address) {
        return mvc.get().uri(address).with(who.basic()).exchange();
    }

    private MvcTestResult save(int version, String subjective) {
        return put(therapist, note(), """
                {"version": %d, "structured": %s, "text": {"subjective": "%s"}}
                """.formatted(version, STRUCTURED, subjective));
    }

    private static String read(MvcTestResult result, String path) {
        try {
            return String.valueOf(JsonPath.<Object>read(result.getResponse().getContentAsString(), path));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult sign(MvcTestResult saved) {
        return post(therapist, note() + "/sign", """
                {"version": %s, "digest": "%s", "decisions": []}
                """.formatted(read(saved, "$.version"), read(saved, "$.digest")));
    }

    @Test
    void theWholeWayFromTheNoteToTheTask() {
        assertThat(get(therapist, note()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("version")
                .isEqualTo(0);
        var saved = save(0, "Tight since the hill walk.");
        assertThat(saved)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("version", it -> assertThat(it).isEqualTo(1))
                .hasPathSatisfying("status", it -> assertThat(it).isEqualTo("DRAFT"))
                .hasPathSatisfying(
                        "structured.areas[0].region", it -> assertThat(it).isEqualTo("HAMSTRINGS"))
                .hasPathSatisfying("text.subjective", it -> assertThat(it).isEqualTo("Tight since the hill walk."))
                .hasPath("plan.offered[0].item");

        var signed = sign(saved);
        assertThat(signed)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("note.status", it -> assertThat(it).isEqualTo("SIGNED"))
                .hasPathSatisfying(
                        "plan.checkIns", it -> it.assertThat().asArray().hasSize(3))
                .hasPath("plan.withheld")
                .hasPath("tasks");
        var plan = read(signed, "$.plan.id");
        assertThat(read(sign(saved), "$.plan.id")).isEqualTo(plan);

        assertThat(get(client, "/api/v1/clients/" + marta + "/plans"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items[0].id")
                .isEqualTo(plan);
        assertThat(get(client, "/api/v1/plans/" + plan))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("staff", it -> it.assertThat().isNull())
                .hasPathSatisfying("state", it -> assertThat(it).isEqualTo("OPEN"));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(post(client, "/api/v1/plans/" + plan + "/items/hydrate/ticks", "{\"day\": 0}"))
                    .hasStatus2xxSuccessful();
        }

        clock.advance(Duration.ofHours(23));
        var answered = post(client, "/api/v1/plans/" + plan + "/check-ins", """
                {"pain": 4, "areas": [{"region": "FOOT", "side": "LEFT"}], "symptoms": ["NEW_NUMBNESS"],
                 "done": ["hydrate"], "note": "Since this morning."}""");
        assertThat(answered)
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("outcome", it -> assertThat(it).isEqualTo("URGENT"))
                .hasPathSatisfying("guidance", it -> it.assertThat().asArray().isNotEmpty())
                .hasPathSatisfying("paused", it -> assertThat(it).isEqualTo(true));
        var task = read(answered, "$.task");

        var desk = desk();
        assertThat(get(desk, "/api/v1/tasks/" + task))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("title", it -> assertThat(it).isEqualTo("Ring Marta Silva"))
                .hasPathSatisfying("detail", it -> it.assertThat().isNull());
        assertThat(get(therapist, "/api/v1/tasks?status=OPEN&client=" + marta))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("items[0].id", it -> assertThat(it).isEqualTo(task))
                .hasPathSatisfying(
                        "items[0].detail.symptoms[0]", it -> assertThat(it).isEqualTo("NEW_NUMBNESS"));
        assertThat(get(desk, "/api/v1/tasks/" + task))
                .bodyJson()
                .extractingPath("title")
                .isEqualTo("Ring Marta Silva");
        assertThat(get(desk, "/api/v1/tasks?urgency=URGENT&unclaimed=true&role=DESK&client=" + marta))
                .bodyJson()
                .extractingPath("items[0].words[0]")
                .asString()
                .startsWith("Hello Marta, this is the clinic.");
        assertThat(get(desk, "/api/v1/tasks?urgency=TODAY&client=" + marta))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(0);
        assertThat(post(therapist, "/api/v1/tasks/" + task + "/comments", "{\"text\": \"Big toe\"}"))
                .hasStatusOk();
        assertThat(get(desk, "/api/v1/tasks/" + task + "/history"))
                .bodyText()
                .contains("COMMENTED")
                .doesNotContain("Big toe");
        assertThat(post(desk, "/api/v1/tasks/" + task + "/snooze", "{\"until\": \"2027-01-01T09:00:00Z\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("snooze-time");
        assertThat(post(
                        desk,
                        "/api/v1/tasks/" + task + "/hand-over",
                        "{\"role\": \"THERAPIST\", \"word\": \"Please\"}"))
                .bodyJson()
                .extractingPath("assignedRole")
                .isEqualTo("THERAPIST");
        assertThat(post(desk, "/api/v1/tasks/" + task + "/claim", "{}")).hasStatusOk();
        assertThat(post(desk, "/api/v1/tasks/" + task + "/release", "{}"))
                .bodyJson()
                .extractingPath("claimedBy")
                .isNull();
        assertThat(post(desk, "/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"reached\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("DONE");
        assertThat(post(therapist, "/api/v1/plans/" + plan + "/resume", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("OPEN");
    }

    @Test
    void aLateSaveIsAConflictAndItsTextIsKept() {
        save(0, "First.");
        save(1, "Second.");

        assertThat(save(1, "Late."))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("stale-version");
        assertThat(get(therapist, note()))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("text.subjective", it -> assertThat(it).isEqualTo("Second."))
                .hasPathSatisfying(
                        "copies[0].text.subjective", it -> assertThat(it).isEqualTo("Late."));
    }

    @Test
    void badInputIsNamedByItsField() {
        assertThat(put(therapist, note(), """
                        {"version": 0, "structured": {"areas": [{"region": "ELBOW", "side": "LEFT"}]}}"""))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("code", it -> assertThat(it).isEqualTo("unknown-code"))
                .hasPathSatisfying("errors[0].field", it -> assertThat(it).isEqualTo("structured.areas[0].region"));
        assertThat(put(therapist, note(), """
                        {"version": 0, "structured": {"painBefore": 11, "picks": []}}"""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("structured.painBefore");
        assertThat(put(therapist, note(), """
                        {"version": 0, "structured": {"picks": ["no-such-item"]}}"""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("unknown-code");
        assertThat(post(therapist, note() + "/sign", "{\"version\": 1}")).hasStatus(422);
        assertThat(post(client, "/api/v1/plans/" + UUID.randomUUID() + "/check-ins", "{\"pain\": 11}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("pain");
    }

    @Test
    void othersAreRefused() {
        var saved = save(0, "Mine.");
        var plan = read(sign(saved), "$.plan.id");
        var stranger = client(ClientId.next());
        var otherTherapist = therapist(PractitionerId.next());

        assertThat(mvc.get().uri(note())).hasStatus(401);
        assertThat(get(desk(), note())).hasStatus(403);
        assertThat(get(otherTherapist, note())).hasStatus(403);
        assertThat(get(client, note())).hasStatus(403);
        assertThat(get(stranger, "/api/v1/plans/" + plan)).hasStatus(404);
        assertThat(get(stranger, "/api/v1/clients/" + marta + "/plans")).hasStatus(404);
        assertThat(post(stranger, "/api/v1/plans/" + plan + "/check-ins", "{\"pain\": 1}"))
                .hasStatus(404);
        assertThat(get(desk(), "/api/v1/plans/" + plan)).hasStatus(403);
        assertThat(get(client, "/api/v1/tasks")).hasStatus(403);
        assertThat(get(owner(), "/api/v1/tasks")).hasStatus(403);
    }
}
