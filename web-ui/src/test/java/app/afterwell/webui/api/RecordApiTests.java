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
import app.afterwell.webui.audit.AuditLog;
import app.afterwell.webui.shell.ApprovedProtocol;
import app.afterwell.webui.shell.Riverside;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import testsupport.TestActor;

/** What stays of a visit, by HTTP: addenda, versions, the chart, documents, and who may have them. */
class RecordApiTests extends ApiTests {

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

    @Autowired
    AuditLog audit;

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
        ApprovedProtocol.ensure(drafts, protocols);
        TestActor.owner().run(() -> {
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

    private MvcTestResult delete(Person who, String address) {
        return mvc.delete().uri(address).with(who.basic()).exchange();
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

    private static final String ADDENDUM = "{\"reason\": \"Forgotten\", \"text\": \"She fell in May & <rested>.\"}";
    private static final String REASON = "{\"reason\": \"She rang, and Maya is on leave this week.\"}";

    private List<String> audited() {
        return TestActor.owner().call(() -> audit.of(marta)).stream()
                .map(AuditLog.Entry::action)
                .toList();
    }

    @Test
    void aSignedNoteIsAddedToAmendedAndKeptInAllItsVersions() {
        var first = sign(save(0, "The left one."));
        var hash = read(first, "$.note.signature.hash");

        assertThat(post(therapist, note() + "/addenda", ADDENDUM))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("addenda[0].text", it -> assertThat(it).isEqualTo("She fell in May & <rested>."))
                .hasPathSatisfying("signature.hash", it -> assertThat(it).isEqualTo(hash));
        assertThat(post(therapist, note() + "/addenda", "{\"reason\": \"\"}")).hasStatus(422);

        var begun = post(therapist, note() + "/amendments", "{\"reason\": \"It was the other one.\"}");
        assertThat(begun)
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("revision", it -> assertThat(it).isEqualTo(2))
                .hasPathSatisfying("amendment.reason", it -> assertThat(it).isEqualTo("It was the other one."));
        assertThat(delete(therapist, note() + "/amendments")).hasStatus(204);
        assertThat(get(therapist, note())).bodyJson().extractingPath("revision").isEqualTo(1);

        var again = post(therapist, note() + "/amendments", "{\"reason\": \"It was the other one.\"}");
        var saved = save(Integer.parseInt(read(again, "$.version")), "The right one.");
        assertThat(sign(saved)).hasStatusOk();

        assertThat(get(therapist, note() + "/versions/1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("text.subjective", it -> assertThat(it).isEqualTo("The left one."))
                .hasPathSatisfying("signature.hash", it -> assertThat(it).isEqualTo(hash))
                .hasPathSatisfying("versions", it -> it.assertThat().asArray().hasSize(2));
        assertThat(get(therapist, note() + "/versions/3")).hasStatus(404);
        assertThat(audited()).contains("note.read", "note.sign", "note.addendum", "note.amend", "note.amend.drop");
    }

    @Test
    void aDraftHasNoAddendaAndNoVersions() {
        save(0, "Tight.");
        assertThat(post(therapist, note() + "/addenda", ADDENDUM))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("note-not-signed");
        assertThat(post(therapist, note() + "/amendments", "{\"reason\": \"Why\"}"))
                .hasStatus(409);
        assertThat(get(therapist, note() + "/versions/1")).hasStatus(404);
        assertThat(get(therapist, note() + "/pdf")).hasStatus(404);
    }

    @Test
    void theChartIsReadSearchedAndTakenAlong() throws IOException {
        sign(save(0, "She fell off a ladder & rested <well>."));
        post(therapist, note() + "/addenda", ADDENDUM);

        assertThat(get(therapist, "/api/v1/clients/" + marta + "/chart?size=1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("visits[0].note.status", it -> assertThat(it).isEqualTo("SIGNED"));
        assertThat(get(therapist, "/api/v1/clients/" + marta + "/chart/search?q=ladd"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("[0].revision", it -> assertThat(it).isEqualTo(1));

        var paper = get(therapist, note() + "/pdf");
        assertThat(paper).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        try (var document = Loader.loadPDF(paper.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Session note, Marta Silva",
                            "Riverside",
                            "She fell off a ladder & rested <well>.",
                            "She fell in May & <rested>.",
                            "Page 1 of 1",
                            "Signed by");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle()).contains("Marta Silva");
        }
        var chart = get(therapist, "/api/v1/clients/" + marta + "/chart/pdf");
        assertThat(chart).hasStatusOk();
        try (var document = Loader.loadPDF(chart.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Chart, Marta Silva", "1 signed version");
        }
        assertThat(audited()).contains("chart.read", "chart.search", "note.export", "chart.export");
    }

    @Test
    void aReasonOpensARecordToBeReadAndTheOwnerSeesIt() {
        sign(save(0, "Mine."));
        var colleague = therapist(PractitionerId.next());
        assertThat(get(colleague, note())).hasStatus(403);
        assertThat(post(colleague, "/api/v1/clients/" + marta + "/break-glass", "{\"reason\": \"So\"}"))
                .hasStatus(422);
        assertThat(post(colleague, "/api/v1/clients/" + marta + "/break-glass", REASON))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("ground")
                .isEqualTo("BROKE_GLASS");
        assertThat(get(colleague, note())).hasStatusOk();
        assertThat(post(colleague, note() + "/addenda", ADDENDUM)).hasStatus(403);
        assertThat(get(owner(), "/api/v1/break-glass"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("[0].reason")
                .isEqualTo("She rang, and Maya is on leave this week.");
    }

    @Test
    void theOwnerAsksWhetherAllIsAsItWasSigned() {
        sign(save(0, "Mine."));
        assertThat(post(owner(), "/api/v1/integrity", ""))
                .hasStatusOk()
                .bodyJson()
                .hasPath("findings");
        assertThat(get(owner(), "/api/v1/integrity")).hasStatusOk();
        for (var who : List.of(desk(), therapist, client)) {
            assertThat(get(who, "/api/v1/integrity")).hasStatus(403);
            assertThat(post(who, "/api/v1/integrity", "")).hasStatus(403);
            assertThat(get(who, "/api/v1/break-glass")).hasStatus(403);
        }
    }

    @Test
    void everyDoorIsShutToOthers() {
        var plan = read(sign(save(0, "Mine.")), "$.plan.id");
        clock.advance(Duration.ofHours(20));
        var task = read(post(client, "/api/v1/plans/" + plan + "/check-ins", """
                        {"pain": 4, "areas": [], "symptoms": ["NEW_NUMBNESS"], "done": [], "note": null}"""), "$.task");
        var chart = "/api/v1/clients/" + marta + "/chart";
        for (var who : List.of(desk(), owner(), client, therapist(PractitionerId.next()))) {
            assertThat(post(who, note() + "/addenda", ADDENDUM)).hasStatus(403);
            assertThat(post(who, note() + "/amendments", "{\"reason\": \"Why\"}"))
                    .hasStatus(403);
            assertThat(delete(who, note() + "/amendments")).hasStatus(403);
            assertThat(get(who, note() + "/versions/1")).hasStatus(403);
            assertThat(get(who, note() + "/pdf")).hasStatus(403);
            assertThat(get(who, chart)).hasStatus(403);
            assertThat(get(who, chart + "/search?q=mine")).hasStatus(403);
            assertThat(get(who, chart + "/pdf")).hasStatus(403);
            assertThat(post(who, "/api/v1/plans/" + plan + "/resume", "")).hasStatus(403);
        }
        for (var who : List.of(desk(), owner(), client)) {
            assertThat(post(who, "/api/v1/clients/" + marta + "/break-glass", REASON))
                    .hasStatus(403);
        }
        for (var who : List.of(owner(), client)) {
            assertThat(post(who, "/api/v1/tasks/" + task + "/claim", "")).hasStatus(403);
        }
        for (var who : List.of(desk(), owner(), therapist)) {
            assertThat(delete(who, "/api/v1/plans/" + plan + "/items/hydrate/ticks/0"))
                    .hasStatus(403);
        }
        assertThat(delete(client(ClientId.next()), "/api/v1/plans/" + plan + "/items/hydrate/ticks/0"))
                .hasStatus(404);
        assertThat(mvc.get().uri(chart)).hasStatus(401);
    }
}
