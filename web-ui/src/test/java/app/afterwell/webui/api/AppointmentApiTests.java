package app.afterwell.webui.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.BookingRules;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.CalendarFeeds;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Money;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.booking.WorkingSpan;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.intake.ClientDetails;
import app.afterwell.intake.Clients;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import testsupport.TestActor;

class AppointmentApiTests extends ApiTests {

    private static final String APPOINTMENTS = "/api/v1/appointments";

    @Autowired
    BookingImport bookingImport;

    @Autowired
    Clients clients;

    @Autowired
    Calendar calendar;

    @Autowired
    CalendarFeeds feeds;

    private final LocationId location = LocationId.next();
    private final RoomId room = RoomId.next();
    private final PractitionerId maya = PractitionerId.next();
    private final String code = UUID.randomUUID().toString();
    private ClientId ann = ClientId.next();
    private Person desk = new Person("", TestActor.desk());

    /** Maya works every day from 9 to 17 in the one room of a place in New York; a massage takes an hour. */
    @BeforeEach
    void openAClinic() {
        var days = Arrays.asList(DayOfWeek.values());
        TestActor.owner()
                .run(() -> bookingImport.directory(
                        List.of(new LocationInfo(
                                location,
                                0,
                                code,
                                "Harbour",
                                ZoneId.of("America/New_York"),
                                "US",
                                "+1 212 555 0100",
                                "2 Pier",
                                days.stream()
                                        .map(day -> new WeeklySpan(day, LocalTime.of(8, 0), LocalTime.of(20, 0)))
                                        .toList(),
                                BookingRules.usual(),
                                true)),
                        List.of(new RoomInfo(room, 0, location, "Pier", 1, 0, true)),
                        List.of(new PractitionerInfo(
                                maya,
                                0,
                                "Maya",
                                days.stream()
                                        .map(day -> new WorkingSpan(
                                                location, day, LocalTime.of(9, 0), LocalTime.of(17, 0), room))
                                        .toList(),
                                List.of(),
                                null,
                                true)),
                        List.of(new ServiceInfo(
                                ServiceId.next(),
                                0,
                                code,
                                "Massage",
                                "",
                                60,
                                0,
                                0,
                                new Money(12000, "USD"),
                                true,
                                true,
                                Set.of(maya),
                                Set.of(room)))));
        desk = desk();
        ann = someClient();
    }

    private ClientId someClient() {
        return TestActor.desk()
                .call(() -> clients.add(new ClientDetails(
                        "Ann Archer", null, null, null, null, ZoneId.of("America/New_York"), Locale.US)));
    }

    private String massage(ClientId client, String start, String more) {
        return """
                {"client": "%s", "service": "%s", "practitioner": "%s", "start": "%s"%s}
                """.formatted(client, code, maya, start, more);
    }

    private MvcTestResult post(Person who, String address, String body) {
        return mvc.post()
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

    private MvcTestResult get(Person who, String address) {
        return mvc.get().uri(address).with(who.basic()).exchange();
    }

    private String book(Person who, String start) {
        var booked = post(who, APPOINTMENTS, massage(ann, start, ""));
        assertThat(booked).hasStatus(201);
        var address = booked.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(address).isNotNull();
        return String.valueOf(address);
    }

    private static void assertProblem(MvcTestResult result, int status, String problem) {
        assertThat(result)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo(problem);
    }

    private static void assertField(MvcTestResult result, String field, String fieldCode) {
        assertThat(result)
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("errors[0].field", it -> assertThat(it).isEqualTo(field))
                .hasPathSatisfying("errors[0].code", it -> assertThat(it).isEqualTo(fieldCode));
    }

    @Test
    void everybodyReadsTheDirectory() {
        for (var who : List.of(desk, client(ann), therapist(maya), owner())) {
            assertThat(get(who, "/api/v1/locations?size=200"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("items[?(@.code=='" + code + "')].zone")
                    .asArray()
                    .containsExactly("America/New_York");
            assertThat(get(who, "/api/v1/services?size=200"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("items[?(@.code=='" + code + "')].price.minor")
                    .asArray()
                    .containsExactly(12000);
            assertThat(get(who, "/api/v1/practitioners?size=200"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("items[?(@.id=='" + maya + "')].services[0]")
                    .asArray()
                    .containsExactly(code);
        }
        assertThat(mvc.get().uri("/api/v1/services")).hasStatus(401);
        assertField(get(desk, "/api/v1/services?size=201"), "size", "max");
    }

    @Test
    void offersFreeTimesWithTheLocationsOffset() {
        book(desk, "2026-11-24T09:00:00-05:00");

        var free =
                get(desk, "/api/v1/availability?service=" + code + "&from=2026-11-24&to=2026-11-24&location=" + code);

        assertThat(free)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("zone", it -> assertThat(it).isEqualTo("America/New_York"))
                .hasPathSatisfying("slots[0].start", it -> assertThat(it).isEqualTo("2026-11-24T10:00:00-05:00"))
                .hasPathSatisfying("slots[0].end", it -> assertThat(it).isEqualTo("2026-11-24T11:00:00-05:00"))
                .hasPathSatisfying(
                        "slots[0].practitioner.name", it -> assertThat(it).isEqualTo("Maya"))
                .hasPathSatisfying("slots[0].room.id", it -> assertThat(it).isEqualTo(room.toString()));
        assertThat(get(
                        desk,
                        "/api/v1/availability?service=" + code + "&from=2026-11-24&to=2026-11-24&practitioner=" + maya))
                .hasStatusOk();
        assertProblem(
                get(desk, "/api/v1/availability?service=nothing&from=2026-11-24&to=2026-11-24"), 422, "unknown-code");
        assertField(get(desk, "/api/v1/availability?service=" + code + "&from=2026-11-24"), "to", "required");
        assertField(get(desk, "/api/v1/availability?service=" + code + "&from=tomorrow&to=2026-11-24"), "from", "type");
    }

    @Test
    void theDeskBooksMovesAndCancels() {
        var address = book(desk, "2026-11-24T10:00:00-05:00");
        assertThat(get(desk, address))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("status", it -> assertThat(it).isEqualTo("BOOKED"))
                .hasPathSatisfying("client.name", it -> assertThat(it).isEqualTo("Ann Archer"))
                .hasPathSatisfying("end", it -> assertThat(it).isEqualTo("2026-11-24T11:00:00-05:00"));

        assertThat(patch(desk, address, "{\"version\": 0, \"start\": \"2026-11-24T19:00:00Z\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("version", it -> assertThat(it).isEqualTo(1))
                .hasPathSatisfying("start", it -> assertThat(it).isEqualTo("2026-11-24T14:00:00-05:00"));
        assertProblem(
                patch(desk, address, "{\"version\": 0, \"start\": \"2026-11-24T20:00:00Z\"}"), 409, "stale-version");
        assertField(post(desk, address + "/cancel", "{\"reason\": \" \"}"), "reason", "required");
        assertThat(post(desk, address + "/cancel", "{\"reason\": \"Has a cold\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("CANCELLED");
    }

    @Test
    void statusFollowsTheTableFromItsOwnDayOn() {
        var address = book(desk, "2026-11-24T10:00:00-05:00");

        assertThat(post(desk, address + "/status", "{\"status\": \"CONFIRMED\"}"))
                .hasStatusOk();
        assertField(post(desk, address + "/status", "{\"status\": \"ARRIVED\"}"), "status", "too-early");
        assertProblem(post(desk, address + "/status", "{\"status\": \"LOST\"}"), 422, "unknown-code");
        assertField(post(desk, address + "/status", "{}"), "status", "required");
        clock.set(Instant.parse("2026-11-24T05:00:00Z"));
        assertThat(post(desk, address + "/status", "{\"status\": \"ARRIVED\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("ARRIVED");
        assertField(post(desk, address + "/status", "{\"status\": \"NO_SHOW\"}"), "status", "not-possible");
    }

    @Test
    void anOverlapIsRefusedUnlessStaffSayWhy() {
        book(desk, "2026-11-24T10:00:00-05:00");
        var other = someClient();

        assertProblem(post(desk, APPOINTMENTS, massage(other, "2026-11-24T10:30:00-05:00", "")), 409, "slot-taken");
        assertField(
                post(desk, APPOINTMENTS, massage(other, "2026-11-24T10:30:00-05:00", ", \"override\": {}")),
                "override.reason",
                "required");
        var override = ", \"override\": {\"reason\": \"Acute pain\"}";
        assertThat(post(desk, APPOINTMENTS, massage(other, "2026-11-24T10:30:00-05:00", override)))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("forced", it -> assertThat(it).isEqualTo(true))
                .hasPathSatisfying("override.reason", it -> assertThat(it).isEqualTo("Acute pain"));
        assertField(
                post(desk, APPOINTMENTS, massage(other, "2026-11-24T18:00:00-05:00", "")), "start", "outside-hours");
        assertThat(post(desk, APPOINTMENTS, massage(other, "2026-11-24T18:00:00-05:00", override)))
                .hasStatus(201);
        assertProblem(
                post(client(ann), APPOINTMENTS, massage(ann, "2026-11-24T10:30:00-05:00", override)), 403, "forbidden");
    }

    @Test
    void aClientBooksOnlyForThemselvesAndSeesOnlyTheirOwn() {
        var me = client(ann);
        var mine = book(me, "2026-11-25T10:00:00-05:00");
        var other = someClient();
        var notMine = post(desk, APPOINTMENTS, massage(other, "2026-11-25T12:00:00-05:00", ""))
                .getResponse()
                .getHeader(HttpHeaders.LOCATION);

        assertProblem(post(me, APPOINTMENTS, massage(other, "2026-11-25T14:00:00-05:00", "")), 403, "forbidden");
        assertField(post(me, APPOINTMENTS, massage(ann, "2026-11-25T14:07:00-05:00", "")), "start", "not-offered");
        assertThat(get(me, mine)).hasStatusOk();
        assertThat(get(me, notMine)).hasStatus(404);
        assertThat(patch(me, notMine, "{\"version\": 0, \"start\": \"2026-11-25T15:00:00-05:00\"}"))
                .hasStatus(404);
        assertThat(post(me, notMine + "/cancel", "{\"reason\": \"Not mine\"}")).hasStatus(404);
        assertThat(get(me, APPOINTMENTS + "?from=2026-11-25&to=2026-11-25"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("total", it -> assertThat(it).isEqualTo(1))
                .hasPathSatisfying("items[0].client.id", it -> assertThat(it).isEqualTo(ann.toString()));
        assertThat(get(me, APPOINTMENTS + "?client=" + other)).hasStatus(403);
        assertThat(post(me, mine + "/status", "{\"status\": \"ARRIVED\"}")).hasStatus(403);
        assertThat(post(me, mine + "/cancel", "{\"reason\": \"Has a cold\"}")).hasStatusOk();
        assertThat(post(owner(), APPOINTMENTS, massage(ann, "2026-11-25T14:00:00-05:00", "")))
                .hasStatus(403);
    }

    @Test
    void listsAreByDateOfTheLocationAndInPages() {
        book(desk, "2026-11-24T09:00:00-05:00");
        book(desk, "2026-11-24T16:00:00-05:00");
        book(desk, "2026-11-25T09:00:00-05:00");

        assertThat(get(desk, APPOINTMENTS + "?from=2026-11-24&to=2026-11-24&practitioner=" + maya))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(2);
        assertThat(get(
                        desk,
                        APPOINTMENTS + "?from=2026-11-24T21:00:00Z&to=2026-11-25T14:00:01Z&client=" + ann
                                + "&page=1&size=1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("total", it -> assertThat(it).isEqualTo(2))
                .hasPathSatisfying("items[0].start", it -> assertThat(it).isEqualTo("2026-11-25T09:00:00-05:00"));
        assertField(get(desk, APPOINTMENTS + "?from=soon"), "from", "type");
    }

    @Test
    void badInputIsAnsweredAtItsField() {
        assertThat(post(desk, APPOINTMENTS, "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder("client", "service", "start");
        assertField(
                post(desk, APPOINTMENTS, massage(ClientId.next(), "2026-11-24T10:00:00-05:00", "")),
                "client",
                "unknown");
        assertField(post(desk, APPOINTMENTS, massage(ann, "2026-11-21T10:00:00-05:00", "")), "start", "past");
        assertThat(post(desk, APPOINTMENTS, massage(ann, "2026-11-24T10:00", "")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("start");
        assertThat(get(desk, APPOINTMENTS + "/" + UUID.randomUUID())).hasStatus(404);
        assertThat(get(desk, APPOINTMENTS + "/nothing")).hasStatus(404);
    }

    @RepeatedTest(5)
    void oneOfManyAtOnceGetsTheSlot() throws Exception {
        Callable<Integer> call = () -> post(desk, APPOINTMENTS, massage(ann, "2026-11-24T10:00:00-05:00", ""))
                .getResponse()
                .getStatus();
        try (var pool = Executors.newFixedThreadPool(50)) {
            var outcomes = pool.invokeAll(Collections.nCopies(200, call)).stream()
                    .map(future -> future.resultNow())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(outcomes).containsOnly(Map.entry(201, 1L), Map.entry(409, 199L));
        }
    }

    @Test
    void whoTakesAnybodyIsGivenWhoIsFree() {
        var body = """
                {"client": "%s", "service": "%s", "start": "2026-11-24T10:00:00-05:00", "location": "%s"}
                """.formatted(ann, code, code);

        assertThat(post(desk, APPOINTMENTS, body))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.practitioner.name")
                .isEqualTo("Maya");
        assertThat(post(desk, APPOINTMENTS, body)).hasStatus(409);
    }

    @Test
    void aCalendarProgramReadsTheFeedUntilItIsRevoked() throws Exception {
        assertThat(post(desk, APPOINTMENTS, massage(ann, "2026-11-24T10:00:00-05:00", "")))
                .hasStatus(201);
        assertThat(post(desk, APPOINTMENTS, massage(ann, "2027-03-16T10:00:00-04:00", "")))
                .hasStatus(201);
        var cancelled = TestActor.desk().call(() -> {
            var visit = calendar.appointments(AppointmentFilter.of(ann)).items().getLast();
            return calendar.cancel(visit.id(), "Has a cold");
        });
        var token = TestActor.desk().call(() -> feeds.issue(ann));

        var answer = mvc.get().uri("/calendar/" + token + ".ics").exchange();

        assertThat(answer).hasStatus(200).hasContentType("text/calendar;charset=UTF-8");
        var text = answer.getResponse().getContentAsString();
        assertThat(text).doesNotContain("Massage", "cold", "Ann Archer;");
        var read = biweekly.Biweekly.parse(text).first();
        assertThat(read.getEvents()).hasSize(2);
        assertThat(read.getEvents())
                .as("ten o'clock in New York in winter and in summer time")
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactly(Instant.parse("2026-11-24T15:00:00Z"), Instant.parse("2027-03-16T14:00:00Z"));
        assertThat(text)
                .contains(
                        "DTSTART;TZID=America/New_York:20261124T100000",
                        "DTSTART;TZID=America/New_York:20270316T100000");
        var off = read.getEvents().getLast();
        assertThat(off.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(off.getSequence().getValue())
                .isEqualTo((int) cancelled.version())
                .isPositive();

        TestActor.desk().run(() -> feeds.revoke(ann));
        assertThat(mvc.get().uri("/calendar/" + token + ".ics").exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/calendar/guessed.ics").exchange()).hasStatus(404);
    }

    @Test
    void theSameKeyBooksOnce() {
        var key = UUID.randomUUID().toString();
        var body = massage(ann, "2026-11-24T10:00:00-05:00", "");

        var first = keyed(key, body);
        var second = keyed(key, body);

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201);
        assertThat(second.getResponse().getHeader(HttpHeaders.LOCATION))
                .isEqualTo(first.getResponse().getHeader(HttpHeaders.LOCATION));
    }

    private MvcTestResult keyed(String key, String body) {
        return mvc.post()
                .uri(APPOINTMENTS)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(desk.basic())
                .exchange();
    }
}
