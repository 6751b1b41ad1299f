package app.afterwell.webui.messages;

import static app.afterwell.webui.shell.Riverside.LONDON;

import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.BookingImport;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.ImportedAppointment;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.booking.WorkingSpan;
import app.afterwell.domain.AppointmentBooked;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.ClientImport;
import app.afterwell.intake.ImportedClient;
import app.afterwell.intake.ImportedClient.ImportedProfile;
import app.afterwell.intake.PreferenceBook;
import app.afterwell.webui.api.ApiTests;
import app.afterwell.webui.shell.ApprovedProtocol;
import app.afterwell.webui.shell.Riverside;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import testsupport.MutableClock;
import testsupport.RealDatabase;
import testsupport.TestActor;

/** A clinic that can send mail, with one client and one appointment in five days; jobs run only when a test runs them. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({RealDatabase.class, ApiTests.Time.class})
@TestPropertySource(
        properties = {
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.starttls.enable=false",
            "spring.mail.properties.mail.smtp.connectiontimeout=300",
            "spring.mail.properties.mail.smtp.timeout=300",
            "spring.mail.properties.mail.smtp.writetimeout=300",
            "afterwell.mail.from=Riverside <hello@riverside.test>",
            "afterwell.base-url=https://riverside.test",
            "afterwell.sms.url=${test.sms.url:http://127.0.0.1:1/}",
            "db-scheduler.polling-interval=1h",
            "db-scheduler.shutdown-max-wait=1s"
        })
abstract class PostTests {

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected Dispatcher dispatcher;

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected Calendar calendar;

    @Autowired
    protected PreferenceBook preferences;

    @Autowired
    protected CheckIns checkIns;

    @Autowired
    protected Messages messages;

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected JavaMailSender sender;

    @Autowired
    protected ApplicationEventPublisher events;

    @Autowired
    protected TransactionOperations transactions;

    @Autowired
    protected BookingImport booking;

    @Autowired
    protected ClientImport clients;

    @Autowired
    protected Protocols protocols;

    @Autowired
    protected ProtocolDrafts drafts;

    protected final PractitionerId practitioner = PractitionerId.next();
    protected final ClientId client = ClientId.next();
    protected final AppointmentId visit = AppointmentId.next();
    protected final LocationId location = LocationId.next();
    protected final RoomId room = RoomId.next();
    protected final ServiceId service = ServiceId.next();
    protected final TestActor desk = TestActor.desk();
    protected final String address = "marta-" + client.value() + "@example.test";

    /** A Friday at 15:00 in London. */
    protected static final Instant VISIT = Instant.parse("2026-11-27T15:00:00Z");

    @BeforeEach
    void aClinic() {
        clock.set(ApiTests.START);
        var code = UUID.randomUUID().toString();
        ApprovedProtocol.ensure(drafts, protocols);
        TestActor.owner().run(() -> {
            booking.directory(
                    List.of(Riverside.location(
                            location,
                            code,
                            List.of(new WeeklySpan(DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(20, 0))))),
                    List.of(new RoomInfo(room, 0, location, "Pier", 1, 0, true)),
                    List.of(new PractitionerInfo(
                            practitioner,
                            0,
                            "Maya Lindqvist",
                            List.of(new WorkingSpan(
                                    location, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(18, 0), null)),
                            List.of(),
                            null,
                            true)),
                    List.of(Riverside.anHour(service, code, "Deep tissue", Set.of(practitioner), Set.of(room))));
            clients.add(List.of(new ImportedClient(
                    client,
                    "Marta Silva",
                    address,
                    "+441632960001",
                    null,
                    LONDON,
                    Locale.UK,
                    ApiTests.START,
                    new ImportedProfile(LocalDate.parse("2026-11-01"), List.of(), ""))));
            appointment(visit, VISIT, VisitStatus.BOOKED);
        });
    }

    @AfterEach
    void backToTheStart() {
        clock.set(ApiTests.START);
    }

    protected final void appointment(AppointmentId id, Instant start, VisitStatus status) {
        TestActor.owner()
                .run(() -> booking.appointments(List.of(new ImportedAppointment(
                        id,
                        client,
                        service,
                        practitioner,
                        location,
                        null,
                        TimeSlot.of(start, Duration.ofHours(1)),
                        status,
                        null,
                        ApiTests.START.minus(Duration.ofDays(3))))));
    }

    /** As if the desk had booked it this moment. */
    protected final void booked() {
        publish(new AppointmentBooked(visit, client, 0));
        awaitMessage(MessageKind.APPOINTMENT);
    }

    protected final void publish(Object event) {
        transactions.executeWithoutResult(status -> events.publishEvent(event));
    }

    protected final void awaitMessage(MessageKind kind) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !waiting(kind).isEmpty());
    }

    protected final List<UUID> waiting(MessageKind kind) {
        return sql.sql("select id from message where client_id = :client and kind = :kind and state = 'WAITING'")
                .param("client", client.value())
                .param("kind", kind.name())
                .query(UUID.class)
                .list();
    }

    /** Runs the jobs of this client's messages that are due now. */
    protected final void work() {
        sql.sql("""
            select id from message where client_id = :client and state in ('WAITING', 'SENDING') and send_at <= :now
            order by send_at
            """)
                .param("client", client.value())
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list()
                .forEach(dispatcher::deliver);
    }

    protected final String state(MessageKind kind) {
        return sql.sql("""
            select state || coalesce(':' || problem, '') from message where client_id = :client and kind = :kind
            order by created_at desc, id desc limit 1
            """)
                .param("client", client.value())
                .param("kind", kind.name())
                .query(String.class)
                .single();
    }

    protected final void mailTo(int port) {
        ((JavaMailSenderImpl) sender).setPort(port);
    }
}
