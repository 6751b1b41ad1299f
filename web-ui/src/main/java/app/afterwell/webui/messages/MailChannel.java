package app.afterwell.webui.messages;

import app.afterwell.intake.Way;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail by the server that the clinic names: plain text and HTML, and an invitation where there is one. */
@Component
class MailChannel implements Channel {

    private final ObjectProvider<JavaMailSender> senders;
    private final MessageProperties properties;
    private final boolean named;

    MailChannel(ObjectProvider<JavaMailSender> senders, MessageProperties properties, Environment environment) {
        this.senders = senders;
        this.properties = properties;
        named = !environment.getProperty("spring.mail.host", "").isBlank();
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public Optional<String> hindrance() {
        if (properties.demo()) {
            return Optional.of("demo");
        }
        return named && senders.getIfAvailable() != null ? Optional.empty() : Optional.of("no-mail-server");
    }

    @Override
    public void send(Letter letter) throws NotTakenException {
        var sender = senders.getObject();
        try {
            sender.send(message(letter, sender));
        } catch (MailSendException e) {
            throw judged(e);
        } catch (MailException e) {
            throw NotTakenException.later("unreachable", e.getMessage(), e);
        } catch (MessagingException e) {
            throw NotTakenException.refused(e.getMessage(), e);
        }
    }

    private MimeMessage message(Letter letter, JavaMailSender sender) throws MessagingException {
        var message = sender.createMimeMessage();
        message.setFrom(new InternetAddress(properties.mail().from()));
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Message-ID", "<" + letter.id() + "@afterwell>");
        // Answers by machines to a machine help nobody.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.stop() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(letter.text(), "plain"));
        alternatives.addBodyPart(part(letter.html(), "html"));
        var calendar = letter.calendar();
        if (calendar == null) {
            message.setContent(alternatives);
            return message;
        }
        // Twice: as an alternative for programs that act on it, as a file for those that do not.
        alternatives.addBodyPart(invitation(calendar));
        var whole = new MimeMultipart("mixed");
        var words = new MimeBodyPart();
        words.setContent(alternatives);
        whole.addBodyPart(words);
        var file = invitation(calendar);
        file.setFileName("appointment.ics");
        file.setDisposition("attachment");
        whole.addBodyPart(file);
        message.setContent(whole);
        return message;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), type);
        return part;
    }

    private static MimeBodyPart invitation(Letter.CalendarPart calendar) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(calendar.content(), StandardCharsets.UTF_8.name(), "calendar");
        part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + calendar.method());
        return part;
    }

    /** Only what the server says of this address or this letter is for good; all else is its trouble, not ours. */
    private static NotTakenException judged(MailSendException e) {
        for (var failed : e.getMessageExceptions()) {
            @Nullable Throwable cause = failed;
            while (cause != null) {
                int code = switch (cause) {
                    case SMTPAddressFailedException address -> address.getReturnCode();
                    case SMTPSendFailedException refused -> refused.getReturnCode();
                    default -> 0;
                };
                if (code >= 500) {
                    return NotTakenException.refused(cause.getMessage(), e);
                }
                cause = cause instanceof MessagingException chained && chained.getNextException() != null
                        ? chained.getNextException()
                        : cause.getCause();
            }
        }
        return NotTakenException.later("unreachable", e.getMessage(), e);
    }
}
