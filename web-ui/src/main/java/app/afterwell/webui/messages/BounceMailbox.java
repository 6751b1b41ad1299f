package app.afterwell.webui.messages;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that letters come back to, and marks those messages as not delivered. Only reports about our own
 * letters are marked as read; all else stays as it was, for whoever reads that mailbox.
 */
@Component
class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final String TIMEOUT_MILLIS = "20000";

    /** The newest; what is older and unread was looked at before. */
    private static final int MOST = 200;

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final MessageProperties properties;
    private final Messages messages;

    BounceMailbox(MessageProperties properties, Messages messages) {
        this.properties = properties;
        this.messages = messages;
    }

    /** @return how many messages have come back since the last time */
    int read() {
        var mailbox = properties.mail().bounces();
        if (mailbox.host().isBlank() || properties.demo()) {
            return 0;
        }
        var protocol = mailbox.tls() ? "imaps" : "imap";
        try (var store = session(protocol).getStore(protocol)) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.username(), mailbox.password());
            try (var folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder);
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox for letters that come back cannot be read: {}", e.getMessage());
            return 0;
        }
    }

    private int read(Folder folder) throws MessagingException {
        var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int marked = 0;
        for (int i = Math.max(0, unread.length - MOST); i < unread.length; i++) {
            try {
                var bounce = bounce(unread[i]);
                if (bounce.isPresent()) {
                    marked += messages.cameBack(bounce.get()) ? 1 : 0;
                    unread[i].setFlag(Flags.Flag.SEEN, true);
                }
            } catch (MessagingException | IOException e) {
                LOG.warn("A letter in the mailbox for those that come back cannot be read: {}", e.getMessage());
            }
        }
        return marked;
    }

    /** Taken apart here, from the letter as a whole: servers differ in what they say of its parts. */
    private static Optional<Bounce> bounce(Message letter) throws MessagingException, IOException {
        return letter instanceof MimeMessage whole && letter.getSize() <= MOST_BYTES
                ? Bounce.of(new MimeMessage(whole))
                : Optional.empty();
    }

    private static Session session(String protocol) {
        var settings = new Properties();
        var prefix = "mail." + protocol + ".";
        // Looking at a letter does not mark it as read.
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        settings.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        settings.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        return Session.getInstance(settings);
    }
}
