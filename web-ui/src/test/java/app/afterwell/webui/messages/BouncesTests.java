package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter that was taken and came back later is seen on the client's page. */
class BouncesTests extends PostTests {

    private static final String PASSWORD = "secret";

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private BounceMailbox mailbox;
    private UUID message;

    @BeforeEach
    void aLetterThatWasTaken() {
        mail.start();
        mailTo(mail.getSmtp().getPort());
        mail.setUser("hello@riverside.test", "hello@riverside.test", PASSWORD);
        mailbox = new BounceMailbox(
                new MessageProperties(
                        "https://riverside.test",
                        false,
                        new MessageProperties.Mail(
                                "Riverside <hello@riverside.test>",
                                new MessageProperties.Bounces(
                                        "127.0.0.1",
                                        mail.getImap().getPort(),
                                        false,
                                        "hello@riverside.test",
                                        PASSWORD,
                                        "INBOX")),
                        new MessageProperties.Sms("", null, false, "to", "text", java.util.Map.of(), Duration.ZERO)),
                messages);
        booked();
        message = waiting(MessageKind.APPOINTMENT).getFirst();
        clock.advance(Duration.ofMinutes(3));
        work();
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENT");
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void whatCameBackIsMarkedOnceWithTheServersWords() throws Exception {
        comesBack(report("failed", message));
        assertThat(mailbox.read()).isEqualTo(1);
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("FAILED:bounced");
        assertThat(desk.call(() -> messages.of(client, 10))).first().satisfies(shown -> {
            assertThat(shown.line().detail()).isEqualTo("550 5.1.1 The mailbox does not exist");
            assertThat(shown.line().address()).isEqualTo(address);
        });
        assertThat(mailbox.read()).isZero();
        assertThat(unread()).isZero();
    }

    @Test
    void whatOnlyTakesLongerOrIsNotOursStaysUnreadAndChangesNothing() throws Exception {
        comesBack(report("delayed", message));
        comesBack(report("failed", UUID.randomUUID()).replace("@afterwell>", "@elsewhere>"));
        comesBack("Subject: Hello\r\nFrom: marta@example.test\r\nTo: hello@riverside.test\r\n\r\nIs Friday still on?");
        assertThat(mailbox.read()).isZero();
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENT");
        assertThat(unread()).isEqualTo(3);
    }

    @Test
    void aForgedLetterDoesNotKeepTheNextOneFromBeingRead() throws Exception {
        comesBack(report("failed", message).replace(message.toString(), "-".repeat(36)));
        comesBack(report("failed", message));
        assertThat(mailbox.read()).isEqualTo(1);
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("FAILED:bounced");
    }

    @Test
    void aMailboxThatDoesNotAnswerHoldsNobodyUp() {
        mail.getImap().stopService();
        assertThat(mailbox.read()).isZero();
        assertThat(state(MessageKind.APPOINTMENT)).isEqualTo("SENT");
    }

    private void comesBack(String letter) throws Exception {
        mail.getUserManager()
                .getUserByEmail("hello@riverside.test")
                .deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8))));
    }

    private long unread() throws Exception {
        var inbox = mail.getManagers()
                .getImapHostManager()
                .getInbox(mail.getUserManager().getUserByEmail("hello@riverside.test"));
        return inbox.getMessages().stream()
                .filter(stored -> !stored.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    /** As mail servers write them (RFC 3464, appendix E). */
    private String report(String action, UUID about) {
        return String.join(
                "\r\n",
                Arrays.asList(
                        "From: Mail Delivery System <MAILER-DAEMON@mx.example.test>",
                        "To: hello@riverside.test",
                        "Subject: Undelivered Mail Returned to Sender",
                        "Auto-Submitted: auto-replied",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"",
                        "",
                        "--b1",
                        "Content-Type: text/plain; charset=us-ascii",
                        "",
                        "I'm sorry to have to inform you that your message could not be delivered.",
                        "--b1",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mx.example.test",
                        "",
                        "Final-Recipient: rfc822; " + address,
                        "Action: " + action,
                        "Status: 5.1.1",
                        "Diagnostic-Code: smtp; 550 5.1.1 The mailbox",
                        "    does not exist",
                        "--b1",
                        "Content-Type: message/rfc822",
                        "",
                        "From: Riverside <hello@riverside.test>",
                        "To: " + address,
                        "Message-ID: <" + about + "@afterwell>",
                        "Subject: Your appointment",
                        "",
                        "Hello Marta",
                        "--b1--",
                        ""));
    }
}
