package app.afterwell.webui.messages;

import static app.afterwell.webui.shell.Riverside.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.booking.MoveAppointment;
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.Topic;
import app.afterwell.intake.Way;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client hears of their appointments. */
class AppointmentMessagesTests extends PostTests {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mail.start();
        mailTo(mail.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void aConfirmationWaitsOutTheUndoAndCarriesTheAppointment() throws Exception {
        booked();
        work();
        assertThat(letters()).isEmpty();

        clock.advance(Duration.ofMinutes(3));
        work();
        var letter = single();
        assertThat(letter.getSubject()).isEqualTo("Your appointment on Friday 27 November at 15:00");
        assertThat(letter.getHeader("List-Unsubscribe")).as("it is necessary").isNull();
        assertThat(text(letter)).contains("Hello Marta", "Maya Lindqvist", "https://riverside.test/visit/");
        var invitation = calendar(letter);
        assertThat(invitation)
                .contains("METHOD:REQUEST", "SEQUENCE:0", "UID:" + visit + "@afterwell")
                .contains(
                        "DTSTART;TZID=Europe/London:20261127T150000",
                        "DTEND;TZID=Europe/London:20261127T160000",
                        "STATUS:CONFIRMED")
                .doesNotContain("Deep tissue");
    }

    @Test
    void whatWasTakenBackInTimeIsNeverTold() throws Exception {
        booked();
        desk.run(() -> calendar.cancel(visit, "A slip"));
        settle(VisitStatus.CANCELLED);
        clock.advance(Duration.ofMinutes(6));
        work();
        assertThat(letters()).isEmpty();
    }

    @Test
    void aChangeAndACancellationFollowTheSameEventInTheClientsCalendar() throws Exception {
        told();
        var later = VISIT.plus(Duration.ofHours(2));
        move(later);
        clock.advance(Duration.ofMinutes(3));
        work();
        assertThat(letters().getLast().getSubject())
                .isEqualTo("Your appointment has changed: Friday 27 November at 17:00");
        assertThat(calendar(letters().getLast()))
                .contains(
                        "METHOD:REQUEST",
                        "SEQUENCE:1",
                        "UID:" + visit + "@afterwell",
                        "DTSTART;TZID=Europe/London:20261127T170000");

        desk.run(() -> calendar.cancel(visit, "The client rang"));
        awaitMessage(MessageKind.APPOINTMENT);
        clock.advance(Duration.ofMinutes(3));
        work();
        assertThat(letters().getLast().getSubject()).isEqualTo("Your appointment on Friday 27 November is cancelled");
        assertThat(calendar(letters().getLast())).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");

        clock.set(later.minus(Duration.ofHours(1)));
        work();
        assertThat(letters()).as("a cancelled visit is never reminded").hasSize(3);
    }

    @Test
    void movedAndMovedBackIsNoNews() throws Exception {
        told();
        move(VISIT.plus(Duration.ofHours(2)));
        move(VISIT);
        clock.advance(Duration.ofMinutes(4));
        work();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void remindersComeTwoDaysAndThreeHoursBeforeAndOneTapConfirms() throws Exception {
        told();
        clock.set(VISIT.minus(Duration.ofHours(48)));
        work();
        var reminder = letters().getLast();
        assertThat(reminder.getSubject()).isEqualTo("See you on Friday 27 November at 15:00");
        var path = path(text(reminder), "/visit/[\\w-]+");

        assertThat(mvc.get().uri(path).locale(Locale.UK)).bodyText().contains("Will you come?", "Yes, I will come");
        assertThat(status()).as("looking confirms nothing").isEqualTo(VisitStatus.BOOKED);
        assertThat(mvc.post().uri(path).locale(Locale.UK)).bodyText().contains("We know that you will come");
        assertThat(status()).isEqualTo(VisitStatus.CONFIRMED);
        assertThat(mvc.post().uri(path).locale(Locale.UK)).as("twice is once").hasStatusOk();

        clock.set(VISIT.minus(Duration.ofHours(3)));
        work();
        assertThat(letters()).hasSize(3);
        clock.set(VISIT.plusSeconds(1));
        assertThat(mvc.get().uri(path).locale(Locale.UK)).hasStatus(404);
    }

    @Test
    void oneClickEndsRemindersAndNothingElse() throws Exception {
        told();
        clock.set(VISIT.minus(Duration.ofHours(48)));
        work();
        var reminder = letters().getLast();
        assertThat(reminder.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var path = path(reminder.getHeader("List-Unsubscribe")[0], "/stop/[\\w-]+");

        assertThat(mvc.get().uri(path).locale(Locale.UK)).bodyText().contains("reminders of appointments");
        assertThat(preferences.of(client).way(Topic.REMINDERS)).isEqualTo(Way.EMAIL);
        assertThat(mvc.post().uri(path).param("List-Unsubscribe", "One-Click").locale(Locale.UK))
                .hasStatusOk();
        assertThat(preferences.of(client).way(Topic.REMINDERS)).isEqualTo(Way.OFF);

        clock.set(VISIT.minus(Duration.ofHours(3)));
        work();
        assertThat(state(MessageKind.REMINDER)).isEqualTo("DROPPED:declined");
        desk.run(() -> calendar.cancel(visit, "Ill"));
        awaitMessage(MessageKind.APPOINTMENT);
        clock.advance(Duration.ofMinutes(3));
        work();
        assertThat(letters().getLast().getSubject())
                .as("what is necessary still comes")
                .contains("cancelled");
    }

    @Test
    void aReminderThatFallsIntoTheNightComesTheEveningBefore() {
        var zone = LONDON;
        var times = new MessageSettings.Times(
                3, List.of(48, 3), java.time.LocalTime.of(21, 0), java.time.LocalTime.of(8, 0), 6, 0);
        // Three hours before nine in the morning is six: by then the evening before, 21:00, is the last good time.
        assertThat(times.beforeQuiet(Instant.parse("2026-11-27T06:00:00Z"), zone))
                .isEqualTo(Instant.parse("2026-11-26T21:00:00Z"));
        // London's clocks go back in the night to Sunday 25 October 2026: 21:00 was still summer time.
        assertThat(times.beforeQuiet(Instant.parse("2026-10-25T06:00:00Z"), zone))
                .isEqualTo(Instant.parse("2026-10-24T20:00:00Z"));
        assertThat(times.afterQuiet(Instant.parse("2026-10-24T22:30:00Z"), zone))
                .isEqualTo(Instant.parse("2026-10-25T08:00:00Z"));
        assertThat(times.afterQuiet(Instant.parse("2026-11-27T12:00:00Z"), zone))
                .isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
    }

    private void told() {
        booked();
        clock.advance(Duration.ofMinutes(3));
        work();
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENT");
    }

    private void move(Instant start) {
        desk.run(() -> {
            var now = calendar.appointment(visit);
            calendar.move(new MoveAppointment(visit, now.version(), start, null, null, null, "Asked for"));
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.sql("""
                                select count(*) from message
                                where appointment_id = :id and kind = 'REMINDER' and about = :start
                                """)
                                .param("id", visit.value())
                                .param("start", java.sql.Timestamp.from(start))
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private void settle(VisitStatus status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.sql("select count(*) from event_publication where serialized_event like :id")
                                .param("id", "%" + visit + "%")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(status()).isEqualTo(status);
    }

    private VisitStatus status() {
        return desk.call(() -> calendar.appointment(visit)).status();
    }

    private List<MimeMessage> letters() throws MessagingException {
        return Arrays.stream(mail.getReceivedMessages()).toList();
    }

    private MimeMessage single() throws MessagingException {
        assertThat(letters()).hasSize(1);
        return letters().getFirst();
    }

    static String path(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String text(MimeMessage letter) throws MessagingException, IOException {
        return part(letter.getContent(), "text/plain");
    }

    private static String calendar(MimeMessage letter) throws MessagingException, IOException {
        return part(letter.getContent(), "text/calendar").replace("\r\n ", "");
    }

    /** The first part of that type, however deep. */
    static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    var found = part.getContent();
                    return found instanceof String text
                            ? text
                            : new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
                var deeper = part(part.getContent(), type);
                if (!deeper.isEmpty()) {
                    return deeper;
                }
            }
        }
        return "";
    }
}
