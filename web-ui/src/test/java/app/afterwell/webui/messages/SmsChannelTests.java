package app.afterwell.webui.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsChannelTests {

    private final Letter letter =
            new Letter(UUID.randomUUID(), "+441632960001", "", "See you on Friday", "", null, null);
    private final List<String> got = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private volatile int answer = 202;

    @BeforeEach
    void aProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/send", exchange -> {
            got.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    @Test
    void aMessageIsHandedOverInTheFieldsOfTheProvider() throws NotTakenException {
        channel(false).send(letter);
        assertThat(got)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .contains(letter.id().toString(), "Bearer secret", "\"number\":\"+441632960001\"")
                        .contains("\"words\":\"See you on Friday\"", "\"sender\":\"Riverside\""));
        channel(true).send(letter);
        assertThat(got.getLast()).contains("number=%2B441632960001", "words=See+you+on+Friday");
    }

    @Test
    void aWrongNumberIsForGoodAndTroubleOfTheProviderIsNot() {
        assertThat(refusal(400).forGood()).isTrue();
        assertThat(refusal(429).forGood()).isFalse();
        assertThat(refusal(401).forGood()).isFalse();
        assertThat(refusal(503).forGood()).isFalse();
        provider.stop(0);
        assertThat(refusal(202).code()).isEqualTo("unreachable");
    }

    @Test
    void withoutAProviderOrInADemoNothingGoesOut() {
        assertThat(new SmsChannel(properties("", false, false)).hindrance()).contains("no-sms-provider");
        assertThat(new SmsChannel(properties("http://127.0.0.1:1", false, true)).hindrance())
                .contains("demo");
        assertThat(channel(false).hindrance()).isEmpty();
    }

    private NotTakenException refusal(int code) {
        answer = code;
        return catchThrowableOfType(
                NotTakenException.class, () -> channel(false).send(letter));
    }

    private SmsChannel channel(boolean form) {
        return new SmsChannel(
                properties("http://127.0.0.1:" + provider.getAddress().getPort() + "/send", form, false));
    }

    private static MessageProperties properties(String url, boolean form, boolean demo) {
        return new MessageProperties(
                "https://riverside.test",
                demo,
                new MessageProperties.Mail(
                        "hello@riverside.test", new MessageProperties.Bounces("", 993, true, "", "", "INBOX")),
                new MessageProperties.Sms(
                        url,
                        "Bearer secret",
                        form,
                        "number",
                        "words",
                        Map.of("sender", "Riverside"),
                        Duration.ofSeconds(2)));
    }
}
