package app.afterwell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.BookingImport;
import app.afterwell.booking.ImportedAppointment;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.ClientImport;
import app.afterwell.intake.ImportedClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.TestActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs notes over HTTP while the application is killed at random moments and started again. {@code
 * -Dafterwell.signs=1000 -Dafterwell.kills=40} makes a long run of it.
 */
@LiveClinic
class KilledWhileSigningIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledWhileSigningIT.class);
    private static final int SIGNS = Integer.getInteger("afterwell.signs", 60);
    private static final int KILLS = Integer.getInteger("afterwell.kills", 4);
    private static final int HANDS = 3;
    private static final int RECENT = 96;
    private static final int A_NIGHT = 8;
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration APART = Duration.ofMinutes(45);
    private static final long SEED = Long.getLong("afterwell.seed", 20_261_122L);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String NOTE = """
            {"version": %d,
             "structured": {"minutes": 10, "painBefore": 6, "painAfter": 3, "goals": [], "picks": [],
               "areas": [{"region": "HAMSTRINGS", "side": "LEFT", "findings": ["TIGHTNESS"],
                          "techniques": ["DEEP_TISSUE"], "pressure": 3}]},
             "text": {"subjective": "Tight since the walk.", "objective": "", "assessment": "", "plan": ""}}""";

    @Autowired
    BookingImport booking;

    @Autowired
    ClientImport clients;

    @Autowired
    JdbcClient sql;

    @Autowired
    JdbcConnectionDetails database;

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Queue<AppointmentId> toSign = new ConcurrentLinkedQueue<>();
    private final AtomicInteger signed = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean failed;

    @Test
    void aSignatureIsThereWithItsPlanOrNotAtAll() throws Exception {
        var visits = visits();
        toSign.addAll(visits);
        try (var application = new ApplicationProcess(
                        folder,
                        "--afterwell.demo=true",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
                var hands = Executors.newFixedThreadPool(HANDS + 1)) {
            var work = new ArrayList<Future<?>>();
            for (int hand = 0; hand < HANDS; hand++) {
                work.add(hands.submit(() -> sign(application)));
            }
            work.add(hands.submit(() -> killNowAndThen(application)));
            for (var one : work) {
                await(one);
            }
            LOG.info(
                    "{} notes signed, {} kills, {} signatures cut off, {} of them kept by the database",
                    signed.get(),
                    KILLS,
                    cut.get(),
                    kept.get());
            eachIsWhole(visits);
            everybodyWasTold(visits);
        }
    }

    private void await(Future<?> work) throws Exception {
        try {
            work.get();
        } catch (ExecutionException e) {
            failed = true;
            throw e;
        }
    }

    private void eachIsWhole(List<AppointmentId> visits) {
        assertThat(number("""
                        select count(*) from (select appointment_id from session_note
                        where appointment_id = any(:ids::uuid[]) group by appointment_id
                        having count(*) filter (where status = 'SIGNED') = 1 and count(*) = 1) one
                        """, visits)).as("visits with one signed note").isEqualTo(visits.size());
        assertThat(number("""
                        select count(*) from session_note n where appointment_id = any(:ids::uuid[])
                        and status = 'SIGNED' and not exists (
                            select 1 from aftercare_plan p where p.id = n.plan_id and p.note_id = n.id)
                        """, visits)).as("signed notes without a plan").isZero();
        assertThat(number("""
                        select count(*) from aftercare_plan p where appointment_id = any(:ids::uuid[])
                        and not exists (select 1 from session_note n
                            where n.id = p.note_id and n.plan_id = p.id and n.status = 'SIGNED')
                        """, visits)).as("plans without a signed note").isZero();
        assertThat(number("select count(*) from aftercare_plan where appointment_id = any(:ids::uuid[])", visits))
                .as("plans")
                .isEqualTo(visits.size());
        assertThat(number("""
                        select count(*) from (select cause_key from staff_task
                        where appointment_id = any(:ids::uuid[]) group by cause_key having count(*) > 1) twice
                        """, visits)).as("tasks that are there twice").isZero();
        assertThat(number("""
                        select count(*) from (select c.plan_id, c.after_hours from check_in c
                        join aftercare_plan p on p.id = c.plan_id where p.appointment_id = any(:ids::uuid[])
                        group by c.plan_id, c.after_hours having count(*) > 1) twice
                        """, visits)).as("check-ins that are there twice").isZero();
    }

    /** What a signature owes the rest of the house arrives, however often it was cut off. */
    private void everybodyWasTold(List<AppointmentId> visits) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(number(
                                "select count(*) from calendar_entry where id = any(:ids::uuid[]) and status = 'COMPLETED'",
                                visits))
                        .as("visits that are done")
                        .isEqualTo(visits.size()));
    }

    private long number(String query, List<AppointmentId> visits) {
        return sql.sql(query)
                .param("ids", visits.stream().map(AppointmentId::toString).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private void killNowAndThen(ApplicationProcess application) {
        var chance = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            int at = SIGNS * kill / (KILLS + 1);
            while (signed.get() < at && !failed) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            LockSupport.parkNanos(Duration.ofMillis(chance.nextInt(150)).toNanos());
            application.kill();
            application.start();
        }
    }

    private void sign(ApplicationProcess application) {
        for (var visit = toSign.poll(); visit != null && !failed; visit = toSign.poll()) {
            sign(application.address() + "/api/v1/sessions/" + visit + "/note");
            signed.incrementAndGet();
        }
    }

    /** Asks until it is signed. What was cut off is asked again word for word, as a page that lost its answer would. */
    private void sign(String note) {
        @Nullable String request = null;
        while (!failed) {
            try {
                if (request == null) {
                    request = write(note);
                }
                if (request.isEmpty()) {
                    kept.incrementAndGet();
                    return;
                }
                var answer = send(note + "/sign", "POST", request);
                if (answer.statusCode() == 200) {
                    return;
                }
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
                }
            } catch (IOException e) {
                if (request != null) {
                    cut.incrementAndGet();
                    // Every second time the answer is looked up instead of asked for again.
                    request = cut.get() % 2 == 0 ? null : request;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /** Writes the note and gives what signs it; nothing if it is signed already. */
    private String write(String note) throws IOException {
        var open = JSON.readTree(expect(send(note, "GET", "")));
        if (open.path("status").asString().equals("SIGNED")) {
            return "";
        }
        var saved = JSON.readTree(
                expect(send(note, "PUT", NOTE.formatted(open.path("version").asInt()))));
        var decisions = new ArrayList<String>();
        for (JsonNode item : saved.path("plan").path("review")) {
            decisions.add("{\"item\": \"" + item.path("item").asString() + "\", \"decision\": \"DROP\"}");
        }
        return "{\"version\": " + saved.path("version").asInt() + ", \"digest\": \""
                + saved.path("digest").asString() + "\", \"decisions\": ["
                + String.join(",", decisions.stream().distinct().toList()) + "]}";
    }

    private static String expect(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            throw new IOException("not well just now: " + answer.statusCode());
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String address, String method, String body) throws IOException {
        var secret = Base64.getEncoder()
                .encodeToString(("therapist@demo.test:" + Person.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofMinutes(1))
                            .header("Authorization", "Basic " + secret)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Place(UUID practitioner, UUID location, UUID service) {}

    /** Visits long ago, each with a client of its own who is here, whose notes nobody wrote. */
    private List<AppointmentId> visits() {
        var place = sql.sql("""
                select e.practitioner_id, e.location_id, e.service_id from calendar_entry e
                join account a on a.practitioner_id = e.practitioner_id
                where a.email = 'therapist@demo.test' and e.kind = 'APPOINTMENT' limit 1
                """)
                .query((row, number) -> new Place(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .single();
        var people = new ArrayList<ImportedClient>();
        var appointments = new ArrayList<ImportedAppointment>();
        for (int visit = 0; visit < SIGNS; visit++) {
            var client = ClientId.next();
            people.add(client(client, visit));
            var start = start(visit);
            appointments.add(new ImportedAppointment(
                    AppointmentId.next(),
                    client,
                    new ServiceId(place.service()),
                    new PractitionerId(place.practitioner()),
                    new LocationId(place.location()),
                    null,
                    TimeSlot.of(start, SHORT),
                    VisitStatus.ARRIVED,
                    null,
                    start.minus(3, ChronoUnit.DAYS)));
        }
        TestActor.owner().run(() -> {
            clients.add(people);
            booking.appointments(appointments);
        });
        return appointments.stream().map(ImportedAppointment::id).toList();
    }

    private static ImportedClient client(ClientId client, int number) {
        return new ImportedClient(
                client,
                "Signed Client " + number,
                null,
                "+441632960001",
                LocalDate.parse("1980-01-01"),
                ZoneId.of("Europe/Dublin"),
                Locale.UK,
                Instant.parse("2026-01-01T10:00:00Z"),
                null);
    }

    /** The first 96 in the last nights, so that notes are owed and asked after; the others years ago. */
    private Instant start(int visit) {
        if (visit >= RECENT) {
            return Instant.parse("2019-01-07T10:00:00Z").plus(visit, ChronoUnit.DAYS);
        }
        var today = sql.sql("select current_date").query(LocalDate.class).single();
        return today.minusDays(2 + visit / A_NIGHT)
                .atTime(0, 0)
                .toInstant(ZoneOffset.UTC)
                .plus(APART.multipliedBy(visit % A_NIGHT));
    }
}
