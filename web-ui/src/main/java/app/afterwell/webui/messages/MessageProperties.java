package app.afterwell.webui.messages;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where messages go out and where their links lead.
 *
 * @param baseUrl of this application as clients reach it, without a slash at the end
 * @param from the sender's address
 * @param demo in a demo nothing leaves the machine
 */
@ConfigurationProperties("afterwell")
record MessageProperties(
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue Mail mail,
        @DefaultValue Sms sms) {

    /**
     * E-mail.
     *
     * @param from the sender, such as {@code Riverside <hello@riverside.example>}
     * @param bounces the sender's mailbox
     */
    record Mail(
            @DefaultValue("Afterwell <no-reply@localhost>") String from,
            @DefaultValue Bounces bounces) {}

    /**
     * Where letters come back to that could not be delivered, read by IMAP.
     *
     * @param host empty if nobody is to read it
     * @param tls whether the connection is encrypted from its start
     */
    record Bounces(
            @DefaultValue("") String host,
            @DefaultValue("993") int port,
            @DefaultValue("true") boolean tls,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("INBOX") String folder) {}

    /**
     * A provider of text messages that takes an HTTP POST.
     *
     * @param url empty if there is none
     * @param authorization the header's whole value, such as {@code Bearer …}
     * @param form whether it wants a form rather than JSON
     * @param to name of the field with the number in E.164
     * @param text name of the field with the words
     * @param fixed fields that are the same every time, such as the sender
     */
    record Sms(
            @DefaultValue("") String url,
            @Nullable String authorization,
            @DefaultValue("false") boolean form,
            @DefaultValue("to") String to,
            @DefaultValue("text") String text,
            @DefaultValue Map<String, String> fixed,
            @DefaultValue("10s") Duration timeout) {}
}
