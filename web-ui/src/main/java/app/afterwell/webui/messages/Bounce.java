package app.afterwell.webui.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A letter of ours that came back: what a mail server says of it in a report after RFC 3464.
 *
 * @param message the one that came back
 * @param said by the server
 */
record Bounce(UUID message, String said) {

    /** Reports are short; of a letter that is returned whole the headers suffice. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern FAILED = field("Action", "failed");
    private static final Pattern STATUS = field("Status", "([0-9.]+)");
    private static final Pattern SAID = field("Diagnostic-Code", "(?:[\\w-]+;)?([^\\r\\n]+)");
    private static final Pattern OURS =
            field("Message-ID", "<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@afterwell>");

    private static Pattern field(String name, String value) {
        return Pattern.compile("^" + name + ":[ \\t]*" + value, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    /** Empty if it is no such report, only says that it takes longer, or is not about a letter of ours. */
    static Optional<Bounce> of(Part letter) throws MessagingException, IOException {
        if (!letter.isMimeType("multipart/report") || !(letter.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        var report = "";
        var returned = "";
        for (int i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                report = text(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                returned = text(part);
            }
        }
        var ours = OURS.matcher(returned);
        if (!FAILED.matcher(report).find() || !ours.find()) {
            return Optional.empty();
        }
        var said = SAID.matcher(report);
        var status = STATUS.matcher(report);
        return Optional.of(new Bounce(
                UUID.fromString(ours.group(1)),
                said.find() ? said.group(1).strip() : status.find() ? status.group(1) : ""));
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var content = part.getInputStream()) {
            return FOLD.matcher(new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8))
                    .replaceAll(" ");
        }
    }
}
