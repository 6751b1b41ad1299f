package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.plan.BasicsGiven;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.ContactChoices;
import app.afterwell.intake.ContactPreferences;
import app.afterwell.intake.Topic;
import app.afterwell.intake.Way;
import app.afterwell.webui.api.ApiTests;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.TestActor;

/** A client is asked by mail how they are, answers from it, and is left in peace. */
class CheckInMessagesTests extends PostTests {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    SessionNotes notes;

    @Autowired
    ContactPreferences contact;

    private PlanView plan;

    @BeforeEach
    void aSignedPlan() {
        mail.start();
        mailTo(mail.getSmtp().getPort());
        var treated = AppointmentId.next();
        appointment(treated, ApiTests.START.minus(Duration.ofHours(2)), VisitStatus.ARRIVED);
        plan = SignedPlans.sign(notes, practitioner, treated, 2);
        awaitMessage(MessageKind.PLAN);
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void thePlanIsAnnouncedOnceItsUndoIsOver() throws Exception {
        clock.advance(Duration.ofMinutes(3));
        work();
        assertThat(letters().getLast().getSubject()).isEqualTo("Your plan for the next days is ready");
    }

    @Test
    void whoHasNoPlanByTheNextMorningGetsTheSafeFour() throws Exception {
        var unwritten = AppointmentId.next();
        appointment(unwritten, ApiTests.START.minus(Duration.ofHours(5)), VisitStatus.COMPLETED);
        publish(new BasicsGiven(unwritten, client));
        awaitMessage(MessageKind.BASICS);
        work();
        assertThat(subjects()).contains("Until your plan is ready");
        assertThat(AppointmentMessagesTests.part(letters().getLast().getContent(), "text/plain"))
                .contains("Maya Lindqvist is still writing", "01632 960118")
                .doesNotContain("{", "stretch");

        publish(new BasicsGiven(plan.appointment(), client));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> waiting(MessageKind.BASICS).size() == 1);
        work();
        assertThat(state(MessageKind.BASICS)).as("this visit has its plan").isEqualTo("DROPPED:not-as-then");
    }

    @Test
    void theQuestionIsAnsweredFromTheLetterAndSpentByTheAnswerAlone() throws Exception {
        asked();
        var letter = letter("How are you today?");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(address);
        var html = AppointmentMessagesTests.part(letter.getContent(), "text/html");
        assertThat(html).contains("?pain=0", "?pain=10").doesNotContainIgnoringCase("hamstring");
        var path = AppointmentMessagesTests.path(html, "/check-in/[\\w-]+\\?pain=4");

        // First tap: the number in the letter. It opens the page with the number chosen, as often as a scanner likes.
        for (int i = 0; i < 3; i++) {
            assertThat(mvc.get().uri(path).locale(Locale.UK))
                    .bodyText()
                    .containsPattern("value=\"4\"[^>]*checked|checked[^>]*value=\"4\"");
        }
        // Second tap: Send.
        assertThat(mvc.post().uri(path).param("pain", "4").locale(Locale.UK)).hasStatusOk();
        assertThat(mvc.get().uri(path).locale(Locale.UK)).hasStatus(404);
        assertThat(TestActor.client(client)
                        .call(() -> checkIns.open(client))
                        .orElseThrow()
                        .id())
                .isNull();

        clock.advance(Duration.ofHours(18));
        work();
        assertThat(subjects()).doesNotContain("We have not heard from you yet");
        assertThat(state(MessageKind.CHECK_IN_AGAIN)).isEqualTo("DROPPED:answered");
    }

    @Test
    void whoeverDoesNotAnswerIsRemindedOnceAndGently() throws Exception {
        asked();
        // Asked on Monday at 14:00; twelve hours later is night: Tuesday at 8:00.
        clock.set(Instant.parse("2026-11-24T08:00:00Z"));
        work();
        assertThat(subjects())
                .filteredOn("We have not heard from you yet"::equals)
                .hasSize(1);
        var again = letter("We have not heard from you yet");
        var path = AppointmentMessagesTests.path(
                AppointmentMessagesTests.part(again.getContent(), "text/html"), "/check-in/[\\w-]+");
        assertThat(mvc.get().uri(path).locale(Locale.UK)).hasStatusOk();
        work();
        assertThat(subjects())
                .filteredOn("We have not heard from you yet"::equals)
                .hasSize(1);
    }

    @Test
    void everyLetterTellsHowToStopThisTopic() throws Exception {
        asked();
        assertThat(letter("How are you today?").getHeader("List-Unsubscribe")[0])
                .contains("/stop/");
        preferences.stop(client, Topic.CHECK_INS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestActor.client(client).call(() -> plans.plan(plan.id())).checkIns().stream()
                        .noneMatch(question -> question.status().equals("PLANNED")));
    }

    @Autowired
    app.afterwell.aftercare.plan.Plans plans;

    @Test
    void aClientIsRemindedOfTheDayAtTheHourTheyChose() throws Exception {
        TestActor.client(client)
                .run(() -> contact.choose(
                        client, new ContactChoices(Map.of(Topic.CARE_PLAN, Way.EMAIL), LocalTime.of(19, 15))));
        awaitMessage(MessageKind.CARE_TODAY);
        clock.set(Instant.parse("2026-11-22T19:15:00Z"));
        work();
        assertThat(subjects()).contains("For today");

        TestActor.client(client).run(() -> {
            var today = plans.plan(plan.id());
            clock.set(Instant.parse("2026-11-23T19:15:00Z"));
            today.offered().stream()
                    .filter(item -> item.days().contains(1))
                    .forEach(item -> plans.tick(plan.id(), item.item(), 1));
        });
        work();
        assertThat(subjects())
                .filteredOn("For today"::equals)
                .as("nothing is left to do")
                .hasSize(1);
    }

    private void asked() {
        clock.set(plan.checkIns().getFirst().dueAt());
        var due = plan.checkIns().getFirst().id();
        asking();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.sql("select count(*) from message where check_in_id = :id and kind = 'CHECK_IN'")
                                .param("id", due.value())
                                .query(Long.class)
                                .single()
                        == 1);
        work();
    }

    @Autowired
    com.github.kagkarlsson.scheduler.Scheduler scheduler;

    /** Runs the job as the scheduler would. */
    private void asking() {
        scheduler.reschedule(
                com.github.kagkarlsson.scheduler.task.TaskInstanceId.of("check-ins-due", "recurring"), clock.instant());
        scheduler.triggerCheckForDueExecutions();
    }

    /** Those of this test's client; others may be served by the same server. */
    private List<MimeMessage> letters() throws MessagingException {
        var theirs = new ArrayList<MimeMessage>();
        for (var letter : mail.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().equals(address)) {
                theirs.add(letter);
            }
        }
        return theirs;
    }

    /** The client's letter with this subject; the scheduler may be the one who sends it. */
    private MimeMessage letter(String subject) throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> subjects().contains(subject));
        return letters().get(subjects().lastIndexOf(subject));
    }

    private List<String> subjects() throws Exception {
        var subjects = new ArrayList<String>();
        for (var letter : letters()) {
            subjects.add(letter.getSubject());
        }
        return subjects;
    }
}
