package app.afterwell.webui.messages;

import static app.afterwell.webui.shell.Riverside.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.followup.TaskClimbed;
import app.afterwell.booking.Waitlist;
import app.afterwell.booking.WaitlistWish;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import app.afterwell.intake.ImportedClient;
import app.afterwell.intake.Topic;
import app.afterwell.webui.api.ApiTests;
import app.afterwell.webui.security.Accounts;
import app.afterwell.webui.security.NewAccount;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

/** A freed time is offered by mail and taken or left by a tap; an urgent task that nobody takes on reaches staff by mail. */
class OffersAndAlarmsTests extends PostTests {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final TestActor owner = TestActor.owner();
    private final ClientId waiting = ClientId.next();
    private final String waitingAddress = "wanda-" + waiting.value() + "@example.test";

    @Autowired
    Waitlist waitlist;

    @Autowired
    Visits visits;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void start() {
        mail.start();
        mailTo(mail.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        sql.sql("update waitlist_entry set state = 'LEFT' where client_id = :client")
                .param("client", waiting.value())
                .update();
        mail.stop();
    }

    // ------------------------------------------------------------------ the waitlist

    @Test
    void aFreedTimeIsOfferedByMailAndTakenByATap() throws Exception {
        var path = offered();
        for (int i = 0; i < 3; i++) {
            assertThat(mvc.get().uri(path).locale(Locale.UK))
                    .bodyText()
                    .contains("This time is free for you", "Friday 27 November at 15:00", "Yes, book it for me");
        }
        assertThat(theirs()).as("looking takes nothing").isEmpty();
        assertThat(mvc.post().uri(path).locale(Locale.UK))
                .as("without a word nothing is decided")
                .hasStatusOk();
        assertThat(theirs()).isEmpty();

        assertThat(mvc.post().uri(path).param("answer", "yes").locale(Locale.UK))
                .bodyText()
                .contains("It is yours");
        assertThat(mvc.post().uri(path).param("answer", "yes").locale(Locale.UK))
                .as("twice is once")
                .bodyText()
                .contains("It is yours");
        assertThat(theirs()).hasSize(1);
        assertThat(mvc.post().uri(path).param("answer", "no").locale(Locale.UK))
                .as("what is booked is not lost by a late tap")
                .bodyText()
                .contains("It is yours");
        assertThat(visits.visit(theirs().getFirst()).orElseThrow().status()).isEqualTo(VisitStatus.BOOKED);
    }

    @Test
    void whatIsLeftGoesOnAndTheLinkIsClosed() throws Exception {
        var path = offered();
        assertThat(mvc.post().uri(path).param("answer", "no").locale(Locale.UK))
                .bodyText()
                .contains("Thank you for telling us");
        assertThat(mvc.post().uri(path).param("answer", "yes").locale(Locale.UK))
                .hasStatus(404);
        assertThat(mvc.get().uri(path).locale(Locale.UK)).hasStatus(404);
        assertThat(theirs()).isEmpty();
    }

    @Test
    void anOfferThatIsOverIsNotSent() throws Exception {
        join();
        freed();
        var offer = offer();
        TestActor.client(waiting).run(() -> waitlist.decline(offer));
        clock.advance(Duration.ofMinutes(3));
        dispatcher.deliver(messageAbout(offer));
        assertThat(letters(waitingAddress)).isEmpty();
        assertThat(sql.sql("select state || ':' || problem from message where offer_id = :offer")
                        .param("offer", offer)
                        .query(String.class)
                        .single())
                .isEqualTo("DROPPED:offer-over");
    }

    @Test
    void whoeverWantsNoNewsGetsNoOffer() throws Exception {
        join();
        preferences.stop(waiting, Topic.NEWS);
        freed();
        var offer = offer();
        clock.advance(Duration.ofMinutes(3));
        dispatcher.deliver(messageAbout(offer));
        assertThat(letters(waitingAddress)).isEmpty();
    }

    /** Gives the path of the link in the letter. */
    private String offered() throws Exception {
        join();
        freed();
        var offer = offer();
        var message = messageAbout(offer);
        assertThat(dispatcher.deliver(message)).as("it waits out the undo").isPresent();
        clock.advance(Duration.ofMinutes(3));
        assertThat(dispatcher.deliver(message)).isEmpty();
        var letter = letters(waitingAddress).getFirst();
        assertThat(letter.getSubject()).isEqualTo("A time is free: Friday 27 November at 15:00");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var text = AppointmentMessagesTests.part(letter.getContent(), "text/plain");
        assertThat(text).contains("Hello Wanda", "Maya Lindqvist", "We hold it for you until 17:00");
        return AppointmentMessagesTests.path(text, "/offer/[\\w-]+");
    }

    private void join() {
        owner.run(() -> clients.add(List.of(new ImportedClient(
                waiting, "Wanda Waits", waitingAddress, null, null, LONDON, Locale.UK, ApiTests.START, null))));
        desk.run(() -> waitlist.join(new WaitlistWish(
                waiting,
                service,
                null,
                Set.of(),
                Set.of(),
                LocalTime.of(8, 0),
                LocalTime.of(20, 0),
                LocalDate.parse("2026-11-27"),
                LocalDate.parse("2026-11-27"),
                null)));
    }

    private void freed() {
        desk.run(() -> calendar.cancel(visit, "The client rang"));
    }

    private UUID offer() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        sql.sql("select count(*) from message where client_id = :client and kind = 'WAITLIST_OFFER'")
                                        .param("client", waiting.value())
                                        .query(Long.class)
                                        .single()
                                == 1);
        return sql.sql("select offer_id from message where client_id = :client and kind = 'WAITLIST_OFFER'")
                .param("client", waiting.value())
                .query(UUID.class)
                .single();
    }

    private UUID messageAbout(UUID offer) {
        return sql.sql("select id from message where offer_id = :offer")
                .param("offer", offer)
                .query(UUID.class)
                .single();
    }

    private List<AppointmentId> theirs() {
        return visits.ofClient(waiting).stream().map(found -> found.id()).toList();
    }

    // ------------------------------------------------------------------ tasks that climb

    @Test
    void anUrgentTaskThatClimbsReachesItsTherapistAndTheOwnerOnceAndNamesNobody() throws Exception {
        var boss = account(Role.OWNER);
        var therapist = account(Role.THERAPIST);
        var other = account(Role.DESK);
        var task = climbed();
        publish(new TaskClimbed(task));
        publish(new TaskClimbed(task));
        var messagesOfTask = alarms(task);
        messagesOfTask.forEach(dispatcher::deliver);

        var letter = letters(therapist).getFirst();
        assertThat(letters(therapist)).hasSize(1);
        assertThat(letters(boss)).hasSize(1);
        assertThat(letters(other)).isEmpty();
        assertThat(letters(address)).isEmpty();
        assertThat(letter.getSubject()).isEqualTo("An urgent task is waiting");
        assertThat(AppointmentMessagesTests.part(letter.getContent(), "text/plain"))
                .contains("https://riverside.test/tasks?task=" + task, "Sunday 14:00")
                .doesNotContain("Marta", "numb");
        assertThat(desk.call(() -> messages.of(client, 10)))
                .as("the client was not written to")
                .isEmpty();
    }

    @Test
    void nobodyIsAlarmedOfATaskThatSomebodyHasTakenOn() throws Exception {
        var boss = account(Role.OWNER);
        var task = climbed();
        publish(new TaskClimbed(task));
        var messagesOfTask = alarms(task);
        sql.sql("update staff_task set claimed_by = :by, claimed_name = 'Dee', claimed_at = :now where id = :id")
                .param("by", UUID.randomUUID())
                .param("now", Timestamp.from(clock.instant().plusSeconds(60)))
                .param("id", task.value())
                .update();
        messagesOfTask.forEach(dispatcher::deliver);
        assertThat(letters(boss)).isEmpty();
    }

    private TaskId climbed() {
        var task = TaskId.next();
        sql.sql("""
            insert into staff_task (id, kind, urgency, status, cause_key, client_id, practitioner_id, appointment_id,
                detail, raised_at, due_at, climbed_at, version)
            values (:id, 'URGENT_ALERT', 2, 'OPEN', :cause, :client, :practitioner, :visit, '{}', :due, :due, :now, 1)
            """)
                .param("id", task.value())
                .param("cause", "test:" + task)
                .param("client", client.value())
                .param("practitioner", practitioner.value())
                .param("visit", visit.value())
                .param("due", Timestamp.from(ApiTests.START.minus(Duration.ofHours(1))))
                .param("now", Timestamp.from(ApiTests.START))
                .update();
        return task;
    }

    private List<UUID> alarms(TaskId task) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.sql("select count(*) from event_publication where serialized_event like :id")
                                .param("id", "%" + task + "%")
                                .query(Long.class)
                                .single()
                        == 0);
        return sql.sql("select id from message where task_id = :task")
                .param("task", task.value())
                .query(UUID.class)
                .list();
    }

    /** Gives the address. */
    private String account(Role role) {
        var email = role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@riverside.test";
        owner.run(() -> accounts.create(new NewAccount(
                email,
                "Sam " + role,
                "a-long-password-1",
                Set.of(role),
                false,
                role == Role.THERAPIST ? practitioner : null,
                Set.of())));
        return email;
    }

    private List<MimeMessage> letters(String to) throws Exception {
        var theirs = new ArrayList<MimeMessage>();
        for (var letter : mail.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().equals(to)) {
                theirs.add(letter);
            }
        }
        return theirs;
    }
}
